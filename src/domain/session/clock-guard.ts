import type { Instant } from '../calendar/calendar-day'

/** The PC's clock beside a clock that nobody can set: how long the machine has been up, sleep included. In ms. */
export type ClockMark = { readonly wallMs: number; readonly upMs: number }

/**
 * The PC's clock moved by something else than time. `running`: while the program watched. `away`: between two runs of the
 * program, when the machine was off for a while or its clock was set.
 */
export type ClockJump = {
  /** The newest stamp of the journal when it was noticed: what was written before has this stamp or a smaller one. */
  readonly stamp: string
  /** The PC's clock after the jump. */
  readonly at: Instant
  /** How far it moved beyond what is known to have passed, in ms; negative: back. */
  readonly byMs: number
  readonly kind: 'running' | 'away'
}

/** Less than this is a clock being kept right, not set. In ms. */
export const toleratedMs = 2_000

/**
 * How far the PC's clock moved beyond what is known to have passed between two looks, in ms; 0 within `toleratedMs`.
 * After a restart of the machine only the time since then is known: the time it was off is not.
 */
export function jumpBetween(before: ClockMark, now: ClockMark): number {
  const isSameStart = now.upMs >= before.upMs
  const passedMs = isSameStart ? now.upMs - before.upMs : now.upMs
  const byMs = now.wallMs - before.wallMs - passedMs
  return Math.abs(byMs) <= toleratedMs ? 0 : Math.round(byMs)
}

/**
 * How much of an observation is known to have passed, in ms: the difference of two instants without what the clock jumped
 * between them. Never more than has truly passed, so nobody is sent home too soon because a clock was set.
 */
export function passedSince(
  start: { readonly at: Instant; readonly stamp: string },
  now: Instant,
  jumps: readonly ClockJump[],
): number {
  const jumped = jumps.filter(({ stamp }) => stamp >= start.stamp).reduce((sum, { byMs }) => sum + byMs, 0)
  return Math.max(0, Date.parse(now) - Date.parse(start.at) - jumped)
}
