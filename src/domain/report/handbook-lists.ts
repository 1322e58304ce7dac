import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { MilestoneSign, Wording } from '../child/child-handbook'
import type { LatestFinding } from '../child/latest-findings'
import type { BirthDoseWait } from '../immunization/birth-dose-hours'

/*
 * The working lists of the handbook: whom to call or to visit, and why. The rules are in
 * `lines-of-women.ts` and `lines-of-children.ts`: each looks at one row and answers a line, or null for somebody who is not on
 * the list.
 */

export const handbookLists = [
  'antenatal',
  'expected-births',
  'birth-dose',
  'postpartum',
  'not-weighed',
  'underweight',
  'milestones',
] as const
export type HandbookList = (typeof handbookLists)[number]

/** Who a line is about and where they live; empty texts where no place is known. */
export type Placed = { readonly personId: string; readonly communeCode: string; readonly hamlet: string }

/** A finding with its words; null where the kind says all. */
export type SaidFinding = LatestFinding & { readonly text: Wording | null }

/** What a line says beside who it is. */
export type HandbookSay =
  | {
      readonly list: 'antenatal'
      readonly pregnancyId: string
      /** Gestational age of the day the list was made; null where nothing dates the pregnancy. */
      readonly age: { readonly weeks: number; readonly days: number } | null
      /** Which visit is due, from 1; null where nothing dates the pregnancy. */
      readonly visit: number | null
      readonly lastVisitOn: CalendarDay | null
    }
  | {
      readonly list: 'expected-births'
      readonly pregnancyId: string
      readonly fetuses: number | null
      readonly hasRisks: boolean
      /** The day is so long past that the end of the pregnancy was probably not written down. */
      readonly isForgotten: boolean
    }
  | ({ readonly list: 'birth-dose' } & BirthDoseWait)
  | { readonly list: 'postpartum'; readonly birthId: string; readonly bornOn: CalendarDay }
  | {
      readonly list: 'not-weighed'
      readonly birthDate: CalendarDay
      /** Null: never since birth. */
      readonly lastOn: CalendarDay | null
      /** Which age band, from 0: the younger, the more often. */
      readonly band: number
    }
  | {
      readonly list: 'underweight'
      readonly birthDate: CalendarDay
      /** Of the day of the newest finding. */
      readonly weightKg: number | null
      readonly findings: readonly SaidFinding[]
    }
  | {
      readonly list: 'milestones'
      readonly birthDate: CalendarDay
      readonly checkedOn: CalendarDay
      /** Of `resources/handbook/child.json`. */
      readonly signs: readonly MilestoneSign[]
    }

export type HandbookLine = Placed & {
  /** The day from which on the person is on the list, or is awaited. */
  readonly on: CalendarDay
  /** Days since the last day in time; null while it is in time. */
  readonly daysLate: number | null
  readonly say: HandbookSay
}

/** Days since a day; null until it is over. */
export const daysPast = (on: CalendarDay, today: CalendarDay) => (today > on ? daysBetween(on, today) : null)

/** The order in which a list is worked through: who has waited longest first; of newborns those still in time. */
export function inOrder(lines: readonly HandbookLine[]): readonly HandbookLine[] {
  return lines.toSorted((a, b) => rank(a) - rank(b) || wait(a, b) || compare(a.personId, b.personId))
}

/** Newborns still in time come before those who are late, of children not weighed the youngest ages first, and what
 * is severe before the rest. */
function rank({ say, daysLate }: HandbookLine): number {
  if (say.list === 'not-weighed') return say.band
  if (say.list === 'underweight') return say.findings.some(({ severity }) => severity === 'severe') ? 0 : 1
  return say.list === 'birth-dose' && daysLate !== null ? 1 : 0
}

/** Of newborns that are late, and of children with late signs, the youngest first: they gain most. */
function wait(a: HandbookLine, b: HandbookLine): number {
  if (a.say.list === 'milestones' && b.say.list === 'milestones')
    return compare(b.say.birthDate, a.say.birthDate)
  return a.say.list === 'birth-dose' && rank(a) === 1 ? compare(b.on, a.on) : compare(a.on, b.on)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
