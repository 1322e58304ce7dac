import type { CalendarDay, Instant } from '../calendar/calendar-day'

/** What is there, what is not, what nobody has said. */
export type Readiness = 'yes' | 'no' | 'unknown'

/**
 * How a point stands, as one of its PCs says it by itself once a day and when something of it changes: numbers and answers
 * alone, no person. One record a PC and month, so that the last state of a month stays.
 * Khánh Hòa 929/SYT-NVY (20/04/2017) asks for computer, printer, internet, trained staff and progress (niis.md §5).
 */
export type PointStatus = {
  readonly on: CalendarDay
  readonly at: Instant
  readonly appVersion: string
  readonly computer: Readiness
  readonly printer: Readiness
  readonly internet: Readiness
  readonly power: Readiness
  /** Kind of line, as the point says it; null: not said. */
  readonly internetKind: string | null
  readonly accounts: number
  readonly trainedStaff: number | null
  /** First day on which a dose was recorded here. */
  readonly startedOn: CalendarDay | null
  readonly people: number
  /** Children under twelve months followed, and births of the last twelve months as the point was told (null: not said). */
  readonly infants: number
  readonly births: number | null
  /** Doses of the running month entered here, and as the paper book says (null: not said). */
  readonly doses: number
  readonly dosesOnPaper: number | null
  /** Pairs that may be one person. */
  readonly suspectedDuplicates: number
  readonly hasStock: boolean
  readonly reportsDue: number
  readonly reportsLate: number
  readonly openDifficulties: number
  /** When the oldest entry that waits to be sent was written; null: none waits. */
  readonly oldestUnsentAt: Instant | null
  readonly lastSupervisedOn: CalendarDay | null
  /** When somebody last said what only people know; null: nobody yet. Of two PCs of a point the later one holds. */
  readonly answeredAt: Instant | null
}
