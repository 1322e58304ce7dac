import { type Account, isPlace, type MovementKind } from '../stock/ledger'

/*
 * What became of a lot or a supply in a period, told from the entries of its ledger: movements and given doses (decision 0017).
 * A number is the sum of what each entry adds to it, and its names are the entries that add something: one rule for both.
 */

/** A ledger entry before the period or within it; what lies behind it does not count. */
export type StockEntry = {
  readonly window: 'before' | 'within'
  readonly kind: MovementKind | 'given'
  readonly from: Account
  readonly to: Account
  readonly quantity: number
  /** Code of a reason for waste. */
  readonly reason: string | null
}

/**
 * Doses or pieces. `spent` = given + used: given to people, and used up otherwise (supplies).
 * `closing` = opening + received − spent − wasted − returned + difference, whatever was entered; `difference` is what counts found more (+) or less (−) than the book.
 */
export const stockFields = [
  'opening',
  'received',
  'given',
  'used',
  'spent',
  'wasted',
  'returned',
  'difference',
  'closing',
] as const
export type StockField = (typeof stockFields)[number]
export type StockNumbers = Readonly<Record<StockField, number>>

export function isStockField(field: string): field is StockField {
  return (stockFields as readonly string[]).includes(field)
}

/** What an entry adds to a number: the sign is that of the number, so that a receipt taken back makes `received` less. */
export function partOf(field: StockField, entry: StockEntry): number {
  const change = changeOf(entry)
  if (field === 'closing') return change
  if (field === 'opening') return entry.window === 'before' ? change : 0
  if (entry.window === 'before' || change === 0) return 0
  const own = fieldOf(entry)
  if (own !== field && !(field === 'spent' && (own === 'given' || own === 'used'))) return 0
  return field === 'received' || field === 'difference' ? change : -change
}

/** Change of what the point has. Doses that go from shelf to box change nothing. */
function changeOf({ from, to, quantity }: StockEntry): number {
  return (isPlace(to) ? quantity : 0) - (isPlace(from) ? quantity : 0)
}

/** The number that an entry from outside to a shelf, or the other way, belongs to. */
function fieldOf(entry: StockEntry): StockField {
  const outer = isPlace(entry.from) ? entry.to : entry.from
  switch (outer) {
    case 'given':
    case 'used':
    case 'wasted':
      return outer
    case 'count':
      return 'difference'
    case 'supplier':
      return 'received'
    default:
      // What came from another point is received, what went there returned; an entry that takes one back is of its side.
      return isPlace(entry.to) === (entry.kind !== 'reversed') ? 'received' : 'returned'
  }
}

/** The numbers of a row from all its entries, or from groups of entries alike in all but quantity. */
export function stockNumbers(entries: readonly StockEntry[]): StockNumbers {
  const sum = (field: StockField) => entries.reduce((total, entry) => total + partOf(field, entry), 0)
  return {
    opening: sum('opening'),
    received: sum('received'),
    given: sum('given'),
    used: sum('used'),
    spent: sum('spent'),
    wasted: sum('wasted'),
    returned: sum('returned'),
    difference: sum('difference'),
    closing: sum('closing'),
  }
}

/** Whether a row is to be shown: something was there when the period began, or happened in it. */
export function isTouched(entries: readonly StockEntry[], { opening }: StockNumbers): boolean {
  return opening !== 0 || entries.some(({ window }) => window === 'within')
}

/** Waste of the period by reason, the most first; reasons whose waste was taken back are left out. */
export function wasteByReason(
  entries: readonly StockEntry[],
): readonly { readonly reason: string; readonly doses: number }[] {
  const sums = new Map<string, number>()
  for (const entry of entries) {
    const doses = partOf('wasted', entry)
    const reason = entry.reason ?? 'other'
    if (doses !== 0) sums.set(reason, (sums.get(reason) ?? 0) + doses)
  }
  return [...sums]
    .filter(([, doses]) => doses !== 0)
    .map(([reason, doses]) => ({ reason, doses }))
    .toSorted((a, b) => b.doses - a.doses || (a.reason < b.reason ? -1 : 1))
}

/** Hệ số sử dụng: doses used up for one dose given, with two decimals; null while none was given. */
export function factorOfUse({ given, wasted }: Pick<StockNumbers, 'given' | 'wasted'>): number | null {
  return given <= 0 ? null : Math.round(((given + wasted) / given) * 100) / 100
}
