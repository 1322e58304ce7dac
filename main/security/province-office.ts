import type { Instant } from '../../src/domain/calendar/calendar-day'
import { readRevocation, statementsIn } from '../../src/domain/certificate/card-revocation'
import { runSteps } from '../../src/domain/certificate/crypto-steps'
import type { IssuerKey, KeyList, RevocationReason } from '../../src/domain/certificate/issuer-key'
import { handoverOf, keyListFileOf, thumbprintOf } from '../../src/domain/certificate/key-list'
import { openKeyRequest } from '../../src/domain/certificate/key-request'
import { answerStep, publicHalf, signing } from './signing'

/** What the province keeps: its list, and the private key that signs the next one. */
export type Office = {
  readonly list: KeyList
  readonly privateKey: string
  /** Addresses of points begin with this. */
  readonly base: string
}

/** Why an office does nothing. */
export class OfficeProblem extends Error {}

/** A new authority with a key of its own and nobody certified yet. `base` begins with https:// and has no slash at its end. */
export function openOffice(name: string, base: string, at: Instant): Office {
  if (!/^https:\/\/[^\s]*[^/\s]$/u.test(base))
    throw new OfficeProblem('the address must begin with https:// and end without a slash')
  const { jwk, privateKey } = signing.makeKey()
  const { kid } = nameOf(jwk)
  const authority = { id: kid, name, keys: [jwk] }
  return {
    base,
    privateKey,
    list: { authority, handovers: [], serial: 1, issuedAt: at, keys: [], cards: [] },
  }
}

/** Kid and fingerprint of a public key. */
export function nameOf(jwk: Parameters<typeof thumbprintOf>[0]) {
  return runSteps(thumbprintOf(jwk), answerStep)
}

/** The fingerprint of the key that signs now: goes to the points on paper. */
export function officeFingerprint({ privateKey }: Office): string {
  return nameOf(publicHalf(privateKey)).fingerprint
}

/**
 * Certifies the key of a request until a moment. `code` names the point where the request does not: all PCs of one point
 * then have one address. Throws OfficeProblem for a file that is none or a key that is known.
 */
export function certify(
  office: Office,
  requestText: string,
  {
    at,
    until,
    code = null,
  }: { readonly at: Instant; readonly until: Instant; readonly code?: string | null },
): Office {
  const opened = runSteps(openKeyRequest(requestText), answerStep)
  if (!opened) throw new OfficeProblem('this is no request, or it was changed on its way')
  const { kid, jwk, request } = opened
  if (office.list.keys.some(key => key.kid === kid))
    throw new OfficeProblem('this key is in the list already')
  const key: IssuerKey = {
    kid,
    jwk,
    iss: `${office.base}/${encodeURIComponent(code ?? request.pointCode ?? kid.slice(0, 16))}`,
    pointName: request.pointName,
    practice: request.practice,
    notBefore: at,
    notAfter: until,
    revoked: null,
  }
  return renewed(office, at, { keys: [...office.list.keys, key] })
}

/** Takes a key back for ever. Throws OfficeProblem when it is not in the list, or back already. */
export function revoke(office: Office, kidStart: string, at: Instant, why: RevocationReason): Office {
  const found = office.list.keys.filter(({ kid }) => kid.startsWith(kidStart))
  const [key] = found
  if (!key || found.length > 1 || kidStart === '') throw new OfficeProblem('no single key begins so')
  if (key.revoked) throw new OfficeProblem('this key was revoked before')
  const keys = office.list.keys.map(each => (each === key ? { ...each, revoked: { at, why } } : each))
  return renewed(office, at, { keys })
}

/**
 * Takes back single cards by the statements their points signed. Throws OfficeProblem for a file that is none, or one with a
 * statement that no key of this list made.
 */
export function revokeCards(office: Office, fileText: string, at: Instant): Office {
  const { list } = office
  const statements = statementsIn(fileText)
  if (!statements) throw new OfficeProblem('this is no file of cards that were taken back')
  const said = statements.map(text => runSteps(readRevocation(text, [list]), answerStep))
  const read = said.flatMap(card => card ?? [])
  if (read.length < said.length) throw new OfficeProblem('a statement in it is of no key in this list')
  const { cards = [] } = list
  const fresh = read.filter(({ card, iss }) => !cards.some(each => each.card === card && each.iss === iss))
  if (fresh.length === 0) throw new OfficeProblem('all of these cards were taken back before')
  return renewed(office, at, { cards: [...cards, ...fresh] })
}

/** The office with a new key of its own, which the one before hands over to. */
export function rotate(office: Office, at: Instant): Office {
  const { jwk, privateKey } = signing.makeKey()
  const { authority, handovers } = office.list
  const handover = handoverOf(authority.id, jwk, publicHalf(office.privateKey), signWith(office.privateKey))
  const list = { authority: { ...authority, keys: [jwk] }, handovers: [...handovers, handover] }
  return { ...renewed(office, at, list), privateKey }
}

/**
 * The office with a new key for whoever opens courier sticks, and the private half: kept apart from the office's own key,
 * which signs lists and is needed a few times a year. Sticks for the key before are opened by that one still.
 */
export function openReception(
  office: Office,
  at: Instant,
): { readonly office: Office; readonly kid: string; readonly privateKey: string } {
  const { jwk, privateKey } = signing.makeKey()
  const { kid } = nameOf(jwk)
  return { office: renewed(office, at, { reception: { kid, jwk } }), kid, privateKey }
}

function renewed(office: Office, at: Instant, change: Partial<KeyList>): Office {
  const { list } = office
  return { ...office, list: { ...list, ...change, serial: list.serial + 1, issuedAt: at } }
}

/** The file for the points: public keys only, signed. */
export function listFile({ list, privateKey }: Office): string {
  return keyListFileOf(list, publicHalf(privateKey), signWith(privateKey))
}

/** The keys of each address as the standard publishes them, for readers elsewhere: revoked ones left out, maybe all. */
export function keySets({ list }: Office): ReadonlyMap<string, { readonly keys: readonly object[] }> {
  const good = list.keys.filter(({ revoked }) => revoked === null)
  const addresses = [...new Set(list.keys.map(({ iss }) => iss))]
  const setOf = (iss: string) =>
    good.filter(key => key.iss === iss).map(({ jwk, kid }) => ({ ...jwk, kid, use: 'sig', alg: 'ES256' }))
  return new Map(addresses.map(iss => [iss, { keys: setOf(iss) }]))
}

const signWith = (privateKey: string) => (bytes: Uint8Array) => signing.sign(privateKey, bytes)
