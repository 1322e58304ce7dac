import { jsonObjectOf, toBase64url, toUtf8 } from './base64url'
import { type CryptoSteps, sha256, signatureHolds } from './crypto-steps'
import { type IssuerKey, type KeyRing, knownKey } from './issuer-key'
import { type RevokedCard, revokedCardIn } from './revoked-card'
import { readSignedText, signText } from './signed-text'
import { isText } from './text-shape'

const statementType = 'diem-tiem-card-revoked'
export const revocationFileFormat = 'diem-tiem-revoked-cards/1'

/**
 * What a card is called: 128 bits of the SHA-256 of what its signature is over. Not of the signature, which anybody can
 * write in a second way that holds as well; so cards need no room for a number, and those printed earlier have one too.
 */
export function* cardIdOf(signed: Uint8Array): CryptoSteps<string> {
  return toBase64url((yield* sha256(signed)).subarray(0, 16))
}

/** A point saying that one of its cards counts no more. `sign` signs with the key of this name. */
export function revocationTextOf(
  { card, at, why }: Omit<RevokedCard, 'iss'>,
  kid: string,
  sign: (bytes: Uint8Array) => Uint8Array,
): string {
  const payload = toUtf8(JSON.stringify({ card, at, why }))
  return signText({ alg: 'ES256', typ: statementType, kid }, payload, sign)
}

/**
 * What a statement says, if a key of a point that counts here signed it; else null. A key that ended may still take back, a
 * key that was revoked may not, and what a key of practice mode says is about nobody.
 */
export function* readRevocation(text: string, ring: KeyRing): CryptoSteps<RevokedCard | null> {
  const statement = readSignedText(text)
  const said = statement && jsonObjectOf(statement.payload)
  if (!statement || !said || statement.header.typ !== statementType) return null
  const { kid } = statement.header
  const known = typeof kid === 'string' ? knownKey(ring, kid) : null
  if (!known || known.key.revoked !== null || known.key.practice) return null
  const read = revokedCardIn({ ...said, iss: known.key.iss })
  return read && (yield* signatureHolds(known.key.jwk, statement.signed, statement.signature)) ? read : null
}

/** A card of this name that was taken back: by the authority's list, or by a statement of the point itself. */
export function* revocationOf(
  card: string,
  key: IssuerKey,
  ring: KeyRing,
  statements: readonly string[],
): CryptoSteps<RevokedCard | null> {
  const isIt = (each: RevokedCard) => each.card === card && each.iss === key.iss
  const listed = ring.flatMap(({ cards = [] }) => cards).find(isIt)
  if (listed) return listed
  for (const text of statements) {
    const payload = readSignedText(text)?.payload ?? null
    // Only what speaks of this card is worth a check of its signature.
    if (payload === null || jsonObjectOf(payload)?.card !== card) continue
    const read = yield* readRevocation(text, ring)
    if (read && isIt(read)) return read
  }
  return null
}

/** Statements as a file for the province and for the page on a stick. */
export function revocationFileOf(statements: readonly string[]): string {
  return `${JSON.stringify({ format: revocationFileFormat, statements }, null, 2)}\n`
}

/** The statements in such a file; null when it is none. Each says for itself whether it holds. */
export function statementsIn(fileText: string): readonly string[] | null {
  const file = jsonObjectOf(toUtf8(fileText))
  if (file?.format !== revocationFileFormat || !Array.isArray(file.statements)) return null
  return file.statements.every(isText) ? file.statements : null
}
