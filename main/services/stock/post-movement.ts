import { refuse, refuseAll } from '../../../src/contract/errors'
import type { NewEntry } from '../../../src/domain/journal/entry'
import {
  type Account,
  isPlace,
  kindOfPosting,
  type Movement,
  mostDoses,
  type Place,
  postingRefusals,
  type Unopened,
} from '../../../src/domain/stock/ledger'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import type { VialOnHand } from '../../../src/domain/stock/vial'
import type { ServiceContext } from '../service'
import { unopenedDoses } from './open-vials'

/** What a use case says of a movement; who, when and the sign are added here. */
export type Posting = Pick<Movement, 'lotId' | 'kind'> & {
  readonly from: Account
  readonly to: Account
  readonly quantity: number
} & Partial<Omit<Movement, 'lotId' | 'kind' | 'doses' | 'from' | 'to' | 'quantity'>>

/** The ledger entry of a posting. The caller has checked it against the balance. */
export function movementEntry(
  context: ServiceContext,
  posting: Posting,
  recordId: string = context.newId(),
): NewEntry {
  const { from, to, quantity } = posting
  const change = (isPlace(to) ? quantity : 0) - (isPlace(from) ? quantity : 0)
  const body: Movement = {
    note: null,
    at: context.at,
    byUserId: context.actor?.userId ?? null,
    byName: context.actor?.name ?? null,
    ...posting,
    doses: change,
  }
  return { noun: 'movement', recordId, verb: 'recorded', body }
}

/** What is left of an open vial, thrown away for a reason of `resources/stock`. Refuses an unknown reason. */
export function wasteEntry(
  context: ServiceContext,
  vial: VialOnHand,
  because: string,
  note: string | null,
): NewEntry {
  checkReason(context, because, note)
  return movementEntry(context, {
    lotId: vial.lotId,
    kind: 'wasted',
    from: vial.place,
    to: 'wasted',
    quantity: vial.left,
    reason: because,
    note,
    vialId: vial.vialId,
    sessionOn: context.today,
  })
}

/** Refuses a reason for waste that the data does not know, and one that needs words and has none. */
export function checkReason({ resources }: ServiceContext, code: string, note: string | null): void {
  const reason = resources.wastageReasons.get(code)
  if (!reason) refuse('stock.unknown-reason', {}, 'reason')
  if (reason.needsNote && !note) refuse('reason.missing', {}, 'note')
}

/** Unopened doses at every place, those set aside too. */
export function unopenedOf(context: ServiceContext, lot: LotOnHand): Unopened {
  return { ...unopenedDoses(context, lot), quarantine: lot.places.quarantine }
}

/**
 * Posts doses from one account to another inside the caller's write, and answers the id of the entry. Everything is asked
 * again here, in the transaction that writes: what another screen took a moment ago is gone.
 */
export function postDoses(
  context: ServiceContext,
  posting: {
    readonly lotId: string
    readonly from: Account
    readonly to: Account
    readonly quantity: number
    readonly reason: string | null
    readonly note: string | null
  },
): string {
  const { from, to } = posting
  const lot = context.store.lots.find(posting.lotId)
  if (!lot) return refuse('lot.not-found')
  refuseAll(
    postingRefusals(posting, unopenedOf(context, lot)).map(({ code, ...params }) => ({
      code,
      field: code === 'reason.missing' ? 'note' : code === 'stock.no-such-way' ? 'to' : 'quantity',
      params,
    })),
  )
  if (to === 'wasted') checkReason(context, posting.reason ?? '', posting.note)
  const kind = kindOfPosting(from, to)
  if (kind === null) return refuse('stock.no-such-way')
  const movementId = context.newId()
  const belongsToSession = from === 'session' || to === 'session' || to === 'wasted' || to === 'used'
  const sessionOn = belongsToSession ? context.today : null
  context.write([movementEntry(context, { ...posting, kind, sessionOn }, movementId)])
  return movementId
}

/**
 * Counts the unopened doses at a place inside the caller's write: a difference becomes an entry and needs words. Answers
 * the difference, found less book.
 */
export function countDoses(
  context: ServiceContext,
  count: {
    readonly lotId: string
    readonly place: Place
    readonly found: number
    readonly note: string | null
  },
): number {
  const { lotId, place, found, note } = count
  const lot = context.store.lots.find(lotId)
  if (!lot) return refuse('lot.not-found')
  if (!Number.isInteger(found) || found < 0 || found > mostDoses)
    refuse('lot.bad-quantity', { lowest: 0, highest: mostDoses }, 'found')
  const difference = found - unopenedOf(context, lot)[place]
  if (difference === 0) return 0
  if (!note) return refuse('reason.missing', {}, 'note')
  const [from, to]: readonly [Account, Account] = difference > 0 ? ['count', place] : [place, 'count']
  const quantity = Math.abs(difference)
  const sessionOn = context.today
  context.write([movementEntry(context, { lotId, kind: 'counted', from, to, quantity, note, sessionOn })])
  return difference
}
