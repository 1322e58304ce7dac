import type { Instant } from '../../calendar/calendar-day'

/** A question of this point and its answer, as far as it may travel. */
export type AnsweredQuestion = {
  readonly personId: string
  readonly kind: string
  readonly doseIds: readonly string[]
  readonly verdict: string | null
  readonly note: string | null
  readonly byUserId: string | null
  readonly byName: string | null
  /** By the server's clock; earlier builds did not say. */
  readonly decidedAt?: Instant | null
}
