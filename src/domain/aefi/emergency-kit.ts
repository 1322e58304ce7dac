import { type CalendarDay, daysBetween, type Instant } from '../calendar/calendar-day'
import type { KitItem } from './adrenaline'

/** One item of the emergency box as somebody found it. The newest check of an item is what counts. */
export type KitCheck = {
  readonly itemCode: string
  readonly count: number
  /** The earliest expiry among them; null: it has none. */
  readonly expiresOn: CalendarDay | null
  readonly lotNumber: string | null
  readonly checkedAt: Instant
  readonly byUserId: string
  readonly byName: string
}

export type KitState = 'fine' | 'never-checked' | 'short' | 'expired' | 'expires-soon' | 'no-expiry'

/** How an item of the box stands on a day: the worst of what is wrong with it. The day of expiry itself still counts. */
export function kitState(
  item: KitItem,
  check: Pick<KitCheck, 'count' | 'expiresOn'> | null,
  on: CalendarDay,
  warnDays: number,
): KitState {
  if (!check) return 'never-checked'
  if (check.count < item.needed) return 'short'
  if (!item.expires) return 'fine'
  if (check.expiresOn === null) return 'no-expiry'
  if (check.expiresOn < on) return 'expired'
  return daysBetween(on, check.expiresOn) <= warnDays ? 'expires-soon' : 'fine'
}

/** Something of the box must be seen to before the session. */
export function needsHand(state: KitState): boolean {
  return state !== 'fine'
}
