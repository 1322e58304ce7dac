import type { PublicJwk } from './issuer-key'

/**
 * What a rule needs worked out and cannot work out itself. The rules of certificates are generators that ask; the
 * application answers with Node's crypto, the verifier on a stick with the browser's. So both follow the same rules.
 */
export type CryptoStep =
  | { readonly ask: 'inflate'; readonly bytes: Uint8Array }
  | { readonly ask: 'sha256'; readonly bytes: Uint8Array }
  | {
      readonly ask: 'holds'
      readonly jwk: PublicJwk
      readonly signed: Uint8Array
      readonly signature: Uint8Array
    }

/** Bytes for `inflate` and `sha256`, a yes or no for `holds`; null when the bytes were not what they should be. */
export type CryptoAnswer = Uint8Array | boolean | null

export type CryptoSteps<T> = Generator<CryptoStep, T, CryptoAnswer>

/** No card and no list of keys is longer than this when it is unpacked. */
export const longestInflated = 256 * 1024

/** What was packed by raw DEFLATE (RFC 1951); null when it cannot be unpacked. */
export function* inflated(bytes: Uint8Array): CryptoSteps<Uint8Array | null> {
  const answer = yield { ask: 'inflate', bytes }
  return answer instanceof Uint8Array ? answer : null
}

export function* sha256(bytes: Uint8Array): CryptoSteps<Uint8Array> {
  const answer = yield { ask: 'sha256', bytes }
  if (!(answer instanceof Uint8Array)) throw new Error('a digest is always to be had')
  return answer
}

/** Whether a signature (r and s, 32 bytes each) is of this key over these bytes. */
export function* signatureHolds(
  jwk: PublicJwk,
  signed: Uint8Array,
  signature: Uint8Array,
): CryptoSteps<boolean> {
  if (signature.length !== 64) return false
  return (yield { ask: 'holds', jwk, signed, signature }) === true
}

/** Goes through the steps with answers that are there at once. */
export function runSteps<T>(steps: CryptoSteps<T>, answer: (step: CryptoStep) => CryptoAnswer): T {
  let next = steps.next()
  while (!next.done) next = steps.next(answer(next.value))
  return next.value
}

/** Goes through the steps with answers that take time. */
export async function runStepsLater<T>(
  steps: CryptoSteps<T>,
  answer: (step: CryptoStep) => Promise<CryptoAnswer>,
): Promise<T> {
  let next = steps.next()
  while (!next.done) next = steps.next(await answer(next.value))
  return next.value
}
