import type { Card, ListedPart } from './card'
import { type CardHead, type PartHead, partName } from './letter'
import type { Head } from './statement'

/** A file that is as its sender signed it. */
export type FoundPart = { readonly name: string; readonly head: PartHead }
/** What lies in one folder of a stick, from a sender that is believed here. */
export type FoundFolder = {
  /** Null when it is missing: the writing of the stick did not come to its end. */
  readonly card: { readonly head: CardHead; readonly content: Card } | null
  readonly parts: readonly FoundPart[]
  /** Names of files that are damaged, or that somebody changed. */
  readonly damaged: readonly string[]
}

/** What is known here before the stick is read. */
export type Known = {
  readonly ownStationId: string
  readonly headOf: (stationId: string) => Head | null
  /** The hash of an entry that is here; null for one that is not. */
  readonly hashAt: (stationId: string, seq: number) => string | null
  /** The newest card of this sender that was taken. */
  readonly seen: { readonly serial: number; readonly box: string } | null
}

/** What there is to say about a stick; each has a sentence among the errors. */
export type StickNote = {
  readonly code:
    | 'courier.tampered'
    | 'courier.cut-off'
    | 'courier.gap'
    | 'courier.stale'
    | 'courier.already-taken'
    | 'courier.cloned-sender'
    | 'courier.forked'
    | 'courier.own-behind'
  readonly params: Readonly<Record<string, string | number>>
}
export type FolderVerdict = {
  readonly notes: readonly StickNote[]
  /** The files to take, in an order in which each stands on the one before. */
  readonly take: readonly FoundPart[]
  readonly newEntries: number
  /** Whether the card is one to take: receipts in it are newer than those known. */
  readonly hasNewCard: boolean
}

/** Says what a folder is worth here. Order and names of its files count for nothing: the signed heads do. */
export function judgeFolder({ card, parts, damaged }: FoundFolder, known: Known): FolderVerdict {
  const { take, newEntries, hasGap } = reachable(parts, known)
  const missing = card ? missingIn(card.content.parts, parts, damaged) : 0
  const isFork = card !== null && forkedStations(card.content, known).length > 0
  const notes: StickNote[] = []
  const say = (code: StickNote['code'], params: StickNote['params'] = {}) => notes.push({ code, params })
  if (isFork) say('courier.forked')
  if (damaged.length > 0) say('courier.tampered', { files: damaged.length })
  if (!card || missing > 0) say('courier.cut-off', { missing })
  else if (hasGap && damaged.length === 0) say('courier.gap')
  const age = card && ageOf(card.head, known)
  if (age === 'cloned') say('courier.cloned-sender')
  if (age === 'stale') say('courier.stale')
  if (age === 'same' && newEntries === 0) say('courier.already-taken')
  const own = card?.content.heads.find(({ stationId }) => stationId === known.ownStationId)
  if (!isFork && own && own.seq > (known.headOf(known.ownStationId)?.seq ?? 0)) say('courier.own-behind')
  return { notes, take: isFork ? [] : take, newEntries: isFork ? 0 : newEntries, hasNewCard: age === 'new' }
}

function ageOf(head: CardHead, { seen }: Known): 'new' | 'same' | 'stale' | 'cloned' {
  if (!seen || head.serial > seen.serial) return 'new'
  if (head.serial < seen.serial) return 'stale'
  return head.box === seen.box ? 'same' : 'cloned'
}

/** Files of which the card says that they belong to the stick, and that are not there; damaged ones are told apart. */
function missingIn(
  listed: readonly ListedPart[],
  found: readonly FoundPart[],
  damaged: readonly string[],
): number {
  const there = new Set([...found.map(({ head }) => head.box)])
  return listed.filter(({ name, box }) => !there.has(box) && !damaged.includes(name)).length
}

/** Goes from what is here as far as the files lead without a gap. */
function reachable(parts: readonly FoundPart[], known: Known) {
  const ends = new Map<string, number>()
  const take: FoundPart[] = []
  let newEntries = 0
  let hasGap = false
  for (const part of [...parts].sort(byPlace)) {
    const { stationId, after, upTo } = part.head
    const end = ends.get(stationId) ?? known.headOf(stationId)?.seq ?? 0
    if (upTo <= end) continue
    if (after > end) {
      hasGap = true
      continue
    }
    take.push(part)
    newEntries += upTo - end
    ends.set(stationId, upTo)
  }
  return { take, newEntries, hasGap }
}

function byPlace(one: FoundPart, other: FoundPart): number {
  return partName(one.head) < partName(other.head) ? -1 : 1
}

/**
 * Stations of which two histories exist: an entry the sender holds is not the one that stands here under the same number.
 * That happens when a PC was copied, or set back to an old backup and used on.
 */
export function forkedStations(
  card: Pick<Card, 'heads'>,
  { hashAt }: Pick<Known, 'hashAt'>,
): readonly string[] {
  return card.heads
    .filter(({ stationId, seq, hash }) => (hashAt(stationId, seq) ?? hash) !== hash)
    .map(({ stationId }) => stationId)
}
