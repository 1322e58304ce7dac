import { runSteps } from '../../../../src/domain/certificate/crypto-steps'
import { strangerReason } from '../../../../src/domain/courier/correspondent'
import {
  type KeptBack,
  type Posted,
  type PostedFacts,
  postedHolds,
  saysTheSame,
  spansOf,
  statePosted,
} from '../../../../src/domain/courier/posted'
import { staysLocal } from '../../../../src/domain/courier/stays-local'
import type { Excepted } from '../../../db/link-courier'
import type { Ports } from '../../service'
import { excludedPersons } from './excluded-persons'
import type { CourierSide } from './side'
import { headsFor } from './write'

type Keeper = Pick<Ports, 'stationId'> & {
  readonly store: Pick<Ports['store'], 'posted' | 'link' | 'courier' | 'entriesOf' | 'records' | 'links'>
}

/** What the ledger became by a receipt. */
export type Closed = { readonly accepted: number; readonly refused: number }

/**
 * Takes receipts of a card inside the caller's transaction: those truly signed by the province and newer than what is
 * known are kept, and the one about this PC closes the ledger. Null when none of them did.
 */
export function takePosted(side: CourierSide & Keeper, receipts: readonly Posted[]): Closed | null {
  let closed: Closed | null = null
  for (const receipt of receipts) {
    if (!isWorthKeeping(side, receipt)) continue
    side.store.posted.keep(receipt)
    if (isOfOurs(side, receipt)) closed = closeLedger(side, receipt)
  }
  return closed
}

function isWorthKeeping({ store, others, here, answer }: CourierSide & Keeper, receipt: Posted): boolean {
  const by = others.find(({ kid }) => kid === receipt.by)
  if (by?.kind !== 'province' || strangerReason(by, here, receipt.at)) return false
  const known = store.posted.all().find(one => one.by === receipt.by && one.stationId === receipt.stationId)
  return (!known || known.at < receipt.at) && runSteps(postedHolds(receipt, by.jwk), answer)
}

/** A receipt counts only while the entry it names is the one that stands here. */
export function isOfOurs({ store, stationId }: Keeper, receipt: Posted): boolean {
  return receipt.stationId === stationId && store.courier.hashAt(stationId, receipt.seq) === receipt.hash
}

/** The newest receipt for what this PC wrote; null before the first. */
export function newestPosted(keeper: Keeper): Posted | null {
  const own = keeper.store.posted.all().filter(receipt => isOfOurs(keeper, receipt))
  return own.toSorted((one, other) => (one.at < other.at ? 1 : -1))[0] ?? null
}

/** Closes the ledger as far as a receipt reaches. */
function closeLedger({ store, stationId }: Keeper, receipt: Posted): Closed {
  const excepted = new Map<string, Excepted>()
  const except = (record: Excepted) => excepted.set(`${record.noun} ${record.recordId}`, record)
  const excluded = excludedPersons(store)
  for (const { noun, recordId } of store.link.recordsAmong(stationId, receipt.without)) {
    const entries = store.entriesOf(recordId)
    const isLocal = entries.some(entry => staysLocal(entry, excluded, () => entries))
    // Somebody who was excluded when the stick was written: the line brings them, or nothing does.
    except({ noun, recordId, state: isLocal ? 'local' : 'waiting', park: null })
  }
  for (const { standing, ...record } of receipt.keptBack) except({ ...record, state: standing })
  const accepted = store.link.acknowledge(receipt, [...excepted.values()])
  return { accepted, refused: receipt.keptBack.filter(({ park }) => park !== null).length }
}

/**
 * After a server was joined or left: what receipts say goes on counting, unless another server was joined than the one
 * they speak of. That one is told everything, which changes nothing where it has it already.
 */
export function recallReceipts(keeper: Keeper, joined: string | null): void {
  const newest = newestPosted(keeper)
  if (!newest) return
  if (joined === null || joined === newest.server) closeLedger(keeper, newest)
  else keeper.store.link.releaseCourier()
}

/** All own entries up to here stand in the ledger by a receipt; 0 when the server joined is another one. */
export function settledByReceipt(newest: Posted | null, joined: string | null): number {
  return newest && (joined === null || joined === newest.server) ? newest.seq : 0
}

/** At the reception: what its server has of the receiver's stations; null while there is no server. */
export function postedFor(side: CourierSide, to: string, server: string | null): readonly Posted[] | null {
  if (server === null) return null
  return headsFor(side, to).flatMap(({ stationId }) => makePosted(side, stationId, server) ?? [])
}

/**
 * What its server has of a station by now. The receipt before goes on counting, with its number, while
 * there is nothing else to say. Null before anything was posted.
 */
function makePosted(side: CourierSide & Keeper, stationId: string, server: string): Posted | null {
  const { store, signer, at } = side
  const seq = store.posted.settledSeq(stationId)
  const hash = seq === 0 ? null : store.courier.hashAt(stationId, seq)
  if (hash === null) return null
  const keptBack = store.posted
    .openRecords(stationId)
    .map(
      ({ noun, recordId, state, problem }): KeptBack => ({ noun, recordId, standing: state, park: problem }),
    )
  const without = spansOf(store.posted.withheldUpTo(stationId, seq))
  const before = store.posted.all().find(one => one.stationId === stationId && one.by === signer.kid)
  const facts: PostedFacts = { stationId, seq, hash, server, keptBack, without, number: before?.number ?? 0 }
  if (before && saysTheSame(before, facts)) return before
  const number = store.local.nextNumber('courier-posted')
  const made = statePosted({ ...facts, number }, at, signer)
  store.posted.keep(made)
  return made
}
