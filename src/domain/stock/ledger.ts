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

/** Doses at each place that no open vial holds: what may leave it. */
export type Unopened = Readonly<Record<Place, number>>

/** What a use case may post, and the kind of entry it is. Receipts, counts and given doses have ways of their own. */
const postings: readonly (readonly [from: Account, to: Account, kind: MovementKind])[] = [
  ['store', 'session', 'moved'],
  ['session', 'store', 'moved'],
  ['store', 'quarantine', 'moved'],
  ['session', 'quarantine', 'moved'],
  ['quarantine', 'store', 'moved'],
  ['store', 'wasted', 'wasted'],
  ['session', 'wasted', 'wasted'],
  ['quarantine', 'wasted', 'wasted'],
  ['store', 'province', 'returned'],
  ['quarantine', 'province', 'returned'],
  ['store', 'elsewhere', 'issued'],
  ['elsewhere', 'store', 'returned'],
  ['store', 'used', 'issued'],
  ['session', 'used', 'issued'],
]

/** The kind of entry from one account to another; null when nothing may go that way. */
export function kindOfPosting(from: Account, to: Account): MovementKind | null {
  return postings.find(posting => posting[0] === from && posting[1] === to)?.[2] ?? null
}

export type PostingRefusal =
  | { readonly code: 'stock.no-such-way' }
  | { readonly code: 'lot.bad-quantity'; readonly lowest: number; readonly highest: number }
  | { readonly code: 'stock.not-enough'; readonly place: Place; readonly there: number }
  | { readonly code: 'reason.missing' }

/** No movement is larger: a number with a digit too many is refused before it becomes stock. */
export const mostDoses = 100_000

/**
 * Every reason why doses may not go from one account to another. What a place does not hold cannot leave it, and doses
 * in open vials do not leave it by themselves. Setting aside and taking back from there needs words.
 */
export function postingRefusals(
  posting: {
    readonly from: Account
    readonly to: Account
    readonly quantity: number
    readonly note: string | null
  },
  unopened: Unopened,
): readonly PostingRefusal[] {
  const { from, to, quantity, note } = posting
  const refusals: PostingRefusal[] = []
  if (kindOfPosting(from, to) === null) refusals.push({ code: 'stock.no-such-way' })
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > mostDoses)
    refusals.push({ code: 'lot.bad-quantity', lowest: 1, highest: mostDoses })
  if (isPlace(from) && unopened[from] < quantity)
    refusals.push({ code: 'stock.not-enough', place: from, there: unopened[from] })
  if (needsWords(from, to) && !note) refusals.push({ code: 'reason.missing' })
  return refusals
}

function needsWords(from: Account, to: Account): boolean {
  return to === 'quarantine' || (from === 'quarantine' && to === 'store')
}

/**
 * The id of the entry that takes a movement back. It follows from the id of the movement, so that two PCs that take back
 * the same one write one record: the same UUID as version 8. Null for what is such an entry itself.
 */
export function reversalIdOf(movementId: string): string | null {
  const version = movementId.charAt(14)
  return version === '8' ? null : `${movementId.slice(0, 14)}8${movementId.slice(15)}`
}

/** What every account holds after these entries; all of them together hold nothing. */
export function sumAccounts(
  entries: readonly { readonly from: Account; readonly to: Account; readonly quantity: number }[],
): ReadonlyMap<Account, number> {
  const sums = new Map<Account, number>()
  const add = (account: Account, doses: number) => sums.set(account, (sums.get(account) ?? 0) + doses)
  for (const { from, to, quantity } of entries) {
    add(from, -quantity)
    add(to, quantity)
  }
  return sums
}
