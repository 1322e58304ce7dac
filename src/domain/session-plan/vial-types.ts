import type { CalendarDay } from '../calendar/calendar-day'
import type { VialRule } from './vial-rule'

/** A child in question for one vaccine. */
export type VialChild = {
  readonly personId: string
  /** Last day on which the dose is in time; null: nothing says that it gets late. */
  readonly inTimeUntil: CalendarDay | null
  /** Last day on which it may be given at all; null: no bound. */
  readonly latestOn: CalendarDay | null
  /** How often it was sent home because no vial was opened. */
  readonly turnedAway: number
}

export type ExpectedChild = VialChild & {
  /** 0 to 1. */
  readonly chance: number
}

/** One vaccine in multi-dose vials, at one moment of a session. */
export type VialQuestion = {
  readonly on: CalendarDay
  readonly dosesPerVial: number
  /** Doses left in vials that are open and may still be used. */
  readonly openDoses: number
  /** Here and waiting for this vaccine. */
  readonly present: readonly VialChild[]
  /** In the plan of today, and not here yet. */
  readonly toCome: readonly ExpectedChild[]
  /** How many come besides the plan until the end, on average. */
  readonly walkIns: number
  /** Due, not in the plan of today: they can be called. */
  readonly others: readonly VialChild[]
  /** Null: nobody knows of another session. */
  readonly nextSessionOn: CalendarDay | null
  /** How many come to that session anyway, on average. */
  readonly nextExpected: number
  /** False after the last call: who is here gets the dose or goes home. */
  readonly mayWait: boolean
  readonly rule: VialRule
}

/** Why: the renderer and the papers have the sentences. */
export type VialReason =
  | { readonly code: 'nobody' }
  | { readonly code: 'in-open-vial'; readonly left: number }
  /** These would be too late at the next session, or were sent home before. */
  | { readonly code: 'cannot-wait'; readonly personIds: readonly string[] }
  | { readonly code: 'no-next-session' }
  | { readonly code: 'enough'; readonly present: number; readonly needed: number }
  | { readonly code: 'sure-to-open'; readonly chancePercent: number }
  | { readonly code: 'more-are-coming'; readonly chancePercent: number; readonly needed: number }
  | { readonly code: 'calls-may-help'; readonly needed: number }
  | { readonly code: 'too-few'; readonly expected: number; readonly needed: number }

export type VialAdvice = {
  readonly action: 'nothing' | 'use-open' | 'open-now' | 'wait' | 'call' | 'next-session'
  readonly reason: VialReason
  /** From so many children on, opening costs less than sending them home. */
  readonly needed: number
  /** How many come today in all, those here included, on average. */
  readonly expectedToday: number
  /** Doses that would be thrown away after opening now, on average. */
  readonly wasteIfOpened: number
  /** Vials to open now. */
  readonly vials: number
  /** Whom to call, the most urgent first; empty: nobody has to be. */
  readonly call: readonly string[]
}
