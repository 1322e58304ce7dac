import type { CalendarDay } from '../calendar/calendar-day'
import type { Place } from './ledger'

/** suspended: nobody may use it until somebody says so; quarantined: the same, because the cold chain is in doubt. */
export type LotStatus = 'active' | 'suspended' | 'quarantined'

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
  /** What the box says, where the product comes in several sizes; else the product's own size counts. */
  readonly dosesPerVial?: number | null
}

/** A lot with its balance, as screens list it. */
export type LotOnHand = Lot & {
  readonly lotId: string
  /** All doses at this point, also those set aside. */
  readonly balance: number
  readonly given: number
  /** Where the balance is. Doses set aside (`quarantine`) are at the point, but nobody may give them. */
  readonly places: Readonly<Record<Place, number>>
  /** Doses of the balance that are left in open vials. */
  readonly openDoses: number
}

export type LotRefusal =
  | { readonly code: 'lot.expired'; readonly expiredOn: CalendarDay }
  | { readonly code: 'lot.suspended' }
  | { readonly code: 'lot.quarantined' }
  | { readonly code: 'lot.empty' }
  | { readonly code: 'lot.wrong-vaccine' }

/** Doses that may be given: what is here less what was set aside. */
export function usableDoses({ balance, places }: Pick<LotOnHand, 'balance' | 'places'>): number {
  return balance - places.quarantine
}

/** Every reason why doses may not be taken from a lot. The day of expiry itself still counts. */
export function lotRefusals(
  lot: LotOnHand,
  use: { readonly vaccineCode: string; readonly on: CalendarDay; readonly doses: number },
): readonly LotRefusal[] {
  const refusals: LotRefusal[] = []
  if (lot.vaccineCode !== use.vaccineCode) refusals.push({ code: 'lot.wrong-vaccine' })
  if (use.on > lot.expiresOn) refusals.push({ code: 'lot.expired', expiredOn: lot.expiresOn })
  if (lot.status === 'suspended') refusals.push({ code: 'lot.suspended' })
  if (lot.status === 'quarantined') refusals.push({ code: 'lot.quarantined' })
  if (usableDoses(lot) < use.doses) refusals.push({ code: 'lot.empty' })
  return refusals
}

/** First expired, first out; lots that cannot be used come last. */
export function byUseOrder(on: CalendarDay): (a: LotOnHand, b: LotOnHand) => number {
  const usable = (lot: LotOnHand) =>
    lot.status === 'active' && on <= lot.expiresOn && usableDoses(lot) > 0 ? 0 : 1
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return (a, b) => usable(a) - usable(b) || order(a.expiresOn, b.expiresOn) || order(a.number, b.number)
}
