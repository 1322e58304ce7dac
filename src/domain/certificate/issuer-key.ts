import type { Instant } from '../calendar/calendar-day'
import type { RevokedCard } from './revoked-card'

/** A public key for ES256 (RFC 7518 §6.2.1). */
export type PublicJwk = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }

/** Why a key no longer counts: the PC was lost or somebody else may have the key, or the point gave certificates up. */
export const revocationReasons = ['lost', 'misused', 'closed'] as const
export type RevocationReason = (typeof revocationReasons)[number]

/** A key of a point, as the province certifies it. */
export type IssuerKey = {
  /** Thumbprint of the key (RFC 7638, SHA-256), which is its name everywhere. */
  readonly kid: string
  readonly jwk: PublicJwk
  /** Address of the point among issuers; names it and needs no server behind it. */
  readonly iss: string
  readonly pointName: string
  /** Made in practice mode: what it signs is about invented people and proves nothing. */
  readonly practice: boolean
  /** Cards signed before or after count for nothing. */
  readonly notBefore: Instant
  readonly notAfter: Instant
  /** Nothing this key ever signed counts any more: a stolen key can write any date. */
  readonly revoked: { readonly at: Instant; readonly why: RevocationReason } | null
}

/** The province (or whoever certifies points), as its list names it. */
export type Authority = {
  /** Thumbprint of its first key: stays when keys change. */
  readonly id: string
  readonly name: string
  /** Keys that may sign the next list. */
  readonly keys: readonly PublicJwk[]
}

/** What the file of an authority says: its own keys, and every key it ever certified, revoked ones too. */
export type KeyList = {
  readonly authority: Authority
  /** One key of the authority signing the next one, oldest first, so that whoever missed a list can follow. */
  readonly handovers: readonly string[]
  /** Counts up; an older list never replaces a newer one, or a revoked key would come back. */
  readonly serial: number
  readonly issuedAt: Instant
  readonly keys: readonly IssuerKey[]
  /** Single cards that count no more; absent in lists made before there were any. */
  readonly cards?: readonly RevokedCard[]
  /** The key of whoever opens courier sticks at the authority; null or absent while nobody does. Decision 0030. */
  readonly reception?: { readonly kid: string; readonly jwk: PublicJwk } | null
}

/** What a station knows of keys: the newest list of each authority that somebody here has confirmed. */
export type KeyRing = readonly Pick<KeyList, 'authority' | 'keys' | 'cards'>[]

/** A key of a ring with the authority that certified it. */
export type KnownKey = { readonly key: IssuerKey; readonly authority: Authority }

/** The text whose SHA-256 is a key's thumbprint: the required members in alphabetical order (RFC 7638 §3). */
export function thumbprintText({ crv, kty, x, y }: PublicJwk): string {
  return JSON.stringify({ crv, kty, x, y })
}

/** The key of this name; null when nobody has certified it. */
export function knownKey(ring: KeyRing, kid: string): KnownKey | null {
  return findKey(ring, key => key.kid === kid)
}

/** The key whose thumbprint begins with these letters, where there is exactly one. */
export function keyBeginning(ring: KeyRing, start: string): KnownKey | null {
  return findKey(ring, key => key.kid.startsWith(start))
}

/** A key that two authorities certify counts as revoked when one of them revoked it. */
function findKey(ring: KeyRing, matches: (key: IssuerKey) => boolean): KnownKey | null {
  const found = ring.flatMap(({ authority, keys }) => keys.filter(matches).map(key => ({ key, authority })))
  const [first] = found
  if (!first || found.some(({ key }) => key.kid !== first.key.kid)) return null
  return found.find(({ key }) => key.revoked !== null) ?? first
}

/** Whether this key may sign now. */
export function standingOf(key: IssuerKey, at: Instant): 'good' | 'revoked' | 'expired' | 'not-yet' {
  if (key.revoked !== null) return 'revoked'
  if (at > key.notAfter) return 'expired'
  return at < key.notBefore ? 'not-yet' : 'good'
}

/** A name of a key that people compare by eye or on the telephone: thirty digits in groups of five (some 100 bits). */
export function fingerprintOf(thumbprint: Uint8Array): string {
  const number = thumbprint.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const digits = (number % 10n ** 30n).toString().padStart(30, '0')
  return digits.match(/\d{5}/gu)?.join(' ') ?? ''
}
