import type { FoundFile, LetterFile } from '../../../../src/contract/courier-calls'
import { refuse } from '../../../../src/contract/errors'
import { toUtf8 } from '../../../../src/domain/certificate/base64url'
import { runSteps, sha256 } from '../../../../src/domain/certificate/crypto-steps'
import { type Card, cardText, type ListedPart } from '../../../../src/domain/courier/card'
import { type Correspondent, strangerReason } from '../../../../src/domain/courier/correspondent'
import type { FoundPart } from '../../../../src/domain/courier/judge-folder'
import {
  cardName,
  folderOf,
  headHolds,
  letterFileOf,
  type NewHead,
  partName,
  readLetterHead,
} from '../../../../src/domain/courier/letter'
import { partText } from '../../../../src/domain/courier/part'
import { type PlannedPart, planWrite, type Waiting } from '../../../../src/domain/courier/plan-write'
import { type Staff, staffOf } from '../../../../src/domain/courier/staff'
import { type Statement, stateHead } from '../../../../src/domain/courier/statement'
import { staysLocal, withheldOf } from '../../../../src/domain/courier/stays-local'
import { recordStateOf } from '../../../../src/domain/journal/record-state'
import { takeSerial } from './serial'
import type { CourierSide } from './side'

/** The receiver of this name, as long as it may be written to. */
export function receiverOf(side: CourierSide, to: string): Correspondent {
  return receiversOf(side).find(({ kid }) => kid === to) ?? refuse('courier.no-receiver')
}

/** Everybody a stick may be written for: the other PCs of this point, and the province. */
export function receiversOf(side: CourierSide): readonly Correspondent[] {
  const { others, here, at, own } = side
  return others.filter(
    other => strangerReason(other, here, at) === null && !own.some(({ kid }) => kid === other.kid),
  )
}

/** Where a stick for a receiver begins, station by station: after the last entry it is known to hold. */
function beginnings(side: CourierSide, { kid }: Correspondent) {
  const { courier } = side.store
  // The province passes nothing on: a point gets the records of its people over the link.
  if (side.here.kind === 'province') return []
  const receipts = new Map(courier.receiptsOf(kid).map(receipt => [receipt.stationId, receipt]))
  return courier.heads().flatMap(({ stationId, seq }) => {
    const receipt = receipts.get(stationId)
    const after = receipt?.seq ?? 0
    // With another history of this station nothing that stands here would fit on.
    if (receipt && (courier.hashAt(stationId, after) ?? receipt.hash) !== receipt.hash) return []
    return after < seq ? { stationId, after, seq } : []
  })
}

/** How many entries a receiver is not known to hold. */
export function countWaiting(side: CourierSide, receiver: Correspondent): number {
  return beginnings(side, receiver).reduce((sum, { after, seq }) => sum + seq - after, 0)
}

/** What a receiver is not known to hold. A PC passes on what it holds of others as well, as far as they sealed it. */
function waitingFor(side: CourierSide, receiver: Correspondent): readonly Waiting[] {
  const { courier } = side.store
  return beginnings(side, receiver).map(({ stationId, after }) => {
    const isOwn = stationId === side.stationId
    const sealedAt = isOwn ? null : courier.sealsAfter(stationId, after).map(seal => seal.seq)
    return { stationId, after, lengths: courier.lengthsAfter(stationId, after), sealedAt }
  })
}

/** Plans what is written to a stick on which these files were found. */
export function planStickFor(side: CourierSide, to: string, found: readonly FoundFile[]) {
  const receiver = receiverOf(side, to)
  const sound = found.flatMap(file => foundPart(side, receiver, file) ?? [])
  const plan = planWrite(waitingFor(side, receiver), sound)
  const kept = new Set(plan.keep.map(({ name }) => name))
  return {
    folder: folderOf(side.signer.kid, to),
    write: plan.write,
    keep: plan.keep.map(({ name, head }) => ({ name, box: head.box })),
    drop: found.filter(({ name }) => !kept.has(name)).map(({ name }) => name),
    entries: plan.entries,
  }
}

/** A file this PC wrote for this receiver and that is as it was written; null for anything else. */
function foundPart(
  side: CourierSide,
  { kid }: Correspondent,
  { name, signed, box }: FoundFile,
): FoundPart | null {
  const head = signed === null ? null : readLetterHead(signed)
  const own = side.others.find(other => other.kid === side.signer.kid)
  if (!own || signed === null || head?.kind !== 'part' || head.to !== kid || head.from !== own.kid)
    return null
  return name === partName(head) && runSteps(headHolds(signed, box, own.jwk), side.answer)
    ? { name, head }
    : null
}

/** Makes one file: entries, their station's seal, locked for the receiver, signed by this PC. */
export function makePart(side: CourierSide, to: string, place: PlannedPart): LetterFile {
  const receiver = receiverOf(side, to)
  const entries = side.store.courier.entriesBetween(place.stationId, place.after, place.upTo)
  const excluded = receiver.kind === 'province' ? side.excluded() : null
  const lines = entries.map(entry =>
    excluded && staysLocal(entry, excluded, () => side.store.entriesOf(entry.recordId))
      ? withheldOf(entry)
      : entry,
  )
  const content = partText({ seal: sealOf(side, place), lines })
  return letterOf(
    side,
    receiver,
    partName(place),
    { kind: 'part', ...place, ...addressOf(side, to) },
    content,
  )
}

/** Own entries are sealed now; those of others by what their station sealed. */
function sealOf({ store, signer, stationId, at }: CourierSide, place: PlannedPart): Statement {
  if (place.stationId !== stationId) {
    const seal = store.courier
      .sealsAfter(place.stationId, place.upTo - 1)
      .find(({ seq }) => seq === place.upTo)
    return seal ?? refuse('courier.gap')
  }
  const hash = store.courier.hashAt(stationId, place.upTo) ?? refuse('courier.gap')
  return stateHead({ stationId, seq: place.upTo, hash }, at, signer)
}

/**
 * Ends a stick. Its number is taken for good, so that an older stick is known as such. `posted`: what the reception's
 * server has; null: there is none, the journals are kept and that is all.
 */
export function makeCard(
  side: CourierSide,
  to: string,
  parts: readonly ListedPart[],
  posted: Card['posted'] = side.store.posted.all(),
): LetterFile {
  const receiver = receiverOf(side, to)
  const { store, signer, at, stationId, name, others } = side
  const serial = takeSerial(side)
  const heads = headsFor(side, to).map(head => stateHead(head, at, signer))
  const provinces = new Set(others.filter(({ kind }) => kind === 'province').map(({ kid }) => kid))
  const carried = store.courier.allReceipts().filter(({ by }) => provinces.has(by) && by !== to)
  const staff = receiver.kind === 'province' ? staffHere(side) : []
  const content = cardText({ name, stationId, heads, carried, posted, staff, parts })
  return letterOf(side, receiver, cardName, { kind: 'card', serial, ...addressOf(side, to) }, content)
}

/** Who works at this point, for the province: the users whose entries stay here. */
function staffHere({ store }: CourierSide): readonly Staff[] {
  return store.records.list('user', {}, 'created_stamp').flatMap(({ id }) => {
    const state = recordStateOf('user', store.entriesOf(id))
    return state ? staffOf(state) : []
  })
}

/** What this side holds; the province speaks to a point of that point's stations only, as its own card named them. */
export function headsFor({ store, here }: CourierSide, to: string) {
  const heads = store.courier.heads()
  if (here.kind === 'station') return heads
  const named = new Set(store.courier.receiptsOf(to).map(({ stationId }) => stationId))
  return heads.filter(({ stationId }) => named.has(stationId))
}

function addressOf({ signer, at, here }: CourierSide, to: string) {
  return { from: signer.kid, to, at, practice: here.practice }
}

function letterOf(
  { box, answer, signer }: CourierSide,
  { jwk }: Correspondent,
  name: string,
  head: NewHead,
  content: string,
): LetterFile {
  const locked = box.lock(content, jwk)
  const digest = runSteps(sha256(toUtf8(locked)), answer)
  return { name, ...letterFileOf(head, { text: locked, digest }, signer.sign) }
}
