import { type Instant, instantOf } from '../../../src/domain/calendar/calendar-day'
import { type ClockJump, passedSince } from '../../../src/domain/session/clock-guard'
import type { Visit } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

/** How much of an observation has passed and is left, by a clock that setting the PC's clock does not change. */
export type ObservedTime = {
  readonly leftMs: number
  /** When it is over, or was, by the PC's clock as it stands now. */
  readonly until: Instant
}

/** Null before the injection. The start is the journal's instant; what the clock jumped since then does not count. */
export function observedTime(
  { store, at }: Pick<ServiceContext, 'store' | 'at'>,
  visit: Stored<Visit>,
): ObservedTime | null {
  if (visit.injectedAt === null) return null
  const jumps = store.clock.jumps()
  const stamp = jumps.length === 0 ? '' : stampOf(store.entriesOf(visit.id), visit.injectedAt)
  const passedMs = passedSince({ at: visit.injectedAt, stamp }, at, jumps)
  const missingMs = visit.observationMinutes * 60_000 - passedMs
  return { leftMs: Math.max(0, missingMs), until: instantOf(Date.parse(at) + missingMs) }
}

type Entries = ReturnType<ServiceContext['store']['entriesOf']>

/** Stamp of the entry that began the observation. */
function stampOf(entries: Entries, injectedAt: Instant): string {
  return entries.findLast(({ body }) => body.injectedAt === injectedAt)?.stamp ?? ''
}

/** The jumps that somebody should know of: while the program ran, and backwards while it did not. Newest first. */
export function tellingJumps(
  { store, at }: Pick<ServiceContext, 'store' | 'at'>,
  withinMs: number,
): readonly ClockJump[] {
  return store.clock
    .jumps()
    .filter(({ kind, byMs }) => kind === 'running' || byMs < 0)
    .filter(jump => Math.abs(Date.parse(at) - Date.parse(jump.at)) <= withinMs)
}
