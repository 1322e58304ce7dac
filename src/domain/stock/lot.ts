import type { CalendarDay, Instant } from '../calendar/calendar-day'

export type LotStatus = 'active' | 'suspended'

/** A lot of one product as this point holds it. Its balance is what the movements and the doses add up to. */
export type Lot = {
  readonly vaccineCode: string
  readonly number: string
  readonly expiresOn: CalendarDay
  readonly manufacturer: string | null
  readonly programme: 'epi' | 'fee'
  readonly status: LotStatus
  readonly statusReason: string | null
  readonly diluentLot: string | null
  readonly diluentExpiresOn: CalendarDay | null
}

export type MovementKind = 'received' | 'issued' | 'wasted' | 'returned' | 'counted'

/** Doses that came in (+) or went out (−) other than by being given. */
export type Movement = {
  readonly lotId: string
  readonly kind: MovementKind
  readonly doses: number
  readonly at: Instant
  readonly note: string | null
}

/** A lot with its balance, as screens list it. */
export type LotOnHand = Lot & { readonly lotId: string; readonly balance: number; readonly given: number }

export type LotRefusal =
  | { readonly code: 'lot.expired'; readonly expiredOn: CalendarDay }
  | { readonly code: 'lot.suspended' }
  | { readonly code: 'lot.empty' }
  | { readonly code: 'lot.wrong-vaccine' }

/** Every reason why doses may not be taken from a lot. The day of expiry itself still counts. */
export function lotRefusals(
  lot: LotOnHand,
  use: { readonly vaccineCode: string; readonly on: CalendarDay; readonly doses: number },
): readonly LotRefusal[] {
  const refusals: LotRefusal[] = []
  if (lot.vaccineCode !== use.vaccineCode) refusals.push({ code: 'lot.wrong-vaccine' })
  if (use.on > lot.expiresOn) refusals.push({ code: 'lot.expired', expiredOn: lot.expiresOn })
  if (lot.status === 'suspended') refusals.push({ code: 'lot.suspended' })
  if (lot.balance < use.doses) refusals.push({ code: 'lot.empty' })
  return refusals
}

/** First expired, first out; lots that cannot be used come last. */
export function byUseOrder(on: CalendarDay): (a: LotOnHand, b: LotOnHand) => number {
  const usable = (lot: LotOnHand) =>
    lotRefusals(lot, { vaccineCode: lot.vaccineCode, on, doses: 1 }).length === 0 ? 0 : 1
  return (a, b) =>
    usable(a) - usable(b) || a.expiresOn.localeCompare(b.expiresOn) || a.number.localeCompare(b.number)
}
