import { addDays, type CalendarDay, daysBetween, type Instant, vietnamDayOf } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'
import { type BirthDoseRule, hoursSinceBirth } from '../immunization/birth-dose-hours'
import type { HandbookLimits } from './handbook-programme'

/*
 * The working lists of the handbook: whom to call or to visit, and why. Each rule looks at one row and answers a line, or
 * null for somebody who is not to be on the list.
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
  | { readonly list: 'birth-dose'; readonly birthDate: CalendarDay; readonly birthTime: string | null }
  | { readonly list: 'postpartum'; readonly birthId: string; readonly bornOn: CalendarDay }
  | {
      readonly list: 'not-weighed'
      readonly birthDate: CalendarDay
      /** Null: never since birth. */
      readonly lastOn: CalendarDay | null
    }
  | {
      readonly list: 'underweight'
      readonly birthDate: CalendarDay
      readonly measuredOn: CalendarDay
      readonly weightKg: number | null
      readonly findings: readonly { readonly code: string; readonly z: number; readonly isSevere: boolean }[]
    }
  | {
      readonly list: 'milestones'
      readonly birthDate: CalendarDay
      readonly checkedOn: CalendarDay
      /** Codes of `resources/handbook/child.json`. */
      readonly signs: readonly string[]
    }

export type HandbookLine = Placed & {
  /** The day from which on the person is on the list, or is awaited. */
  readonly on: CalendarDay
  /** Days since the last day in time; null while it is in time. */
  readonly daysLate: number | null
  readonly say: HandbookSay
}

const daysPast = (on: CalendarDay, today: CalendarDay) => (today > on ? daysBetween(on, today) : null)

export type NewbornRow = Placed & { readonly birthDate: CalendarDay; readonly birthTime: string | null }

/** A newborn whose birth dose is still due. Late: the hours are over, or by days alone they must be. */
export function birthDoseLine(child: NewbornRow, { hours }: BirthDoseRule, at: Instant): HandbookLine {
  const { birthDate, birthTime, personId, communeCode, hamlet } = child
  const { verdict } = hoursSinceBirth(child, hours, at)
  return {
    personId,
    communeCode,
    hamlet,
    on: birthDate,
    daysLate: verdict === 'late' ? Math.max(1, daysBetween(birthDate, vietnamDayOf(at)) - 1) : null,
    say: { list: 'birth-dose', birthDate, birthTime },
  }
}

export type DeliveryRow = Placed & {
  readonly birthId: string
  readonly bornOn: CalendarDay
  readonly hasVisit: boolean
  readonly hasDied: boolean
}

/** A mother nobody has seen since birth; of one who died nothing is asked. */
export function postpartumLine(
  delivery: DeliveryRow,
  { firstWithinDays, untilDays }: HandbookLimits['postpartum'],
  today: CalendarDay,
): HandbookLine | null {
  const { birthId, bornOn, hasVisit, hasDied, personId, communeCode, hamlet } = delivery
  if (hasVisit || hasDied || bornOn > today || daysBetween(bornOn, today) > untilDays) return null
  const on = addDays(bornOn, firstWithinDays)
  return {
    personId,
    communeCode,
    hamlet,
    on,
    daysLate: daysPast(on, today),
    say: { list: 'postpartum', birthId, bornOn },
  }
}

export type WeighedRow = Placed & { readonly birthDate: CalendarDay; readonly lastOn: CalendarDay | null }

/** A child whose next weighing is due: birth counts as the first one. */
export function weighingLine(
  child: WeighedRow,
  { bands }: HandbookLimits['weighing'],
  today: CalendarDay,
): HandbookLine | null {
  const { birthDate, lastOn, personId, communeCode, hamlet } = child
  const band = bands.find(
    ({ untilMonths }) => today < addOffset(birthDate, { years: 0, months: untilMonths, days: 0 }),
  )
  if (!band || birthDate > today) return null
  const on = addOffset(lastOn ?? birthDate, band.every)
  if (on > today) return null
  return {
    personId,
    communeCode,
    hamlet,
    on,
    daysLate: daysPast(on, today),
    say: { list: 'not-weighed', birthDate, lastOn },
  }
}

/** The order in which a list is worked through: who has waited longest first; of newborns those still in time. */
export function inOrder(lines: readonly HandbookLine[]): readonly HandbookLine[] {
  return lines.toSorted((a, b) => rank(a) - rank(b) || wait(a, b) || compare(a.personId, b.personId))
}

const rank = ({ say, daysLate }: HandbookLine) => (say.list === 'birth-dose' && daysLate !== null ? 1 : 0)

/** Of newborns that are late the youngest first: they gain most. */
function wait(a: HandbookLine, b: HandbookLine): number {
  return rank(a) === 1 ? compare(b.on, a.on) : compare(a.on, b.on)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
