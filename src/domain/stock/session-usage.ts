import type { Account } from './ledger'
import type { LotOnHand } from './lot'
import type { VialOnHand } from './vial'

/** What became of one lot in one session, in doses. */
export type LotUsage = {
  readonly lotId: string
  readonly vaccineCode: string
  readonly number: string
  /** In the session's box when the session began. */
  readonly boxAtStart: number
  readonly takenOut: number
  readonly broughtBack: number
  readonly openedVials: number
  readonly openedDoses: number
  readonly given: number
  readonly wasted: number
  /** By code of the reason in `resources/stock`. */
  readonly wastedBecause: readonly { readonly reason: string; readonly doses: number }[]
  readonly leftInVials: number
  /** In the box now, open vials included. */
  readonly leftInBox: number
  /** In the box and not opened: what is brought back when the session ends. */
  readonly unopenedInBox: number
  /** What a count found more (+) or less (−) than the book. */
  readonly difference: number
}

/** A ledger entry of a session, as far as the usage asks. */
export type SessionEntry = {
  readonly lotId: string
  readonly from: Account
  readonly to: Account
  readonly quantity: number
  readonly reason: string | null
}

export type GivenCount = { readonly lotId: string; readonly takenFrom: Account; readonly doses: number }

/**
 * What became of each lot that the session touched: what was taken out, opened, given, thrown away, and is left. The book
 * always adds up; `difference` is what counting said against it.
 */
export function sessionUsage(input: {
  readonly lots: readonly LotOnHand[]
  readonly entries: readonly SessionEntry[]
  readonly given: readonly GivenCount[]
  /** Vials opened in this session, and those that are open from an earlier one. */
  readonly vials: readonly VialOnHand[]
  readonly openedInSession: (vial: VialOnHand) => boolean
}): readonly LotUsage[] {
  return input.lots.flatMap(lot => {
    const entries = input.entries.filter(({ lotId }) => lotId === lot.lotId)
    const given = input.given.filter(({ lotId }) => lotId === lot.lotId)
    const vials = input.vials.filter(({ lotId }) => lotId === lot.lotId)
    const touched = entries.length + given.length + vials.length > 0 || lot.places.session > 0
    return touched ? [usageOf(lot, entries, given, { vials, isNew: input.openedInSession })] : []
  })
}

function usageOf(
  lot: LotOnHand,
  entries: readonly SessionEntry[],
  given: readonly GivenCount[],
  { vials, isNew }: { readonly vials: readonly VialOnHand[]; readonly isNew: (vial: VialOnHand) => boolean },
): LotUsage {
  const opened = vials.filter(isNew)
  const flow = (from: Account, to: Account) =>
    sum(entries.filter(entry => entry.from === from && entry.to === to).map(({ quantity }) => quantity))
  const net = (account: Account, side: readonly SessionEntry[] = entries) =>
    sum(side.map(each => (each.to === account ? each.quantity : each.from === account ? -each.quantity : 0)))
  const givenFromBox = sum(given.filter(({ takenFrom }) => takenFrom === 'session').map(g => g.doses))
  return {
    lotId: lot.lotId,
    vaccineCode: lot.vaccineCode,
    number: lot.number,
    boxAtStart: lot.places.session + givenFromBox - net('session'),
    takenOut: flow('store', 'session'),
    broughtBack: flow('session', 'store'),
    openedVials: opened.length,
    openedDoses: sum(opened.map(({ doses }) => doses)),
    given: sum(given.map(({ doses }) => doses)),
    wasted: net('wasted'),
    wastedBecause: byReason(entries),
    leftInVials: leftIn(vials),
    leftInBox: lot.places.session,
    unopenedInBox: lot.places.session - leftIn(vials.filter(({ place }) => place === 'session')),
    difference: 0 - net('count'),
  }
}

function leftIn(vials: readonly VialOnHand[]): number {
  return sum(vials.filter(({ closedAt }) => closedAt === null).map(({ left }) => left))
}

function byReason(entries: readonly SessionEntry[]): LotUsage['wastedBecause'] {
  const sums = new Map<string, number>()
  for (const { from, to, quantity, reason } of entries) {
    const doses = to === 'wasted' ? quantity : from === 'wasted' ? -quantity : 0
    if (doses !== 0) sums.set(reason ?? 'other', (sums.get(reason ?? 'other') ?? 0) + doses)
  }
  return [...sums]
    .filter(([, doses]) => doses !== 0)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([reason, doses]) => ({ reason, doses }))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
