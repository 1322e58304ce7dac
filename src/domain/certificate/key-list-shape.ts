import { isObject } from './base64url'
import { type IssuerKey, type KeyList, type PublicJwk, revocationReasons } from './issuer-key'
import { revokedCardIn } from './revoked-card'
import { isInstant, isText } from './text-shape'

type Fields = Readonly<Record<string, unknown>>

/** A public key for ES256 and nothing else of it: a private part is never carried on. Null for anything else. */
export function readPublicJwk(value: unknown): PublicJwk | null {
  if (!isObject(value) || value.kty !== 'EC' || value.crv !== 'P-256') return null
  const { x, y } = value
  if (!isCoordinate(x) || !isCoordinate(y)) return null
  return { kty: 'EC', crv: 'P-256', x, y }
}

function isCoordinate(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{43}$/u.test(value)
}

/** The payload of a file of keys, with all its fields or null. */
export function readListPayload(value: Fields | null): KeyList | null {
  if (!value || !isObject(value.authority)) return null
  const { authority, handovers, serial, issuedAt, keys, cards = [] } = value
  const own = listOf(authority.keys, readPublicJwk)
  const read = listOf(keys, readIssuerKey)
  const texts = listOf(handovers, readText)
  const back = listOf(cards, readCard)
  const { id, name } = authority
  if (
    !own ||
    own.length === 0 ||
    !read ||
    !texts ||
    !back ||
    !isText(id) ||
    !isText(name) ||
    !isInstant(issuedAt)
  )
    return null
  if (typeof serial !== 'number' || !Number.isInteger(serial) || serial < 1) return null
  const reception = readReception(value.reception)
  if (reception === undefined) return null
  const head = { authority: { id, name, keys: own }, handovers: texts, serial, issuedAt }
  return { ...head, keys: read, cards: back, ...(reception ? { reception } : {}) }
}

/** Lists made before there were courier sticks have none. */
function readReception(value: unknown): KeyList['reception'] {
  if (value === undefined || value === null) return null
  if (!isObject(value) || !isText(value.kid)) return undefined
  const jwk = readPublicJwk(value.jwk)
  return jwk ? { kid: value.kid, jwk } : undefined
}

function readIssuerKey(value: unknown): IssuerKey | null {
  if (!isObject(value)) return null
  const { kid, iss, pointName, practice, notBefore, notAfter } = value
  const jwk = readPublicJwk(value.jwk)
  const revoked = value.revoked === null ? null : readRevocation(value.revoked)
  if (!jwk || revoked === undefined || !isText(kid) || !isText(pointName)) return null
  if (typeof practice !== 'boolean') return null
  if (!isText(iss) || !/^https:\/\/.*[^/]$/u.test(iss) || !isInstant(notBefore) || !isInstant(notAfter))
    return null
  return { kid, jwk, iss, pointName, practice, notBefore, notAfter, revoked }
}

function readRevocation(value: unknown): NonNullable<IssuerKey['revoked']> | undefined {
  if (!isObject(value) || !isInstant(value.at)) return undefined
  const why = revocationReasons.find(reason => reason === value.why)
  return why && { at: value.at, why }
}

function listOf<T>(value: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null
  const items = value.flatMap(item => read(item) ?? [])
  return items.length === value.length ? items : null
}

const readCard = (value: unknown) => (isObject(value) ? revokedCardIn(value) : null)
const readText = (value: unknown) => (isText(value) ? value : null)
