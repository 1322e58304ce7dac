import type { Instant } from '../../calendar/calendar-day'

/** What every resource says of itself. */
export type UpwardHead = {
  readonly resource: string
  readonly recordId: string
  readonly lastUpdated: Instant
}
