import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { PublicJwk } from '../../src/domain/certificate/issuer-key'
import { readPublicJwk } from '../../src/domain/certificate/key-list-shape'

/** No box unpacks to more than this many bytes: what is larger was made to fill the memory. */
const longestText = 64 * 1024 * 1024

/**
 * A text that only the holder of a key can read: JWE in compact form (RFC 7516), ECDH-ES on P-256 (RFC 7518 §4.6),
 * A256GCM, packed by DEFLATE first (`zip`: `DEF`). Any JOSE library opens it.
 */
function lock(text: string, to: PublicJwk): string {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const epk = readPublicJwk(publicKey.export({ format: 'jwk' }))
  const header = { alg: 'ECDH-ES', enc: 'A256GCM', zip: 'DEF', epk }
  const aad = Buffer.from(JSON.stringify(header)).toString('base64url')
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', agree(privateKey, publicKeyOf(to)), iv)
  cipher.setAAD(Buffer.from(aad))
  const body = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()])
  return [aad, '', iv, body, cipher.getAuthTag()]
    .map(part => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.')
}

/** The text; null when it was locked for another key or changed. Never throws for what came from outside. */
function unlock(box: string, privateKey: string): string | null {
  const [aad, noKey, ...rest] = box.split('.')
  const [iv, body, tag] = rest.map(part => Buffer.from(part, 'base64url'))
  if (aad === undefined || noKey !== '' || !iv || !body || !tag || rest.length !== 3) return null
  try {
    const epk = headerKey(aad)
    if (!epk || tag.length !== 16) return null
    const own = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' })
    const decipher = createDecipheriv('aes-256-gcm', agree(own, publicKeyOf(epk)), iv)
    decipher.setAAD(Buffer.from(aad))
    decipher.setAuthTag(tag)
    const packed = Buffer.concat([decipher.update(body), decipher.final()])
    return inflateRawSync(packed, { maxOutputLength: longestText }).toString('utf8')
  } catch {
    // Another key, changed bytes, no point of the curve, no JSON: it does not open.
    return null
  }
}

function headerKey(aad: string): PublicJwk | null {
  const header = JSON.parse(Buffer.from(aad, 'base64url').toString('utf8')) as Record<string, unknown>
  const isOurs = header.alg === 'ECDH-ES' && header.enc === 'A256GCM' && header.zip === 'DEF'
  return isOurs ? readPublicJwk(header.epk) : null
}

function publicKeyOf(jwk: PublicJwk): KeyObject {
  return createPublicKey({ key: { ...jwk }, format: 'jwk' })
}

/** The Concat KDF (NIST SP 800-56A §5.8.1) over what the two keys agree on, as RFC 7518 §4.6.2 fills it in. */
function agree(privateKey: KeyObject, publicKey: KeyObject): Buffer {
  const number = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }
  const algorithm = Buffer.from('A256GCM')
  const hash = createHash('sha256').update(number(1)).update(diffieHellman({ privateKey, publicKey }))
  hash.update(number(algorithm.length)).update(algorithm)
  // No party info on either side, then the length of the key in bits.
  return hash.update(number(0)).update(number(0)).update(number(256)).digest()
}

/** Boxes for courier sticks, by Node's crypto. */
export const sealedBox = { lock, unlock }
