import { fromBase64url, jsonObjectOf, toBase64url, toUtf8 } from './base64url'

/** A JWS in compact form (RFC 7515), taken apart. */
export type SignedText = {
  readonly header: Readonly<Record<string, unknown>>
  readonly payload: Uint8Array
  /** What the signature is over. */
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}

/** Takes a JWS apart; null when it is none. Only ES256 is read. Never throws. */
export function readSignedText(text: string): SignedText | null {
  const [head, body, tail, ...rest] = text.split('.')
  if (head === undefined || body === undefined || tail === undefined || rest.length > 0) return null
  const header = jsonObjectOf(fromBase64url(head))
  const payload = fromBase64url(body)
  const signature = fromBase64url(tail)
  if (header?.alg !== 'ES256' || !payload || !signature) return null
  return { header, payload, signed: toUtf8(`${head}.${body}`), signature }
}

/** Puts a JWS together. `sign` gives r and s, 32 bytes each. */
export function signText(
  header: Readonly<Record<string, unknown>>,
  payload: Uint8Array,
  sign: (bytes: Uint8Array) => Uint8Array,
): string {
  const text = `${toBase64url(toUtf8(JSON.stringify(header)))}.${toBase64url(payload)}`
  return `${text}.${toBase64url(sign(toUtf8(text)))}`
}
