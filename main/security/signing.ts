import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import {
  type CryptoAnswer,
  type CryptoStep,
  longestInflated,
} from '../../src/domain/certificate/crypto-steps'
import type { PublicJwk } from '../../src/domain/certificate/issuer-key'
import { readPublicJwk } from '../../src/domain/certificate/key-list-shape'

const ieee = { dsaEncoding: 'ieee-p1363' } as const

/** A new ES256 key; the private half as PKCS #8 in base64. */
function makeKey(): { readonly jwk: PublicJwk; readonly privateKey: string } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const der = privateKey.export({ type: 'pkcs8', format: 'der' })
  return { jwk: publicHalf(der.toString('base64')), privateKey: der.toString('base64') }
}

/** The public half of a private key in base64 PKCS #8. */
export function publicHalf(privateKey: string): PublicJwk {
  const jwk = readPublicJwk(createPublicKey(keyOf(privateKey)).export({ format: 'jwk' }))
  if (!jwk) throw new Error('a P-256 key has two coordinates')
  return jwk
}

function keyOf(privateKey: string) {
  return createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' })
}

/** r and s over SHA-256 of the bytes. */
function signBytes(privateKey: string, bytes: Uint8Array): Uint8Array {
  return new Uint8Array(sign('sha256', bytes, { key: keyOf(privateKey), ...ieee }))
}

function deflate(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(deflateRawSync(bytes, { level: 9 }))
}

/** Answers what the rules of certificates ask. Never throws for what came from outside. */
export function answerStep(step: CryptoStep): CryptoAnswer {
  if (step.ask === 'sha256') return new Uint8Array(createHash('sha256').update(step.bytes).digest())
  try {
    if (step.ask === 'inflate')
      return new Uint8Array(inflateRawSync(step.bytes, { maxOutputLength: longestInflated }))
    const key = createPublicKey({ key: { ...step.jwk }, format: 'jwk' })
    return verify('sha256', step.signed, { key, ...ieee }, step.signature)
  } catch {
    // Damaged bytes, or coordinates that are no point of the curve: the answer is no.
    return null
  }
}

/** Keys and signatures of certificates, by Node's crypto. */
export const signing = { makeKey, sign: signBytes, deflate, answer: answerStep }
