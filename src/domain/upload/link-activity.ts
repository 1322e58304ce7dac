import type { Instant } from '../calendar/calendar-day'
import type { LinkTrouble } from './judge-answer'

/**
 * What the uploader does now. `off`: not joined. `idle`: nothing waits. `pausing`: no way through, tried again at
 * `nextTryAt`.
 */
export type LinkActivity = {
  readonly phase: 'off' | 'idle' | 'sending' | 'pausing'
  readonly trouble: LinkTrouble | null
  readonly nextTryAt: Instant | null
  /** Server minus this PC, in ms. */
  readonly offsetMs: number
}

export const offActivity: LinkActivity = { phase: 'off', trouble: null, nextTryAt: null, offsetMs: 0 }
