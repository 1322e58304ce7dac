import type { Instant } from '../calendar/calendar-day'
import { isObject, jsonObjectOf, toUtf8 } from './base64url'
import { type CryptoSteps, signatureHolds } from './crypto-steps'
import type { PublicJwk } from './issuer-key'
import { thumbprintOf } from './key-list'
import { readPublicJwk } from './key-list-shape'
import { readSignedText, signText } from './signed-text'

/** What a point asks the province to certify. */
export type KeyRequest = {
  readonly pointName: string
  /** Code of the facility in the national system; null until known. */
  readonly pointCode: string | null
  readonly communeCode: string | null
  readonly stationName: string
  readonly practice: boolean
  readonly madeAt: Instant
}

const format = 'diem-tiem-key-request/1'
const type = 'diem-tiem-key-request'

/** The file that goes to the province, signed by the key itself: whoever asks has the private half. */
export function keyRequestFileOf(
  request: KeyRequest,
  jwk: PublicJwk,
  sign: (bytes: Uint8Array) => Uint8Array,
): string {
  const signed = signText({ alg: 'ES256', typ: type, jwk }, toUtf8(JSON.stringify(request)), sign)
  const about = `${request.pointName} · ${request.stationName} · ${request.madeAt}`
  return `${JSON.stringify({ format, about, signed }, null, 2)}\n`
}

/** Opens such a file; null when it is none, was changed, or whoever made it lacks the key. Never throws. */
export function* openKeyRequest(
  fileText: string,
): CryptoSteps<{ request: KeyRequest; jwk: PublicJwk; kid: string; fingerprint: string } | null> {
  const file = jsonObjectOf(toUtf8(fileText))
  const signed = file?.format === format && typeof file.signed === 'string' && readSignedText(file.signed)
  if (!signed || signed.header.typ !== type) return null
  const jwk = readPublicJwk(signed.header.jwk)
  const request = readRequest(jsonObjectOf(signed.payload))
  if (!jwk || !request || !(yield* signatureHolds(jwk, signed.signed, signed.signature))) return null
  return { request, jwk, ...(yield* thumbprintOf(jwk)) }
}

function readRequest(value: unknown): KeyRequest | null {
  if (!isObject(value)) return null
  const { pointName, pointCode, communeCode, stationName, practice, madeAt } = value
  if (typeof pointName !== 'string' || typeof stationName !== 'string' || typeof madeAt !== 'string')
    return null
  return {
    pointName,
    pointCode: typeof pointCode === 'string' ? pointCode : null,
    communeCode: typeof communeCode === 'string' ? communeCode : null,
    stationName,
    // Who does not say that it is real is not taken for it.
    practice: practice !== false,
    madeAt: madeAt as Instant,
  }
}
