import type { Instant } from '../calendar/calendar-day'

/** What whoever supervises says of something that came up from a point. */
export const reportVerdicts = ['accepted', 'refused'] as const
export const difficultyVerdicts = ['answered', 'solved'] as const
export type ReportVerdict = (typeof reportVerdicts)[number]
export type DifficultyVerdict = (typeof difficultyVerdicts)[number]

/**
 * An answer from above. It stands beside what it answers and never changes it: a report and a difficulty belong to their
 * point, which takes the answer in (decision 0045).
 */
export type SupervisorAnswer = {
  readonly about: 'report' | 'difficulty'
  /** The record at the point. */
  readonly aboutId: string
  /** The point it goes to, by its record. */
  readonly pointId: string
  readonly verdict: ReportVerdict | DifficultyVerdict
  /** Why it was refused, or what helps; null: nothing was said. */
  readonly text: string | null
  readonly byUserId: string
  readonly byName: string
  readonly at: Instant
}
