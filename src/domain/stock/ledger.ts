import type { CalendarDay, Instant } from '../calendar/calendar-day'

/** Where doses are while they are here: the fridge or store room, the session's box, set aside. */
export const places = ['store', 'session', 'quarantine'] as const
export type Place = (typeof places)[number]

/**
 * Accounts outside the shelves, where doses come from or end: the supplier, the province (returned), other points
 * (lent or borrowed), people, waste, used up (supplies), and the difference a count found.
 */
export type OuterAccount = 'supplier' | 'province' | 'elsewhere' | 'given' | 'wasted' | 'used' | 'count'
export type Account = Place | OuterAccount

/** `moved`: between places of this point. `reversed`: takes an earlier movement back. */
export type MovementKind = 'received' | 'issued' | 'wasted' | 'returned' | 'counted' | 'moved' | 'reversed'

/** What a receipt's indicator of freezing or logger showed. */
export type Indicator = 'fine' | 'alarm' | 'none'

/**
 * One entry of the ledger: doses that go from one account to another. Given doses are entries too, made of the dose
 * records, so that dose and stock cannot disagree (decision 0017). Movements of earlier builds have no accounts;
 * `accountsOf` reads theirs.
 */
export type Movement = {
  readonly lotId: string
  readonly kind: MovementKind
  /** Change of what the point has: + in, − out, 0 between places. */
  readonly doses: number
  readonly at: Instant
  readonly note: string | null
  readonly from?: Account
  readonly to?: Account
  /** How many went from one account to the other, never negative. */
  readonly quantity?: number
  /** Code of a reason in `resources/stock`, where one is asked for. */
  readonly reason?: string | null
  readonly vialId?: string | null
  /** The session it belongs to, where it belongs to one. */
  readonly sessionOn?: CalendarDay | null
  /** The movement that this one takes back. */
  readonly reverses?: string | null
  readonly byUserId?: string | null
  readonly byName?: string | null
  /** A receipt: from whom, its paper, and what was seen on arrival. */
  readonly supplier?: string | null
  readonly documentNumber?: string | null
  readonly vvmStage?: number | null
  readonly temperatureC?: number | null
  readonly indicator?: Indicator | null
}

/** How much of a product or supply a point wants to have: doses or pieces. */
export type StockLevel = {
  readonly code: string
  readonly minimum: number | null
  readonly maximum: number | null
}

/** Where a movement goes from and to, and how much: read from the kind and the sign where it names no accounts. */
export function accountsOf(movement: Pick<Movement, 'kind' | 'doses' | 'from' | 'to' | 'quantity'>): {
  readonly from: Account
  readonly to: Account
  readonly quantity: number
} {
  const quantity = movement.quantity ?? Math.abs(movement.doses)
  const outer = outerOf(movement.kind)
  const isOut = movement.doses < 0
  return {
    from: movement.from ?? (isOut ? 'store' : outer),
    to: movement.to ?? (isOut ? outer : 'store'),
    quantity,
  }
}

function outerOf(kind: MovementKind): OuterAccount {
  if (kind === 'received') return 'supplier'
  if (kind === 'wasted') return 'wasted'
  return kind === 'counted' ? 'count' : 'elsewhere'
}

export function isPlace(account: Account): account is Place {
  return (places as readonly Account[]).includes(account)
}
