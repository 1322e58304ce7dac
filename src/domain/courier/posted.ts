import { isObject, jsonObjectOf, toUtf8 } from '../certificate/base64url'
import { type CryptoSteps, signatureHolds } from '../certificate/crypto-steps'
import type { PublicJwk } from '../certificate/issuer-key'
import { readSignedText, signText } from '../certificate/signed-text'
import { type WireNoun, wireNouns } from '../exchange/fhir/wire'
import { type Park, parkReasons } from '../upload/upload-results'
import { type Head, isInstant, isSeq, isStationId, readHead, type Statement } from './statement'

/**
 * A record that the province's server has not taken, and why. `local`: nothing of it travels. `waiting`: it goes with the
 * next posting.
 */
export type KeptBack = {
  readonly noun: WireNoun
  readonly recordId: string
  readonly standing: 'refused' | 'conflict' | 'local' | 'waiting'
  readonly park: Park | null
}

/** What the reception says of a station: its records up to `seq` are on this server, except those it names. */
export type PostedFacts = Head & {
  /** Counts the receipts of this reception: what people call it by. */
  readonly number: number
  /** Address of the server, without a slash at its end. */
  readonly server: string
  readonly keptBack: readonly KeptBack[]
  /** Numbers of entries that did not come along, from and to: they say nothing to the server. */
  readonly without: readonly (readonly [number, number])[]
}
/** "The province's server has your records." The receipt that closes the ledger; proves itself wherever it goes. */
export type Posted = PostedFacts & Pick<Statement, 'by' | 'at' | 'text'>

const type = 'diem-tiem-posted'

/** Signs it with the key of this name. */
export function statePosted(
  facts: PostedFacts,
  at: Statement['at'],
  signer: { readonly kid: string; readonly sign: (bytes: Uint8Array) => Uint8Array },
): Posted {
  const { stationId, seq, hash, number, server, keptBack, without } = facts
  const payload = toUtf8(JSON.stringify({ stationId, seq, hash, at, number, server, keptBack, without }))
  const text = signText({ alg: 'ES256', typ: type, kid: signer.kid }, payload, signer.sign)
  return { ...facts, at, by: signer.kid, text }
}

/** Reads one without asking whether its signature holds; null for anything else. Never throws. */
export function readPosted(text: unknown): Posted | null {
  const signed = typeof text === 'string' ? readSignedText(text) : null
  const said = signed && jsonObjectOf(signed.payload)
  if (!signed || !said || signed.header.typ !== type || typeof signed.header.kid !== 'string') return null
  const { at, number, server } = said
  const head = readHead(said)
  const keptBack = listOf(said.keptBack, readKeptBack)
  const without = listOf(said.without, readSpan)
  if (!head || !isInstant(at) || !isSeq(number) || typeof server !== 'string') return null
  if (!keptBack || !without) return null
  return { ...head, number, server, keptBack, without, at, by: signed.header.kid, text: text as string }
}

/** Whether it is signed by this key. */
export function* postedHolds({ text }: Posted, jwk: PublicJwk): CryptoSteps<boolean> {
  const signed = readSignedText(text)
  return signed !== null && (yield* signatureHolds(jwk, signed.signed, signed.signature))
}

/** Whether two say the same of the same entries: then the older one goes on counting, with its number. */
export function saysTheSame(one: PostedFacts, other: PostedFacts): boolean {
  const facts = ({ seq, hash, server, keptBack, without }: PostedFacts) =>
    JSON.stringify({ seq, hash, server, keptBack, without })
  return facts(one) === facts(other)
}

/** Puts rising numbers together: 3, 4, 5, 9 are 3–5 and 9–9. */
export function spansOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const spans: [number, number][] = []
  for (const number of numbers) {
    const last = spans.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else spans.push([number, number])
  }
  return spans
}

function readKeptBack(value: unknown): KeptBack | null {
  if (!isObject(value)) return null
  const { recordId, standing, park } = value
  const noun = wireNouns.find(each => each === value.noun)
  if (!noun || !isStationId(recordId)) return null
  if (standing === 'local' || standing === 'waiting') return { noun, recordId, standing, park: null }
  const why = readPark(park)
  const isParked = standing === 'refused' || standing === 'conflict'
  return isParked && why ? { noun, recordId, standing, park: why } : null
}

function readPark(value: unknown): Park | null {
  if (!isObject(value)) return null
  const { words, fields, blockedBy } = value
  const reason = parkReasons.find(each => each === value.reason)
  const isText = (each: unknown) => typeof each === 'string'
  if (!reason || (words !== null && typeof words !== 'string')) return null
  if (!Array.isArray(fields) || !fields.every(isText)) return null
  const by = isObject(blockedBy) ? wireNouns.find(each => each === blockedBy.noun) : undefined
  const at = isObject(blockedBy) && isStationId(blockedBy.recordId) ? blockedBy.recordId : null
  return { reason, words, fields, blockedBy: by && at ? { noun: by, recordId: at } : null }
}

function readSpan(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value) || value.length !== 2) return null
  const [from, to] = value
  return isSeq(from) && isSeq(to) && from <= to ? [from, to] : null
}

function listOf<T>(value: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null
  const items = value.map(read)
  return items.every(item => item !== null) ? items : null
}
