import type { CalendarDay } from '../calendar/calendar-day'
import type { Offset } from '../calendar/offset'
import type { Sex } from '../person/person'
import type { LocalText, SkipCondition } from './schedule-types'

/** What an assessment must know of one given dose. */
export type GivenDose = {
  readonly id: string
  /** Code of a product in `resources/vaccines`. */
  readonly vaccineCode: string
  /** The day, or the first day it may have been where a card names a month or a year alone. */
  readonly givenOn: CalendarDay
  /** The last day it may have been; absent or null: `givenOn` is exact. */
  readonly givenUntil?: CalendarDay | null
  /** Code of the manufacturer, as the schedule writes it, where known. */
  readonly manufacturerCode?: string | null
  readonly lotExpiresOn?: CalendarDay | null
  readonly volumeMl?: number | null
  /** Cold chain broken, recalled, wrongly handled. */
  readonly isFlagged?: boolean
  readonly isCampaign?: boolean
}

/** An indication, contraindication or evidence of immunity, by the schedule's codes. */
export type PersonObservation = {
  readonly code: string
  /** Null: known to hold, since when is not. */
  readonly on: CalendarDay | null
  /** The last day on which it holds; absent or null: it has no end. */
  readonly until?: CalendarDay | null
  readonly isActive: boolean
}

/** Products that a screening holds back, until a day or for good. Decision 0018. */
export type ProductHold = {
  readonly vaccineCodes: readonly string[]
  readonly conclusion: 'contraindicated' | 'deferred'
  /** The first day on which they may be given again; null: nobody knows it yet, or never. */
  readonly until: CalendarDay | null
  readonly text: LocalText
}

export type AssessedPerson = {
  readonly birthDate: CalendarDay
  readonly sex: Sex
  /** As the schedule spells it, where known. */
  readonly birthCountry?: string | null
  readonly observations?: readonly PersonObservation[]
  /** What the newest screening holds back; absent: nothing. */
  readonly holds?: readonly ProductHold[]
}

export type EvaluationStatus = 'valid' | 'not-valid' | 'extraneous' | 'substandard'

/** Why a dose was judged so, with the dates that decided. Remarks leave a dose valid. */
export type EvaluationReason =
  | {
      readonly code: 'too-young'
      readonly age: Offset
      readonly earliestOn: CalendarDay
      readonly daysEarly: number
    }
  /** Given before the minimum age as an extra dose that the schedule knows ("sởi 0"). */
  | { readonly code: 'zero-dose'; readonly label: LocalText; readonly earliestOn: CalendarDay }
  | { readonly code: 'too-old'; readonly age: Offset; readonly latestOn: CalendarDay }
  | {
      readonly code: 'interval-too-short'
      readonly fromOn: CalendarDay
      readonly days: number
      readonly requiredDays: number
      readonly earliestOn: CalendarDay
    }
  | {
      readonly code: 'vaccine-conflict'
      readonly otherVaccineCode: string
      readonly otherOn: CalendarDay
      readonly days: number
      readonly requiredDays: number
      readonly earliestOn: CalendarDay
    }
  | { readonly code: 'inadvertent-vaccine' }
  | { readonly code: 'vaccine-not-accepted' }
  | { readonly code: 'vaccine-too-young'; readonly earliestOn: CalendarDay; readonly daysEarly: number }
  | { readonly code: 'vaccine-too-old'; readonly latestOn: CalendarDay }
  | { readonly code: 'series-complete' }
  | { readonly code: 'campaign-dose' }
  | { readonly code: 'lot-expired'; readonly expiredOn: CalendarDay }
  | { readonly code: 'dose-flagged' }
  | { readonly code: 'grace-age'; readonly minimumOn: CalendarDay }
  | { readonly code: 'grace-interval'; readonly minimumOn: CalendarDay }
  /**
   * The card names a month or a year: judged valid if some day of it is. `countsFrom` is the first such day, from which
   * the next dose is judged; the first day of all where none is.
   */
  | {
      readonly code: 'date-imprecise'
      readonly from: CalendarDay
      readonly until: CalendarDay
      readonly countsFrom: CalendarDay
    }
  | { readonly code: 'low-volume'; readonly volumeMl: number; readonly requiredMl: number }

/** The judgement of one dose for one antigen in one series. */
export type DoseEvaluation = {
  readonly doseId: string
  readonly antigen: string
  readonly seriesCode: string
  /** Number of the target it was judged against, from 1; null when the series was already complete. */
  readonly targetDose: number | null
  /** Schedule version whose row judged it: the one in force on its day; null where no row was asked. */
  readonly version: string | null
  /** False: no clinician has signed the row that judged it. */
  readonly isConfirmed: boolean
  readonly status: EvaluationStatus
  readonly reasons: readonly EvaluationReason[]
}

export type TargetStatus = 'not-satisfied' | 'satisfied' | 'skipped'

export type SeriesStatus =
  | 'not-complete'
  | 'complete'
  | 'immune'
  | 'contraindicated'
  | 'aged-out'
  | 'not-recommended'

/** One date that competed for a forecast date, and the rule it comes from. */
export type DateCandidate =
  | { readonly rule: 'birth'; readonly on: CalendarDay }
  | {
      readonly rule: 'minimum-age' | 'recommended-age' | 'latest-recommended-age' | 'maximum-age'
      readonly on: CalendarDay
      readonly age: Offset
    }
  | {
      readonly rule: 'minimum-interval' | 'recommended-interval' | 'latest-recommended-interval'
      readonly on: CalendarDay
      readonly fromOn: CalendarDay
      /** Number of the target that the dose counted from was judged against; null when counted from something else. */
      readonly fromDose: number | null
      readonly interval: Offset
    }
  | {
      readonly rule: 'conflict'
      readonly on: CalendarDay
      readonly fromOn: CalendarDay
      readonly vaccineCode: string
    }
  | { readonly rule: 'season'; readonly on: CalendarDay }
  /** Every product of the dose is held back by a screening. */
  | { readonly rule: 'held'; readonly on: CalendarDay; readonly text: LocalText }
  | { readonly rule: 'inadvertent-dose' | 'last-dose'; readonly on: CalendarDay }

/** Why a target was skipped: the day that was asked about, and the conditions that held. */
export type SkipCause = { readonly on: CalendarDay; readonly conditions: readonly SkipCondition[] }

/** The rule behind a status that needs no dose. */
export type StatusCause =
  | { readonly rule: 'immunity'; readonly observationCode: string; readonly text: LocalText }
  | { readonly rule: 'birth-before'; readonly bornBefore: CalendarDay }
  | { readonly rule: 'contraindication'; readonly observationCode: string; readonly text: LocalText }
  | { readonly rule: 'held'; readonly conclusion: ProductHold['conclusion']; readonly text: LocalText }
  | { readonly rule: 'season-end' | 'maximum-age'; readonly on: CalendarDay }

/** Every date of a forecast, and the candidates it was chosen from. */
export type ForecastDates = {
  readonly earliestOn: CalendarDay
  readonly recommendedOn: CalendarDay
  readonly pastDueOn: CalendarDay | null
  /** Last day on which the dose may be given. */
  readonly latestOn: CalendarDay | null
  readonly candidates: readonly DateCandidate[]
}

/** A series of one person: what was judged and what comes next. */
export type SeriesAssessment = {
  readonly antigen: string
  readonly seriesCode: string
  readonly seriesGroup: number
  readonly status: SeriesStatus
  /** What made it immune, contraindicated, aged out or out of season; empty otherwise. */
  readonly causes: readonly StatusCause[]
  readonly targets: readonly {
    readonly dose: number
    readonly status: TargetStatus
    readonly doseId: string | null
    /** Schedule version of the row that forecasts. */
    readonly version: string
    readonly skippedBecause: SkipCause | null
  }[]
  readonly evaluations: readonly DoseEvaluation[]
  /** Target dose that is forecast, from 1, as the series numbers it; null when none is. */
  readonly targetDose: number | null
  readonly label: LocalText | null
  /** 1 + satisfied targets. */
  readonly doseNumber: number | null
  readonly dates: ForecastDates | null
  /** Products to offer, best first. */
  readonly vaccineCodes: readonly string[]
  /** What the dose is called with a product to offer, where that is not `label`. */
  readonly productLabels: Readonly<Record<string, LocalText>>
  /** Products that would count as well. */
  readonly allowableVaccineCodes: readonly string[]
  /** Day of the last dose that counted for this series; null when none. */
  readonly previousOn: CalendarDay | null
  /** Day of the last dose judged in this series, whatever its status; null when none. */
  readonly lastDoseOn: CalendarDay | null
  /** Day from which a series is closed by age. */
  readonly agedOutOn: CalendarDay | null
  /** False: no clinician has signed the row that is forecast. */
  readonly isConfirmed: boolean
}

/** Why a series speaks for its group (CDSi chapter 9): the rule that chose it, and the scores where it came to scores. */
export type SeriesChoice = {
  readonly group: number
  readonly seriesCode: string
  readonly because: 'default' | 'only-scorable' | 'only-complete' | 'only-in-process' | 'score' | 'preference'
  readonly scores: readonly { readonly seriesCode: string; readonly score: number }[]
}

/**
 * The series of an antigen that are relevant to the person and come into question, and the best of them; several may
 * remain.
 */
export type AntigenAssessment = {
  readonly antigen: string
  readonly best: readonly SeriesAssessment[]
  readonly relevant: readonly SeriesAssessment[]
  readonly choices: readonly SeriesChoice[]
  /** False: judged, but not forecast, because the programme does not reach this point. */
  readonly isForecast: boolean
}

/** Doses an assessment could not use; reported, never dropped silently. */
export type HistoryProblem = {
  readonly doseId: string
  readonly code: 'unknown-vaccine' | 'not-in-schedule' | 'before-birth' | 'after-assessment'
}

export type Assessment = {
  readonly antigens: readonly AntigenAssessment[]
  readonly problems: readonly HistoryProblem[]
}
