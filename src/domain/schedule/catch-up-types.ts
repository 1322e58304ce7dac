import type { CalendarDay } from '../calendar/calendar-day'
import type { Route } from '../immunization/dose'
import type { Confirmation, LocalText } from './schedule-types'

/** One product in one planned visit. */
export type CatchUpDose = {
  readonly vaccineCode: string
  readonly label: LocalText
  readonly route: Route | null
  /** What it counts for: antigen, series, and the target of that series, from 1. */
  readonly targets: readonly CatchUpTarget[]
  /** First day on which it was due in this plan; before the day of the visit when it waited for the visit. */
  readonly dueOn: CalendarDay
}

export type CatchUpTarget = {
  readonly antigen: string
  readonly name: LocalText
  readonly seriesCode: string
  readonly targetDose: number
}

export type CatchUpVisit = {
  readonly on: CalendarDay
  /** Injections first, then drops. */
  readonly doses: readonly CatchUpDose[]
  readonly injections: number
}

/** An antigen's series that a visit of the plan completes. */
export type Completion = { readonly antigen: string; readonly name: LocalText; readonly on: CalendarDay }

/** Why a series stays open at the end of the plan. */
export type OpenReason =
  | { readonly code: 'beyond-horizon'; readonly on: CalendarDay }
  | { readonly code: 'aged-out'; readonly since: CalendarDay | null }
  | { readonly code: 'contraindicated' }
  | { readonly code: 'no-product' }

/** A dose the plan does not hold, for all antigens it would serve. */
export type OpenSeries = {
  readonly label: LocalText | null
  readonly antigens: readonly { readonly antigen: string; readonly name: LocalText }[]
  readonly reason: OpenReason
}

export type CatchUpPlan = {
  readonly from: CalendarDay
  /** Last day a visit may have. */
  readonly until: CalendarDay
  readonly scheduleCode: string
  readonly scheduleName: LocalText
  readonly confirmation: Confirmation
  readonly maxInjections: number
  readonly maxWaitDays: number | null
  readonly visits: readonly CatchUpVisit[]
  readonly completions: readonly Completion[]
  readonly open: readonly OpenSeries[]
  /** True when it is sure that no plan has fewer visits; false when the search ended before that was known. */
  readonly isFewest: boolean
}
