import type { HandbookFilter } from '../../../src/contract/handbook-list-calls'
import type { HandbookList } from '../../../src/domain/report/handbook-lists'
import type { HandbookTab, PersonTab } from '../../frame/navigation'

export const lateFilters = ['all', 'late', 'week', 'month'] as const
export type LateFilter = (typeof lateFilters)[number]

/** What the user has chosen to see of the lists. */
export type HandbookChoice = {
  /** `commune|hamlet`, `commune|*` for the whole commune; null: everywhere. */
  readonly place: string | null
  readonly late: LateFilter
}

export const firstChoice: HandbookChoice = { place: null, late: 'all' }

const leastDays = { all: null, late: 1, week: 8, month: 31 } as const

/** The choice as the engine is asked. */
export function filterOf({ place, late }: HandbookChoice, typed: string): HandbookFilter {
  const [communeCode = '', hamlet = '*'] = place?.split('|') ?? []
  return {
    place: place === null ? null : { communeCode, hamlet: hamlet === '*' ? null : hamlet },
    text: typed,
    lateDays: leastDays[late],
  }
}

/** The part of a record that a line is about. */
const tabsOf: Readonly<Record<HandbookList, PersonTab>> = {
  antenatal: 'pregnancy',
  'expected-births': 'pregnancy',
  'birth-dose': 'immunization',
  postpartum: 'pregnancy',
  'not-weighed': 'child',
  underweight: 'child',
  milestones: 'child',
}

export function tabOf(list: HandbookList): PersonTab {
  return tabsOf[list]
}

export const handbookTabs: readonly HandbookTab[] = [
  'antenatal',
  'expected-births',
  'birth-dose',
  'postpartum',
  'not-weighed',
  'underweight',
  'milestones',
  'report',
]
