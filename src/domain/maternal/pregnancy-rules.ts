import type { UrineProtein } from './antenatal-visit'

/** A name as screens and papers say it. */
export type Names = { readonly vi: string; readonly en: string }

/** Where a value of the file comes from; `unverified`: a clinician or programme officer has not confirmed it. */
export type Sourced = { readonly source: string; readonly confirmation: 'sourced' | 'unverified' }

/** One step of the rule by which a scan takes the place of the period; ages are those the period gives on the day of the scan. */
export type ScanStep = {
  /** Completed weeks from which the step holds. */
  readonly fromWeeks: number
  /** The scan counts when the two differ by more than this many days. */
  readonly moreThanDays: number
}

/** How a pregnancy is dated. */
export type DatingRules = Sourced & {
  /** Days from the first day of the last period to the due date. */
  readonly pregnancyDays: number
  /** A scan older than these completed weeks dates nothing; null: any scan. */
  readonly scanBeforeWeeks: number | null
  readonly scanSteps: readonly ScanStep[]
  /** Completed weeks after which the age is asked about instead of believed. */
  readonly askAfterWeeks: number
  /** Completed weeks with which the second and the third trimester begin. */
  readonly trimesterWeeks: readonly [number, number]
}

/** One visit of a schedule: it is looked for from `fromWeek` on, is due in `dueWeek` and counts until `beforeWeek` (excluded). */
export type VisitWindow = {
  readonly number: number
  readonly fromWeek: number
  readonly dueWeek: number
  readonly beforeWeek: number
}

export type AntenatalSchedule = Sourced & {
  readonly code: string
  readonly name: Names
  readonly visits: readonly VisitWindow[]
}

/** A test with the weeks in which it is due; `untilWeek` null: it is asked for until it is done. Both ends included. */
export type TestRule = Sourced & {
  readonly code: string
  readonly name: Names
  readonly fromWeek: number
  readonly dueWeek: number
  readonly untilWeek: number | null
  /** False: offered, never counted as missing. */
  readonly isCore: boolean
}

/** What a risk is found by. `of` a value that visits measure: the newest, or any of them. */
export type RiskFinder =
  | { readonly by: 'age-below'; readonly years: number }
  | { readonly by: 'age-from'; readonly years: number }
  | { readonly by: 'height-below'; readonly cm: number }
  | { readonly by: 'bmi-below'; readonly limit: number }
  | { readonly by: 'bmi-from'; readonly limit: number }
  | { readonly by: 'gravida-from'; readonly count: number }
  | { readonly by: 'preterm-from'; readonly count: number }
  | { readonly by: 'lost-from'; readonly count: number }
  | { readonly by: 'fetuses-from'; readonly count: number }
  | { readonly by: 'weeks-from'; readonly weeks: number }
  | {
      readonly by: 'pressure-from'
      readonly systolic: number
      readonly diastolic: number
      readonly of: 'newest' | 'any'
    }
  | { readonly by: 'haemoglobin-below'; readonly gramsPerLitre: number }
  | { readonly by: 'protein-from'; readonly level: UrineProtein }
  | { readonly by: 'fetal-rate-outside'; readonly from: number; readonly to: number }
  | { readonly by: 'not-cephalic-from'; readonly weeks: number }
  | { readonly by: 'test-positive'; readonly test: string }
  /** Nothing finds it: somebody asks. */
  | { readonly by: 'asked' }

/** `urgent`: sent to a hospital now; `high`: watched by a doctor, birth in a hospital; `watch`: looked after at the station. */
export type RiskLevel = 'urgent' | 'high' | 'watch'

export type RiskRule = Sourced & {
  readonly code: string
  readonly name: Names
  readonly level: RiskLevel
  readonly found: RiskFinder
}

export type DangerSign = Sourced & { readonly code: string; readonly name: Names }

/** What a newborn gets because of its mother's HBsAg. Hours and months count from birth. */
export type NewbornStep = Sourced & {
  readonly code: string
  readonly name: Names
  readonly forMother: readonly ('positive' | 'negative' | 'unknown')[]
  readonly withinHours: number | null
  readonly atMonths: number | null
  /** Given at the same time at another site than the vaccine. */
  readonly otherSite: boolean
}

/** A value outside is refused: it was mistyped. Both ends included. */
export type Range = { readonly from: number; readonly to: number }

/** What is possible at all, and what is asked about before it is believed. Set by the project. */
export type PregnancyLimits = Sourced & {
  readonly motherYears: Range
  readonly weightKg: Range
  readonly heightCm: Range
  readonly systolic: Range
  readonly diastolic: Range
  readonly fundalHeightCm: Range
  readonly abdominalGirthCm: Range
  readonly fetalHeartRate: Range
  readonly haemoglobin: Range
  readonly ironFolateTablets: Range
  readonly gravida: Range
  readonly fetuses: Range
  readonly scanWeeks: Range
  /** Asked about: a change of weight since the last visit of more than this a week, and at least so much in all. */
  readonly weightChangeKgPerWeek: number
  readonly weightChangeKg: number
  /** Asked about: a fundal height that differs from the completed weeks by more than this, in these weeks, with one fetus. */
  readonly fundalDiffersCm: number
  readonly fundalWeeks: Range
}

/** Everything about a pregnancy that stands on pages nobody has confirmed: `resources/handbook/pregnancy.json`. */
export type PregnancyRules = {
  readonly version: string
  readonly dating: DatingRules
  /** Code of the schedule a point follows. */
  readonly usualSchedule: string
  readonly schedules: readonly AntenatalSchedule[]
  readonly tests: readonly TestRule[]
  readonly risks: readonly RiskRule[]
  readonly dangerSigns: readonly DangerSign[]
  readonly newbornSteps: readonly NewbornStep[]
  readonly limits: PregnancyLimits
}
