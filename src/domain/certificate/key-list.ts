import { isObject, jsonObjectOf, toBase64url, toUtf8 } from './base64url'
import { type CryptoSteps, sha256, signatureHolds } from './crypto-steps'
import {
  type Authority,
  fingerprintOf,
  type IssuerKey,
  type KeyList,
  type KeyRing,
  type PublicJwk,
  thumbprintText,
} from './issuer-key'
import { readListPayload, readPublicJwk } from './key-list-shape'
import { readSignedText, type SignedText, signText } from './signed-text'

export const keyListFormat = 'diem-tiem-keys/1'
const listType = 'diem-tiem-keys'
const handoverType = 'diem-tiem-handover'

export type KeyListProblem =
  | 'key-list.unreadable'
  | 'key-list.altered'
  | 'key-list.other-signer'
  | 'key-list.older'

export type OpenedKeyList =
  | { readonly ok: false; readonly code: KeyListProblem }
  | {
      readonly ok: true
      readonly list: KeyList
      /** `first`: nobody here knows this authority; somebody compares the fingerprint before anything is believed. */
      readonly trust: 'first' | 'known' | 'same'
      readonly fingerprint: string
    }

/** What is known of an authority before a file is opened. */
export type KnownAuthority = { readonly authority: Authority; readonly serial: number }

/** The file that carries a list. `sign` signs with the authority's key, whose public half is `by`. */
export function keyListFileOf(list: KeyList, by: PublicJwk, sign: (bytes: Uint8Array) => Uint8Array): string {
  const header = { alg: 'ES256', typ: listType, jwk: by }
  const signed = signText(header, toUtf8(JSON.stringify(list)), sign)
  const about = `${list.authority.name} · ${list.serial} · ${list.issuedAt}`
  return `${JSON.stringify({ format: keyListFormat, about, signed }, null, 2)}\n`
}

/** One key of an authority saying that another may sign from now on. */
export function handoverOf(
  authorityId: string,
  next: PublicJwk,
  by: PublicJwk,
  sign: (bytes: Uint8Array) => Uint8Array,
): string {
  const payload = toUtf8(JSON.stringify({ authority: authorityId, next }))
  return signText({ alg: 'ES256', typ: handoverType, jwk: by }, payload, sign)
}

/**
 * Opens a file of keys: its own signature, then whether its signer may speak for the authority, then whether it is
 * newer than what is here. Never throws.
 */
export function* openKeyList(fileText: string, known: readonly KnownAuthority[]): CryptoSteps<OpenedKeyList> {
  const signed = signedPart(fileText)
  const list = signed && readListPayload(jsonObjectOf(signed.payload))
  const by = signed && readPublicJwk(signed.header.jwk)
  if (!signed || !list || !by || signed.header.typ !== listType) return refused('key-list.unreadable')
  if (!(yield* signatureHolds(by, signed.signed, signed.signature))) return refused('key-list.altered')
  const named = list.reception ? [...list.keys, list.reception] : list.keys
  if (!(yield* areNamed(named))) return refused('key-list.altered')
  const signer = yield* thumbprintOf(by)
  const here = known.find(({ authority }) => authority.id === list.authority.id)
  const trusted = here ? yield* namesOf(here.authority.keys) : [list.authority.id]
  if (!(yield* reached(list, trusted)).has(signer.kid)) return refused('key-list.other-signer')
  if (here && list.serial < here.serial) return refused('key-list.older')
  const trust = here ? (list.serial === here.serial ? 'same' : 'known') : 'first'
  return { ok: true, list, trust, fingerprint: signer.fingerprint }
}

const refused = (code: KeyListProblem): OpenedKeyList => ({ ok: false, code })

/** The list in a file that was opened when it came in; null for anything else. */
export function keyListIn(fileText: string): KeyList | null {
  const signed = signedPart(fileText)
  return signed && readListPayload(jsonObjectOf(signed.payload))
}

function signedPart(fileText: string): SignedText | null {
  const file = jsonObjectOf(toUtf8(fileText))
  if (file?.format !== keyListFormat || typeof file.signed !== 'string') return null
  return readSignedText(file.signed)
}

/** A key goes by its thumbprint and by no other name. */
function* areNamed(keys: readonly Pick<IssuerKey, 'kid' | 'jwk'>[]): CryptoSteps<boolean> {
  for (const { jwk, kid } of keys) if ((yield* thumbprintOf(jwk)).kid !== kid) return false
  return true
}

function* namesOf(keys: readonly PublicJwk[]): CryptoSteps<readonly string[]> {
  const names: string[] = []
  for (const key of keys) names.push((yield* thumbprintOf(key)).kid)
  return names
}

/** Name and fingerprint of a key. */
export function* thumbprintOf(jwk: PublicJwk): CryptoSteps<{ kid: string; fingerprint: string }> {
  const digest = yield* sha256(toUtf8(thumbprintText(jwk)))
  return { kid: toBase64url(digest), fingerprint: fingerprintOf(digest) }
}

/** The keys that may sign, beginning with those trusted already and following each handover. */
function* reached(list: KeyList, trusted: readonly string[]): CryptoSteps<ReadonlySet<string>> {
  const found = new Set(trusted)
  for (const text of list.handovers) {
    const handover = readSignedText(text)
    const from = handover && readPublicJwk(handover.header.jwk)
    const said = handover && jsonObjectOf(handover.payload)
    const next = isObject(said) ? readPublicJwk(said.next) : null
    if (!handover || !from || !next || said?.authority !== list.authority.id) continue
    if (handover.header.typ !== handoverType || !found.has((yield* thumbprintOf(from)).kid)) continue
    if (yield* signatureHolds(from, handover.signed, handover.signature))
      found.add((yield* thumbprintOf(next)).kid)
  }
  return found
}

/** The ring of these lists: the newest of each authority. */
export function keyRingOf(lists: readonly KeyList[]): KeyRing {
  const newest = new Map<string, KeyList>()
  for (const list of lists) {
    const before = newest.get(list.authority.id)
    if (!before || before.serial < list.serial) newest.set(list.authority.id, list)
  }
  return [...newest.values()].map(({ authority, keys, cards = [] }) => ({ authority, keys, cards }))
}
