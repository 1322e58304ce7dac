import { type Instant, instantOf } from '../calendar/calendar-day'
import { jsonObjectOf } from './base64url'
import type { CardContent } from './card-content'
import { cardIdOf, revocationOf } from './card-revocation'
import { type CompactNames, isCompactCode, readCompactCode } from './compact-card'
import { type CryptoSteps, inflated, signatureHolds } from './crypto-steps'
import { type CardPayload, readHealthCard } from './health-card'
import { type KeyRing, type KnownKey, keyBeginning, knownKey } from './issuer-key'
import { fromNumericCode, isNumericCode } from './numeric-code'
import type { RevokedCard } from './revoked-card'
import { readSignedText, type SignedText } from './signed-text'

/** What a certificate is worth. Only `valid` is a proof; the rest says why it is none. */
export const verdictStates = [
  'valid',
  /** Something was changed after it was signed, or somebody else signed it in the issuer's name. */
  'altered',
  /** Nobody whose list is here has certified the key. */
  'unknown-issuer',
  /** The key was taken back: nothing it signed counts. */
  'revoked',
  /** The point or the province took this one card back; other cards of the key count. */
  'revoked-card',
  /** Signed in practice mode, about invented people. */
  'practice',
  /** Signed outside the time in which the key counts. */
  'expired-key',
  /** The card itself names a day until which it counts, and that is over. */
  'expired-card',
  /** Signed later than it is now: this PC's clock is wrong, or the card is. */
  'from-future',
] as const
export type VerdictState = (typeof verdictStates)[number]

export type Verdict =
  | { readonly state: 'not-a-card' }
  | {
      readonly state: VerdictState
      readonly form: 'health-card' | 'compact'
      /** What the card says, whatever it is worth; null where it cannot even be read. */
      readonly content: CardContent | null
      readonly signedAt: Instant | null
      /** Who certified the key; null for an unknown issuer. */
      readonly issuer: {
        readonly pointName: string
        readonly authorityName: string
        readonly kid: string
        readonly revokedAt: Instant | null
        readonly notAfter: Instant
      } | null
      /** What the card is called when it is taken back; null where it cannot even be read. */
      readonly card: string | null
      /** When and why this one card was taken back. */
      readonly takenBack: Pick<RevokedCard, 'at' | 'why'> | null
      /** Who the card says signed it, believed or not. */
      readonly claims: string | null
    }

/** Clocks of PCs differ; a card signed within this time from now is not from the future. */
const clockToleranceMs = 24 * 3_600_000

/** Whether a scanned text is meant as a certificate, right or damaged. */
export function isCertificate(text: string): boolean {
  return isNumericCode(text) || isCompactCode(text) || /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/u.test(text.trim())
}

/**
 * What one code is worth, held against the keys that are known here and what points said of single cards, at this moment. Never
 * throws.
 */
export function* verifyCard(
  text: string,
  ring: KeyRing,
  names: CompactNames,
  now: Instant,
  statements: readonly string[] = [],
): CryptoSteps<Verdict> {
  if (!isCertificate(text)) return { state: 'not-a-card' }
  const held = { ring, now, statements }
  return isCompactCode(text) ? yield* verifyCompact(text, names, held) : yield* verifyHealthCard(text, held)
}

/** What a card is held against. */
type Held = { readonly ring: KeyRing; readonly now: Instant; readonly statements: readonly string[] }

function* verifyHealthCard(text: string, held: Held): CryptoSteps<Verdict> {
  const signed = readSignedText(isNumericCode(text) ? (fromNumericCode(text) ?? '') : text.trim())
  if (!signed) return unreadable('health-card')
  const { header } = signed
  const known = typeof header.kid === 'string' ? knownKey(held.ring, header.kid) : null
  const payload = yield* payloadOf(signed)
  const form = 'health-card'
  const card = yield* cardIdOf(signed.signed)
  if (!known) return payload ? verdictOf('unknown-issuer', { form, payload, known, card }) : unreadable(form)
  return yield* judge({ form, payload, known, card }, signed, held)
}

function* payloadOf({ header, payload }: SignedText): CryptoSteps<CardPayload | null> {
  const bytes = header.zip === 'DEF' ? yield* inflated(payload) : payload
  return readHealthCard(jsonObjectOf(bytes))
}

function* verifyCompact(text: string, names: CompactNames, held: Held): CryptoSteps<Verdict> {
  const read = readCompactCode(text, names)
  if (!read) return unreadable('compact')
  const known = keyBeginning(held.ring, read.keyStart)
  const { content, signedAt } = read
  const payload = content && {
    iss: known?.key.iss ?? '',
    nbf: Date.parse(signedAt) / 1000,
    exp: null,
    content: known ? withPlace(content, known.key.pointName) : content,
  }
  const form = 'compact'
  const card = yield* cardIdOf(read.signed)
  if (!known) return verdictOf('unknown-issuer', { form, payload, known, card })
  return yield* judge({ form, payload, known, card }, read, held)
}

/** A compact card leaves out the place of doses that the issuer gave itself. */
function withPlace(content: CardContent, pointName: string): CardContent {
  const doses = content.doses.map(dose => (dose.placeName === '' ? { ...dose, placeName: pointName } : dose))
  return { ...content, doses }
}

type Judged = {
  readonly form: 'health-card' | 'compact'
  readonly payload: CardPayload | null
  readonly known: KnownKey | null
  readonly card: string | null
  readonly takenBack?: RevokedCard
}

type Signature = Pick<SignedText, 'signed' | 'signature'>

/** The rule: first whether it was signed so, then whether the key counted, then whether the card does. */
function* judge(
  judged: Judged & { readonly known: KnownKey; readonly card: string },
  { signed, signature }: Signature,
  { ring, now, statements }: Held,
): CryptoSteps<Verdict> {
  const { payload, known } = judged
  const { key } = known
  const holds = yield* signatureHolds(key.jwk, signed, signature)
  if (!holds || !payload) return verdictOf('altered', judged)
  if (payload.iss !== key.iss) return verdictOf('unknown-issuer', judged)
  if (key.revoked !== null) return verdictOf('revoked', judged)
  const takenBack = yield* revocationOf(judged.card, key, ring, statements)
  if (takenBack) return verdictOf('revoked-card', { ...judged, takenBack })
  if (key.practice) return verdictOf('practice', judged)
  const signedMs = payload.nbf * 1000
  if (signedMs < Date.parse(key.notBefore) || signedMs > Date.parse(key.notAfter))
    return verdictOf('expired-key', judged)
  if (signedMs > Date.parse(now) + clockToleranceMs) return verdictOf('from-future', judged)
  if (payload.exp !== null && payload.exp * 1000 < Date.parse(now)) return verdictOf('expired-card', judged)
  return verdictOf('valid', judged)
}

function verdictOf(state: VerdictState, { form, payload, known, card, takenBack }: Judged): Verdict {
  return {
    state,
    form,
    content: payload?.content ?? null,
    signedAt: payload ? signedAtOf(payload.nbf) : null,
    issuer: known && {
      pointName: known.key.pointName,
      authorityName: known.authority.name,
      kid: known.key.kid,
      revokedAt: known.key.revoked?.at ?? null,
      notAfter: known.key.notAfter,
    },
    card,
    takenBack: takenBack ? { at: takenBack.at, why: takenBack.why } : null,
    claims: payload?.iss || null,
  }
}

/** Null for a second that no calendar has. */
function signedAtOf(nbf: number): Instant | null {
  return Math.abs(nbf) < 8.64e12 ? instantOf(nbf * 1000) : null
}

function unreadable(form: Judged['form']): Verdict {
  return {
    state: 'altered',
    form,
    content: null,
    signedAt: null,
    issuer: null,
    card: null,
    takenBack: null,
    claims: null,
  }
}
