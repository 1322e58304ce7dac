import {
  type CryptoAnswer,
  type CryptoStep,
  longestInflated,
} from '../../src/domain/certificate/crypto-steps'

/** False where the browser lacks what a signature needs. */
export function canVerify(): boolean {
  return typeof crypto === 'object' && 'subtle' in crypto && typeof DecompressionStream === 'function'
}

/** Answers what the rules of certificates ask, by the browser's own crypto. */
export async function answerInBrowser(step: CryptoStep): Promise<CryptoAnswer> {
  if (step.ask === 'sha256') return new Uint8Array(await crypto.subtle.digest('SHA-256', own(step.bytes)))
  try {
    if (step.ask === 'inflate') return await inflate(step.bytes)
    const curve = { name: 'ECDSA', namedCurve: 'P-256' }
    const key = await crypto.subtle.importKey('jwk', { ...step.jwk }, curve, false, ['verify'])
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
    return await crypto.subtle.verify(algorithm, key, own(step.signature), own(step.signed))
  } catch {
    // Damaged bytes, or coordinates that are no point of the curve: the answer is no.
    return null
  }
}

async function inflate(bytes: Uint8Array): Promise<Uint8Array | null> {
  const stream = new Blob([own(bytes)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const parts: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length
    if (length > longestInflated) return null
    parts.push(next.value)
  }
  return new Uint8Array(await new Blob(parts.map(own)).arrayBuffer())
}

/** A copy in a buffer of its own, as the browser's types want it. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
