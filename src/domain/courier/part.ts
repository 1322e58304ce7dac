import { isObject, jsonObjectOf, toUtf8 } from '../certificate/base64url'
import { canonicalJson } from '../journal/canonical-json'
import { type JournalEntry, verbsOf } from '../journal/entry'
import { type Head, isHash, isInstant, isSeq, readStatement, type Statement } from './statement'

/** An entry that stays at its point (`stays-local.ts`): its place in the chain, without what it says. */
export type Withheld = {
  readonly withheld: true
  readonly stationId: string
  readonly seq: number
  readonly prevHash: string
  readonly hash: string
}
export type PartLine = JournalEntry | Withheld

/** What the box of a part holds: entries of one station in order, and that station's word for the last of them. */
export type Part = { readonly seal: Statement; readonly lines: readonly PartLine[] }

/** So much goes into one file: a stick that is pulled out costs no more than this, and a slow one still gets on. */
export type PartLimits = { readonly entries: number; readonly characters: number }
export const partLimits: PartLimits = { entries: 400, characters: 240_000 }

/** Cuts entries, given by their lengths in order, into files. Answers how many each takes. A long entry stands alone. */
export function cutParts(lengths: readonly number[], limits: PartLimits = partLimits): readonly number[] {
  const cuts: number[] = []
  let entries = 0
  let characters = 0
  for (const length of lengths) {
    if (entries > 0 && (entries >= limits.entries || characters + length > limits.characters)) {
      cuts.push(entries)
      entries = 0
      characters = 0
    }
    entries += 1
    characters += length
  }
  return entries > 0 ? [...cuts, entries] : cuts
}

/** The text in a box: the seal, then a line an entry. */
export function partText({ seal, lines }: Part): string {
  return [seal.text, ...lines.map(canonicalJson)].join('\n')
}

export type PartProblem = 'courier.tampered' | 'courier.newer-version'

/**
 * Reads what a box held and walks its chain: from `after` without a gap, each entry standing on the one before, each as
 * it was sealed, the last as its station signed. `hashOf` is the digest of an entry. Never throws.
 */
export function readPart(
  text: string,
  place: { readonly stationId: string; readonly after: number; readonly upTo: number },
  hashOf: (entry: Omit<JournalEntry, 'hash'>) => string,
): Part | PartProblem {
  const [sealText, ...rest] = text.split('\n')
  const seal = readStatement(sealText)
  const lines = rest.map(line => readLine(jsonObjectOf(toUtf8(line))))
  const whole = lines.filter(line => line !== null)
  if (!seal || whole.length !== lines.length || !isChain(whole, place, hashOf)) return 'courier.tampered'
  const last = whole.at(-1)
  if (!last || !isSameHead(seal, { stationId: place.stationId, seq: last.seq, hash: last.hash }))
    return 'courier.tampered'
  // Only what is truly of its station is asked whether this application understands it.
  return whole.every(isUnderstood) ? { seal, lines: whole } : 'courier.newer-version'
}

/** Whether two heads say the same. */
export function isSameHead(one: Head, other: Head): boolean {
  return one.stationId === other.stationId && one.seq === other.seq && one.hash === other.hash
}

function isChain(
  lines: readonly PartLine[],
  { stationId, after, upTo }: { readonly stationId: string; readonly after: number; readonly upTo: number },
  hashOf: (entry: Omit<JournalEntry, 'hash'>) => string,
): boolean {
  if (lines.length !== upTo - after) return false
  let stamp = ''
  return lines.every((line, at) => {
    const before = lines[at - 1]
    if (line.stationId !== stationId || line.seq !== after + at + 1) return false
    if (before && line.prevHash !== before.hash) return false
    if ('withheld' in line) return true
    const { hash, ...unsealed } = line
    const isRising = line.stamp > stamp && line.stamp.endsWith(`-${stationId}`)
    stamp = line.stamp
    return isRising && hashOf(unsealed) === hash
  })
}

function isUnderstood(line: PartLine): boolean {
  if ('withheld' in line) return true
  const verbs: readonly string[] | undefined = Object.hasOwn(verbsOf, line.noun)
    ? verbsOf[line.noun]
    : undefined
  return verbs?.includes(line.verb) ?? false
}

function readLine(value: Readonly<Record<string, unknown>> | null): PartLine | null {
  if (!value || typeof value.stationId !== 'string' || !isSeq(value.seq)) return null
  const { stationId, seq, prevHash, hash } = value
  if (!isHash(prevHash) || !isHash(hash)) return null
  if (value.withheld === true) return { withheld: true, stationId, seq, prevHash, hash }
  const texts = [value.id, value.stamp, value.noun, value.recordId, value.verb]
  const maybe = [value.userId, value.reason, value.supersedes, value.requestId]
  if (!texts.every(text => typeof text === 'string' && text !== '') || !isInstant(value.at)) return null
  if (!maybe.every(text => text === null || typeof text === 'string') || !isObject(value.body)) return null
  return value as unknown as JournalEntry
}
