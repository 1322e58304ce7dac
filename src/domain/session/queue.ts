import type { CalendarDay, Instant } from '../calendar/calendar-day'
import type { Stage } from './visit'

/** Minutes of waiting for one step after which a point looks at it, until it chooses otherwise. */
export const defaultWaitLimitMinutes = 30

/** The lanes somebody may be called in. */
export type CallStage = Exclude<Stage, 'done'>

/** Somebody was called to a step. Called again, it is another call: how often is what the close of the day asks. */
export type QueueCall = {
  readonly personId: string
  readonly visitId: string
  readonly on: CalendarDay
  readonly stage: CallStage
  readonly ticket: number
  readonly at: Instant
  readonly byUserId: string
  readonly byName: string
}

/** Why somebody with an appointment did not come. */
export const noShowReasons = [
  'ill',
  'away',
  'refused',
  'will-come',
  'not-reached',
  'moved',
  'elsewhere',
  'other',
] as const
export type NoShowReason = (typeof noShowReasons)[number]

/** Somebody with an appointment who did not come, and why; asked again, the newer answer counts. */
export type NoShow = {
  readonly personId: string
  readonly on: CalendarDay
  readonly reason: NoShowReason
  readonly note: string | null
  readonly at: Instant
  readonly byUserId: string
  readonly byName: string
}

/**
 * A name for everybody's eyes and ears: the given name and the first letter of the family's, "Ngọc (N.)". The number says
 * who is meant; a full name on a wall says more than the room needs. A child without a name is "Con bà" and the mother's
 * given name. Decision 0020.
 */
export function calledName(displayName: string): string {
  const words = displayName.trim().split(/\s+/u)
  const given = words.at(-1) ?? ''
  const first = words[0] ?? ''
  if (words.length === 1) return given
  if (/^con$/iu.test(first)) return `${words.slice(0, 2).join(' ')} ${given}`
  return `${given} (${[...first][0] ?? ''}.)`
}
