import type { Instant } from '../calendar/calendar-day'
import { jsonObjectOf, toBase64url, toUtf8 } from '../certificate/base64url'
import { type CryptoSteps, sha256, signatureHolds } from '../certificate/crypto-steps'
import type { PublicJwk } from '../certificate/issuer-key'
import { readSignedText, signText } from '../certificate/signed-text'
import { isInstant, isSeq, isStationId } from './statement'

/*
 * One file of a stick: a signed head that anybody may read, and a box that only the receiver opens. The head names the
 * digest of the box, so neither can be exchanged. The format stands in docs/courier-format.md.
 */
export const letterFormat = 'diem-tiem-courier/1'
const type = 'diem-tiem-courier'

type Address = {
  /** Name of the key that signs, and of the key that opens the box. */
  readonly from: string
  readonly to: string
  readonly at: Instant
  readonly practice: boolean
  /** SHA-256 of the box, base64url. */
  readonly box: string
}
/** Entries of one station after number `after`, up to `upTo`. */
export type PartHead = Address & {
  readonly kind: 'part'
  readonly stationId: string
  readonly after: number
  readonly upTo: number
}
/** The newest word of a sender to a receiver; counts up with every stick. */
export type CardHead = Address & { readonly kind: 'card'; readonly serial: number }
export type LetterHead = PartHead | CardHead

/** What a head says before somebody has signed it. */
export type NewHead = Omit<PartHead, 'box'> | Omit<CardHead, 'box'>

/** A file taken apart; nothing of it is checked yet. */
export type Letter = { readonly head: LetterHead; readonly signed: string; readonly box: string }

/** The file of a letter. `digest` is the SHA-256 of the box. */
export function letterFileOf(
  head: NewHead,
  box: { readonly text: string; readonly digest: Uint8Array },
  sign: (bytes: Uint8Array) => Uint8Array,
): { readonly text: string; readonly box: string } {
  const { from, ...payload } = { ...head, box: toBase64url(box.digest) }
  const signed = signText({ alg: 'ES256', typ: type, kid: from }, toUtf8(JSON.stringify(payload)), sign)
  return { text: `${JSON.stringify({ format: letterFormat, signed, box: box.text })}\n`, box: payload.box }
}

/** Takes a file apart. `newer`: written by an application that is ahead of this one; null: no letter. Never throws. */
export function readLetter(text: string): Letter | 'newer' | null {
  const file = jsonObjectOf(toUtf8(text))
  if (!file || typeof file.format !== 'string') return null
  if (file.format !== letterFormat) return file.format.startsWith('diem-tiem-courier/') ? 'newer' : null
  const { signed, box } = file
  if (typeof signed !== 'string' || typeof box !== 'string') return null
  const head = readLetterHead(signed)
  return head && { head, signed, box }
}

/** The head in a signed text; null for anything else. Its signature is not asked about. */
export function readLetterHead(signed: string): LetterHead | null {
  const parts = readSignedText(signed)
  const said = parts && jsonObjectOf(parts.payload)
  if (!parts || !said || parts.header.typ !== type) return null
  const { to, at, practice, box } = said
  const from = parts.header.kid
  if (typeof from !== 'string' || typeof to !== 'string' || typeof box !== 'string') return null
  if (!isInstant(at) || typeof practice !== 'boolean') return null
  const address = { from, to, at, practice, box }
  if (said.kind === 'card' && isSeq(said.serial)) return { kind: 'card', ...address, serial: said.serial }
  const { stationId, after, upTo } = said
  if (said.kind !== 'part' || !isStationId(stationId) || !isSeq(after) || !isSeq(upTo)) return null
  return upTo > after ? { kind: 'part', ...address, stationId, after, upTo } : null
}

/** Whether the head is signed by this key and names this digest of a box. */
export function* headHolds(signed: string, boxDigest: string, jwk: PublicJwk): CryptoSteps<boolean> {
  const parts = readSignedText(signed)
  if (!parts || readLetterHead(signed)?.box !== boxDigest) return false
  return yield* signatureHolds(jwk, parts.signed, parts.signature)
}

/** The digest of a box as a head names it. */
export function* boxDigestOf(box: string): CryptoSteps<string> {
  return toBase64url(yield* sha256(toUtf8(box)))
}

/** Names of the places on a stick. Sixteen signs of a key's name tell it from every other. */
export const courierFolder = 'diem-tiem-courier'
export const cardName = 'card.dtc'
export const folderOf = (from: string, to: string) => `${from.slice(0, 16)}.${to.slice(0, 16)}`
export function partName({ stationId, after, upTo }: Pick<PartHead, 'stationId' | 'after' | 'upTo'>): string {
  const digits = (seq: number) => String(seq).padStart(9, '0')
  return `${stationId}-${digits(after + 1)}-${digits(upTo)}.dtc`
}
