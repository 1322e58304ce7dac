import type { AppEvent } from '../../../src/contract/events'
import { instantOf } from '../../../src/domain/calendar/calendar-day'
import { type ClockJump, type ClockMark, jumpBetween } from '../../../src/domain/session/clock-guard'
import { sqliteCodeOf } from '../../db/sqlite-trouble'
import type { Ports } from '../service'

/** How old the kept mark may be, in ms: what a power cut takes from an observation, at most. */
const keepEveryMs = 15_000

/** How often the engine looks while nobody asks anything, in ms. */
const lookEveryMs = 1_000

type GuardPorts = Pick<Ports, 'store' | 'clock' | 'upMs'>
type GuardOptions = {
  readonly emit: (event: AppEvent) => void
  /** Hears of bugs: never with personal data. */
  readonly log: (line: string) => void
  /** False while another connection writes a whole; nothing is written through this one until then. */
  readonly mayWrite: () => boolean
}

/**
 * Compares the PC's clock with how long the machine has been up, and keeps every jump. Must look before anything is
 * written, so that each entry lies clearly before or after a jump.
 */
export function guardClock({ store, clock, upMs }: GuardPorts, { emit, log, mayWrite }: GuardOptions) {
  let mark = store.clock.mark()
  let keptUpMs = Number.NEGATIVE_INFINITY
  let kind: ClockJump['kind'] = 'away'

  function keep(now: ClockMark, byMs: number): void {
    const jump: ClockJump = { stamp: store.clock.newestStamp(), at: instantOf(now.wallMs), byMs, kind }
    store.transaction(() => {
      if (byMs !== 0) store.clock.keepJump(jump)
      store.clock.keepMark(now)
    })
    keptUpMs = now.upMs
    if (byMs !== 0) emit({ name: 'clock.jumped' })
  }

  function look(): void {
    const now: ClockMark = { wallMs: Date.parse(clock()), upMs: upMs() }
    const byMs = mark ? jumpBetween(mark, now) : 0
    const isDue = byMs !== 0 || Math.abs(now.upMs - keptUpMs) >= keepEveryMs
    // What cannot be kept now is found again at the next look.
    if (isDue && !mayWrite()) return
    try {
      if (isDue) keep(now, byMs)
      mark = now
      kind = 'running'
    } catch (error) {
      log(`the clock could not be noted: ${sqliteCodeOf(error)}`)
    }
  }

  return {
    look,
    /** Goes on looking once a second. */
    begin: () => void setInterval(look, lookEveryMs),
  }
}
