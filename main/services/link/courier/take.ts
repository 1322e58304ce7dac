import type { CardTaken } from '../../../../src/contract/courier-calls'
import { refuse } from '../../../../src/contract/errors'
import { runSteps } from '../../../../src/domain/certificate/crypto-steps'
import { type Card, readCard } from '../../../../src/domain/courier/card'
import { type Correspondent, strangerReason } from '../../../../src/domain/courier/correspondent'
import type { CardHead, PartHead } from '../../../../src/domain/courier/letter'
import { type Part, type PartLine, readPart } from '../../../../src/domain/courier/part'
import { type Statement, statementHolds } from '../../../../src/domain/courier/statement'
import type { JournalEntry } from '../../../../src/domain/journal/entry'
import { hashEntry } from '../../../db/journal'
import { ownReceipts } from './acknowledge'
import { type KnownHead, openLetter } from './open-letter'
import { takePosted } from './posted'
import type { CourierSide } from './side'

/** So many entries are taken in at a time, so that the desk is served in between. */
const entriesATime = 40

export type OpenedPart = KnownHead & { readonly head: PartHead; readonly part: Part }

/** The file opened last: it is taken in over many turns, and opened once. */
let last: { readonly key: string; readonly opened: OpenedPart } | null = null

/** Opens a file of entries and checks all of it: who wrote it, its chain, and that its station sealed it. */
export function openPart(side: CourierSide, text: string): OpenedPart {
  const key = `${side.signer.kid} ${text}`
  if (last?.key === key) return stillGood(side, last.opened)
  const letter = openLetter(side, text)
  if (typeof letter === 'string') return refuse(letter)
  if (letter.head.kind !== 'part') return refuse('courier.unreadable')
  const part = readPart(letter.content, letter.head, hashEntry)
  if (typeof part === 'string') return refuse(part)
  checkSeal(side, part.seal)
  const opened = { head: letter.head, sender: letter.sender, part }
  last = { key, opened }
  return opened
}

/** A key may be revoked between two turns. */
function stillGood({ others, here }: CourierSide, opened: OpenedPart): OpenedPart {
  const sender = others.find(({ kid }) => kid === opened.head.from)
  const stranger = strangerReason(sender, here, opened.head.at)
  return stranger ? refuse(stranger) : opened
}

/** The station's own word for its entries: by a key the province certified for this point, and of no other station. */
function checkSeal({ others, own, here, store, stationId, answer }: CourierSide, seal: Statement): void {
  const isOwn = own.some(({ kid }) => kid === seal.by)
  const sealer = others.find(({ kid }) => kid === seal.by)
  const stranger = isOwn ? null : strangerReason(sealer, here, seal.at)
  if (stranger) refuse(stranger)
  if (!sealer || !runSteps(statementHolds(seal, sealer.jwk), answer)) refuse('courier.tampered')
  const holders = isOwn ? [stationId] : stationsOf(store, seal.by)
  if (holders.some(holder => holder !== seal.stationId)) refuse('courier.tampered')
}

/** The stations that have said of a key that they made it. */
function stationsOf(store: CourierSide['store'], kid: string): readonly string[] {
  return store.records.list('station-key', { kid }, 'created_stamp').map(({ stationId }) => stationId)
}

/**
 * Takes in the next entries of a file, inside the caller's transaction. What is here already is compared: an entry that
 * differs is a second history of its station. Answers how many were taken and are left.
 */
export function takePart(
  side: CourierSide,
  text: string,
  receive: (entries: readonly JournalEntry[]) => void,
): { readonly taken: number; readonly left: number } {
  const { head, part } = openPart(side, text)
  const { courier } = side.store
  const end = courier.headOf(head.stationId)?.seq ?? 0
  if (head.after > end) refuse('courier.gap')
  compareWithOurs(side, part.lines, Math.min(end, head.upTo), head.after)
  const waiting = part.lines.filter(({ seq }) => seq > end)
  const next = waiting.slice(0, entriesATime)
  receive(next.filter((line): line is JournalEntry => !('withheld' in line)))
  for (const line of next) if ('withheld' in line) courier.keepWithheld(line)
  if (next.length === waiting.length) courier.keepSeal(part.seal)
  return { taken: next.length, left: waiting.length - next.length }
}

/** The last entry that both have must be the same one, and the first new one must stand on it: the chain covers the rest. */
function compareWithOurs(
  { store }: CourierSide,
  lines: readonly PartLine[],
  seq: number,
  after: number,
): void {
  const [first] = lines
  const stationId = first?.stationId ?? ''
  const ours = seq === 0 ? null : store.courier.hashAt(stationId, seq)
  const theirs = seq === after ? first?.prevHash : lines.find(line => line.seq === seq)?.hash
  if (ours !== null && ours !== theirs) refuse('courier.forked')
  if (seq === 0 && first && !/^0+$/u.test(first.prevHash)) refuse('courier.tampered')
}

/**
 * Takes a sender's newest card, inside the caller's transaction, and answers what is confirmed of this PC's entries and
 * what that did to the ledger.
 */
export function takeCard(side: CourierSide, text: string): CardTaken {
  const letter = openLetter(side, text)
  if (typeof letter === 'string') return refuse(letter)
  const { head, sender } = letter
  const card = head.kind === 'card' ? readCard(letter.content) : null
  if (head.kind !== 'card' || !card) return refuse('courier.unreadable')
  if (!areOf(side, card, sender.kid)) refuse('courier.tampered')
  refuseOld(side, head)
  const { courier } = side.store
  courier.replaceReceipts(sender.kid, card.heads)
  for (const receipt of card.carried) if (isWorthKeeping(side, receipt)) courier.keepReceipt(receipt)
  const { serial, box, at } = head
  courier.keepCard({ kid: sender.kid, stationId: card.stationId, name: card.name, serial, box, at })
  if (side.here.kind === 'province') keepStaff(side, sender, card)
  const ledger = takePosted(side, card.posted ?? [])
  return {
    receipts: ownReceipts(side),
    ledger,
    keepsOnly: sender.kind === 'province' && card.posted === null,
  }
}

/** Names of those whose entries stayed at the point; each must be one of the entries that did. */
function keepStaff({ store }: CourierSide, { iss }: Correspondent, { staff }: Card): void {
  for (const one of staff) {
    const { stationId, seq, hash } = one.entry
    if (iss !== null && store.courier.hashAt(stationId, seq) === hash) store.posted.keepStaff(iss, one)
  }
}

/** Whether the heads of a card are truly the sender's own words. */
export function areOf({ others, answer }: CourierSide, { heads }: Card, kid: string): boolean {
  const sender = others.find(other => other.kid === kid)
  return (
    sender !== undefined &&
    heads.every(head => head.by === kid && runSteps(statementHolds(head, sender.jwk), answer))
  )
}

function refuseOld({ store }: CourierSide, head: CardHead): void {
  const seen = store.courier.cardOf(head.from)
  if (!seen || head.serial > seen.serial) return
  if (head.serial < seen.serial) refuse('courier.stale')
  refuse(head.box === seen.box ? 'courier.already-taken' : 'courier.cloned-sender')
}

/** A receipt of the province that another PC brought: newer than what is known, and truly signed. */
function isWorthKeeping({ store, others, here, answer }: CourierSide, receipt: Statement): boolean {
  const by = others.find(({ kid }) => kid === receipt.by)
  if (by?.kind !== 'province' || strangerReason(by, here, receipt.at)) return false
  const known = store.courier.receiptsOf(by.kid).find(({ stationId }) => stationId === receipt.stationId)
  return (!known || known.at < receipt.at) && runSteps(statementHolds(receipt, by.jwk), answer)
}
