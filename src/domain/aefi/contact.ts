import type { Instant } from '../calendar/calendar-day'

/** Why somebody was called: the day after, because a lot is recalled, because of somebody else's severe case. */
export const contactReasons = ['following-day', 'recall', 'case'] as const
export type ContactReason = (typeof contactReasons)[number]

/** What came of a call: well, something noticed, reached without an answer yet, not reached. */
export const contactStates = ['fine', 'symptoms', 'reached', 'unreachable'] as const
export type ContactState = (typeof contactStates)[number]

/** One call to one family. The newest of a reason is what counts; a mistake is voided with a reason. */
export type Contact = {
  readonly personId: string
  readonly about: ContactReason
  /** The day of the session, the lot, or the case. */
  readonly aboutKey: string
  readonly state: ContactState
  readonly phone: string | null
  readonly note: string | null
  readonly at: Instant
  readonly byUserId: string
  readonly byName: string
}
