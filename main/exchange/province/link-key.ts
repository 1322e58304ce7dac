import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'

/** The public half of a P-384 key as the server keeps it. */
export type LinkJwk = {
  readonly kty: 'EC'
  readonly crv: 'P-384'
  readonly x: string
  readonly y: string
  readonly kid: string
  readonly alg: 'ES384'
  readonly use: 'sig'
}

/** A new ES384 key; the private half as PKCS #8 in base64. */
export function makeLinkKey(): { readonly jwk: LinkJwk; readonly privateKey: string } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  const der = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  return { jwk: publicJwkOf(der), privateKey: der }
}

function keyOf(privateKey: string) {
  return createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' })
}

/** The public half; its `kid` is the thumbprint of RFC 7638. */
export function publicJwkOf(privateKey: string): LinkJwk {
  const { x, y } = createPublicKey(keyOf(privateKey)).export({ format: 'jwk' })
  if (typeof x !== 'string' || typeof y !== 'string') throw new Error('a P-384 key has two coordinates')
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-384', kty: 'EC', x, y }))
    .digest('base64url')
  return { kty: 'EC', crv: 'P-384', x, y, kid, alg: 'ES384', use: 'sig' }
}

/** A signed token of these claims (ES384). */
export function signedToken(privateKey: string, claims: Readonly<Record<string, unknown>>): string {
  const { kid } = publicJwkOf(privateKey)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'ES384', typ: 'JWT', kid })}.${part(claims)}`
  const signature = sign('sha384', Buffer.from(text), { key: keyOf(privateKey), dsaEncoding: 'ieee-p1363' })
  return `${text}.${signature.toString('base64url')}`
}
