import type { Instant } from '../calendar/calendar-day'
import { isObject, jsonObjectOf, toUtf8 } from '../certificate/base64url'
import { type CryptoSteps, signatureHolds } from '../certificate/crypto-steps'
import type { PublicJwk } from '../certificate/issuer-key'
import { readSignedText, signText } from '../certificate/signed-text'

/**
 * "I hold the entries of this station up to `seq`, and that one has this hash." A station says it of itself (a seal: the
 * hash covers everything before), others say it of what they took in (a receipt).
 */
export type Head = { readonly stationId: string; readonly seq: number; readonly hash: string }
export type Statement = Head & {
  /** Name of the key that signed. */
  readonly by: string
  readonly at: Instant
  /** As it was signed; proves itself wherever it goes. */
  readonly text: string
}

const type = 'diem-tiem-head'

/** Signs a statement with the key of this name. */
export function stateHead(
  { stationId, seq, hash }: Head,
  at: Instant,
  signer: { readonly kid: string; readonly sign: (bytes: Uint8Array) => Uint8Array },
): Statement {
  const payload = toUtf8(JSON.stringify({ stationId, seq, hash, at }))
  const text = signText({ alg: 'ES256', typ: type, kid: signer.kid }, payload, signer.sign)
  return { stationId, seq, hash, at, by: signer.kid, text }
}

/** Reads a statement without asking whether its signature holds; null for anything else. Never throws. */
export function readStatement(text: unknown): Statement | null {
  const signed = typeof text === 'string' ? readSignedText(text) : null
  const said = signed && jsonObjectOf(signed.payload)
  if (!signed || !said || signed.header.typ !== type || typeof signed.header.kid !== 'string') return null
  const head = readHead(said)
  if (!head || !isInstant(said.at)) return null
  return { ...head, by: signed.header.kid, at: said.at, text: text as string }
}

/** Whether it is signed by this key. */
export function* statementHolds({ text }: Statement, jwk: PublicJwk): CryptoSteps<boolean> {
  const signed = readSignedText(text)
  return signed !== null && (yield* signatureHolds(jwk, signed.signed, signed.signature))
}

/** The three fields of a head; null when one is not what it should be. */
export function readHead(value: unknown): Head | null {
  if (!isObject(value)) return null
  const { stationId, seq, hash } = value
  if (!isStationId(stationId) || !isSeq(seq) || !isHash(hash)) return null
  return { stationId, seq, hash }
}

export const isStationId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u.test(value)
export const isHash = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{64}$/u.test(value)
/** A number of an entry, or 0 for "nothing". */
export const isSeq = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
export const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(value)
