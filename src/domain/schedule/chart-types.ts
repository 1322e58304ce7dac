import type { CalendarDay } from '../calendar/calendar-day'
import type { Offset } from '../calendar/offset'
import type { VolumeWarning } from '../immunization/dose-volume'
import type { Vaccine } from '../immunization/vaccine'
import type {
  AssessedPerson,
  EvaluationReason,
  EvaluationStatus,
  GivenDose,
  HistoryProblem,
  SeriesAssessment,
} from './result-types'
import type { Confirmation, LocalText, Schedule } from './schedule-types'

/** All that an assessment depends on; `on` is the assessment day, so the same input always gives the same chart. */
export type ChartInput = {
  readonly schedule: Schedule
  /** By vaccine code. */
  readonly vaccines: ReadonlyMap<string, Vaccine>
  readonly person: AssessedPerson
  /** Voided doses are left out by the caller. */
  readonly doses: readonly GivenDose[]
  /** Antigens in partial roll-out that this point offers (rotavirus, HPV), and series that ask for it (`offeredAs`). */
  readonly offeredAntigens?: readonly string[]
  readonly on: CalendarDay
}

/** One given dose in one row. */
export type GivenCell = {
  readonly kind: 'given'
  readonly doseId: string
  readonly givenOn: CalendarDay
  /** Last possible day, where only month or year is known; null for an exact day. */
  readonly givenUntil: CalendarDay | null
  readonly vaccineCode: string
  readonly vaccineName: string
  /** 'not-evaluated': the schedule has no rule for this product. */
  readonly status: EvaluationStatus | 'not-evaluated'
  /** Number of the target dose it was judged against; null for a dose beyond the series. */
  readonly doseNumber: number | null
  readonly reasons: readonly EvaluationReason[]
  /** Antigens of this row for which the judgement differs from `status`. */
  readonly otherwise: readonly {
    readonly antigen: string
    readonly status: EvaluationStatus
    readonly reasons: readonly EvaluationReason[]
  }[]
  /** Days since the previous dose in the row; null for the first. */
  readonly daysSincePrevious: number | null
  /** False: no clinician has signed the row that judged it. */
  readonly isConfirmed: boolean
  /** Schedule version whose row judged it; null where none did. */
  readonly version: string | null
}

/** `due` and `overdue` may be given now; `later` has a date; the rest end a row. */
export type ForecastStatus =
  | 'due'
  | 'overdue'
  | 'later'
  | 'complete'
  | 'aged-out'
  | 'contraindicated'
  | 'immune'
  | 'not-recommended'

/** How long a dose has waited already, and how long it must: 19 of 28 days. */
type WaitedDays = {
  readonly fromOn: CalendarDay
  readonly on: CalendarDay
  /** Days passed; none before the interval begins (a dose that is only planned). */
  readonly days: number
  readonly requiredDays: number
}

/** Why a dose is due, waits, or is not given. */
export type ForecastReason =
  | { readonly code: 'age-reached'; readonly age: Offset; readonly on: CalendarDay }
  | {
      readonly code: 'since-previous'
      readonly previousOn: CalendarDay
      readonly months: number
      readonly days: number
    }
  | { readonly code: 'overdue'; readonly since: CalendarDay }
  /** An earlier dose did not count and must be repeated. */
  | {
      readonly code: 'repeat-dose'
      readonly givenOn: CalendarDay
      readonly givenUntil: CalendarDay | null
      readonly cause: EvaluationReason
    }
  | { readonly code: 'wait-age'; readonly age: Offset; readonly on: CalendarDay }
  | (WaitedDays & {
      readonly code: 'wait-interval'
      /** Number of the dose it counts from; null for one that did not count, or for an observation. */
      readonly doseNumber: number | null
      /** False where the interval is recommended but not required. */
      readonly isMinimum: boolean
    })
  | (WaitedDays & { readonly code: 'wait-conflict'; readonly vaccineCode: string })
  | { readonly code: 'wait-season'; readonly on: CalendarDay }
  /** A screening or the vaccinator holds it back; `on` null: no day is known. */
  | { readonly code: 'held'; readonly on: CalendarDay | null; readonly because: LocalText }
  | { readonly code: 'last-chance'; readonly latestOn: CalendarDay }
  /** The date holds only if today's due doses are given today. */
  | { readonly code: 'if-given-today' }
  | { readonly code: 'no-product' }
  | { readonly code: 'complete' }
  | { readonly code: 'aged-out'; readonly since: CalendarDay | null }
  /** `because`: what the schedule says of the observation behind it; null where it says nothing. */
  | { readonly code: 'contraindicated' | 'immune'; readonly because: LocalText | null }
  | { readonly code: 'not-recommended' }

export type ForecastCell = {
  readonly kind: 'forecast'
  readonly status: ForecastStatus
  /** "DPT mũi 4"; null when the row has ended. */
  readonly label: LocalText | null
  readonly doseNumber: number | null
  readonly antigens: readonly string[]
  readonly earliestOn: CalendarDay | null
  readonly recommendedOn: CalendarDay | null
  readonly pastDueOn: CalendarDay | null
  readonly latestOn: CalendarDay | null
  readonly reasons: readonly ForecastReason[]
  /** True when the dates assume that today's due doses are given today. */
  readonly isProjected: boolean
  /** False: no clinician has signed a row behind it. */
  readonly isConfirmed: boolean
}

export type ChartRow = {
  readonly code: string
  readonly name: LocalText
  readonly detail: LocalText | null
  /** Status of the row as a whole: the most urgent of its forecasts. */
  readonly status: ForecastStatus
  /** Given doses by date, then forecasts: one cell a column. */
  readonly cells: readonly (GivenCell | ForecastCell)[]
}

/** One product to give in this visit; it may serve several rows. */
export type DueDose = {
  /** Stable for the same state: "<row>:<dose number>". */
  readonly id: string
  readonly groupCode: string
  readonly rowCodes: readonly string[]
  readonly label: LocalText
  readonly antigens: readonly string[]
  /** Products that serve it, best first, EPI before fee. */
  readonly vaccineCodes: readonly string[]
  readonly doseNumber: number
  readonly status: 'due' | 'overdue'
  readonly latestOn: CalendarDay | null
  /** False: no clinician has signed a row behind it. */
  readonly isConfirmed: boolean
  readonly reasons: readonly ForecastReason[]
}

export type NextVisit = {
  readonly on: CalendarDay
  readonly labels: readonly LocalText[]
  readonly doses: readonly DueDose[]
}

export type ImmunizationChart = {
  readonly on: CalendarDay
  readonly scheduleCode: string
  readonly scheduleName: LocalText
  readonly confirmation: Confirmation
  /** The schedule's own dates do not cover `on`: say so beside it. */
  readonly isOutOfForce: boolean
  readonly rows: readonly ChartRow[]
  readonly today: readonly DueDose[]
  /** The next visit if all of `today` is given today; null when nothing more is foreseen. */
  readonly next: NextVisit | null
  readonly problems: readonly HistoryProblem[]
  /** The judgement behind it, series by series, for "why". */
  readonly series: readonly SeriesAssessment[]
}

/** A dose somebody is about to record. */
export type PlannedDose = {
  readonly vaccineCode: string
  readonly givenOn: CalendarDay
  /** The last day it may have been, for a dose copied from a card; absent or null: `givenOn` is exact. */
  readonly givenUntil?: CalendarDay | null
  readonly isCampaign?: boolean
}

/** Stops a dose: no reason can pass it. */
export type DoseRefusal =
  | { readonly code: 'dose.before-birth'; readonly bornOn: CalendarDay }
  | { readonly code: 'dose.in-future'; readonly today: CalendarDay }
  | { readonly code: 'dose.unknown-vaccine' }
  | {
      readonly code: 'dose.duplicate-same-day'
      readonly doseId: string
      readonly antigens: readonly string[]
    }

/** May be passed by a user who writes down why. */
export type DoseWarning =
  | {
      readonly code: 'dose.not-valid'
      readonly antigens: readonly string[]
      readonly reasons: readonly EvaluationReason[]
    }
  | { readonly code: 'dose.not-needed'; readonly antigens: readonly string[] }
  | {
      readonly code: 'dose.not-due'
      readonly antigens: readonly string[]
      readonly recommendedOn: CalendarDay
    }
  | { readonly code: 'dose.contraindicated'; readonly antigens: readonly string[] }
  | { readonly code: 'dose.not-in-schedule' }
  | { readonly code: 'dose.conflicts-with-later'; readonly doseIds: readonly string[] }
  | VolumeWarning

export type DoseCheck = {
  readonly refusals: readonly DoseRefusal[]
  readonly warnings: readonly DoseWarning[]
}
