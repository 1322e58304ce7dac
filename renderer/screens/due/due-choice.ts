import type { DueRequest } from '../../../src/contract/due-calls'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { addOffset } from '../../../src/domain/calendar/offset'

export const statuses = ['due', 'overdue', 'until'] as const
export const ages = ['all', 'under1', 'under2', 'under5'] as const
export type Age = (typeof ages)[number]

/** What the user has chosen to see. */
export type DueChoice = {
  readonly status: (typeof statuses)[number]
  readonly until: CalendarDay | null
  /** `commune|hamlet`, `commune|*` for the whole commune; null: everywhere. */
  readonly place: string | null
  readonly rowCode: string | null
  readonly age: Age
  readonly order: 'oldest' | 'newest'
}

/** What everybody sees first: all who may come today. */
export const firstChoice: DueChoice = {
  status: 'due',
  until: null,
  place: null,
  rowCode: null,
  age: 'all',
  order: 'oldest',
}

const years = { under1: 1, under2: 2, under5: 5 } as const

/** The choice as the engine is asked; "until" without a day looks a month ahead. */
export function requestOf(choice: DueChoice, typed: string, today: CalendarDay): DueRequest {
  const { status, until, place, rowCode, age } = choice
  const [communeCode = '', hamlet = '*'] = place?.split('|') ?? []
  return {
    status: status === 'overdue' ? 'overdue' : 'due',
    until: status === 'until' ? untilOf(until, today) : null,
    rowCode,
    place: place === null ? null : { communeCode, hamlet: hamlet === '*' ? null : hamlet },
    bornFrom: age === 'all' ? null : bornAfter(years[age], today),
    bornTo: null,
    text: typed,
  }
}

/** The day looked ahead to. */
export function untilOf(until: CalendarDay | null, today: CalendarDay): CalendarDay {
  return until ?? addDays(today, 30)
}

/** Whoever was born from this day on has not reached the age. */
function bornAfter(age: number, today: CalendarDay): CalendarDay {
  return addDays(addOffset(today, { years: -age, months: 0, days: 0 }), 1)
}

/** The next of a row of choices, and the first again after the last. */
export function nextOf<T>(all: readonly T[], now: T): T {
  return all[(all.indexOf(now) + 1) % all.length] ?? now
}

/** True when something narrows the list. */
export function isNarrowed({ place, rowCode, age }: DueChoice, typed: string): boolean {
  return place !== null || rowCode !== null || age !== 'all' || typed !== ''
}
