import type { CalendarDay } from '../calendar/calendar-day'
import { addOffset, type Offset } from '../calendar/offset'
import type {
  AssessedPerson,
  DoseEvaluation,
  GivenDose,
  HistoryProblem,
  SkipCause,
  TargetStatus,
} from './result-types'
import type { Antigen, Effective, Schedule, Series, SeriesDose } from './schedule-types'

/** Everything given to one person, once whole and once by antigen, in date order. */
export type History = {
  readonly all: readonly GivenDose[]
  readonly byAntigen: ReadonlyMap<string, readonly GivenDose[]>
  /** Place of each dose in `all`, by id. */
  readonly positions: ReadonlyMap<string, number>
  readonly problems: readonly HistoryProblem[]
}

/** What the rules of one series of one person may look at. */
export type SeriesContext = {
  readonly schedule: Schedule
  readonly antigen: Antigen
  readonly series: Series
  readonly person: AssessedPerson
  /** Doses of this antigen. */
  readonly records: readonly GivenDose[]
  readonly history: History
  /** The assessment day. */
  readonly on: CalendarDay
  /** Series groups of this antigen that are complete. */
  readonly completeGroups: ReadonlySet<number>
}

/** How much of the history a question may look at: the first so many doses, of the antigen and of all. */
export type Before = { readonly records: number; readonly all: number }

/** One target of a patient series. A recurring dose adds further targets of the same series dose. */
export type Target = {
  /** Number of the series dose, from 1. */
  readonly dose: number
  readonly rule: SeriesDose
  readonly status: TargetStatus
  readonly satisfiedBy: GivenDose | null
  readonly skippedBecause: SkipCause | null
}

/** How far a series has come: targets before `next` are satisfied or skipped. */
export type Progress = {
  readonly targets: readonly Target[]
  readonly next: number
  readonly evaluations: readonly DoseEvaluation[]
  /** The same evaluations by dose. */
  readonly byDose: ReadonlyMap<string, DoseEvaluation>
}

/** Whether dated data applies on a day; both ends count (CDSi RELEVANT-1, -2). */
export function isEffective({ effectiveOn, cessationOn }: Effective, on: CalendarDay): boolean {
  return (effectiveOn === null || effectiveOn <= on) && (cessationOn === null || on <= cessationOn)
}

/** The rows that apply on a day; nearly always all of them, and then no list is made. */
export function effectiveOn<T extends Effective>(rows: readonly T[], on: CalendarDay): readonly T[] {
  return rows.every(row => isEffective(row, on)) ? rows : rows.filter(row => isEffective(row, on))
}

/** Begin age date ≤ day < end age date; a missing limit is open. Of an imprecise day, some day must fit. */
export function isWithinAges(
  { beginAge, endAge }: { readonly beginAge: Offset | null; readonly endAge: Offset | null },
  bornOn: CalendarDay,
  on: CalendarDay,
  until: CalendarDay = on,
): boolean {
  return (
    (beginAge === null || addOffset(bornOn, beginAge) <= until) &&
    (endAge === null || on < addOffset(bornOn, endAge))
  )
}

/** Whether an active observation holds on the assessment day; one without a date holds. */
export function hasObservation(person: AssessedPerson, code: string, on: CalendarDay): boolean {
  return (person.observations ?? []).some(
    it => it.code === code && it.isActive && (it.on === null || it.on <= on) && (!it.until || on <= it.until),
  )
}
