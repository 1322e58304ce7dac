import { toUtf8 } from '../../../src/domain/certificate/base64url'
import {
  type CardToSign,
  type CertifiedDose,
  cardDoseOf,
  codingOf,
} from '../../../src/domain/certificate/card-content'
import { compactCodeOf } from '../../../src/domain/certificate/compact-card'
import { healthCardOf } from '../../../src/domain/certificate/health-card'
import { toNumericCode } from '../../../src/domain/certificate/numeric-code'
import { signText } from '../../../src/domain/certificate/signed-text'
import type { SignedCard } from '../../../src/domain/certificate/station-key'
import type { Dose } from '../../../src/domain/immunization/dose'
import { displayName } from '../../../src/domain/person/display-name'
import type { Person } from '../../../src/domain/person/person'
import type { ServiceContext } from '../service'
import { type Signer, signerOf } from './own-key'

/** What the standard lets one QR code hold (version 22, level L): a phone still reads it off paper. */
export const longestCard = 1_195

/**
 * A person's doses as signed cards, oldest dose first, as of now. Without a key that counts the answer says why, and a
 * paper is printed without a code. Nothing is written.
 */
export function signedCard(
  context: ServiceContext,
  person: Pick<Person, 'name' | 'relatives' | 'birthDate'>,
  doses: readonly Dose[],
): SignedCard {
  const signer = signerOf(context)
  if (typeof signer === 'string') return { state: 'unsigned', why: signer }
  const { key, authority } = signer
  const card: CardToSign = {
    name: displayName(person).replace(/\s+/gu, ' '),
    birthDate: person.birthDate,
    doses: doses.toSorted((a, b) => (a.givenOn < b.givenOn ? -1 : a.givenOn > b.givenOn ? 1 : 0)),
    iss: key.iss,
    kid: key.kid,
    at: context.at,
  }
  const numbers = context.resources.transferNumbers.vaccines
  return {
    state: 'signed',
    shc: fittingCards(context, signer, card).map(toNumericCode),
    compact: compactCodeOf({ ...card, pointName: key.pointName }, numbers, signer.sign),
    pointName: key.pointName,
    authorityName: authority.name,
    kid: key.kid,
    signedAt: context.at,
    keyUntil: key.notAfter,
  }
}

/**
 * One card, or as many as it takes for each to fit a code: each is whole by itself, none is a piece. A single dose with
 * endless names stays one card, in a larger code.
 */
function fittingCards(context: ServiceContext, signer: Signer, card: CardToSign): readonly string[] {
  const most = Math.max(card.doses.length, 1)
  for (let parts = 1; ; parts++) {
    const size = Math.ceil(card.doses.length / parts)
    const shares = Array.from({ length: parts }, (_, at) => card.doses.slice(at * size, (at + 1) * size))
    const filled = shares.filter((share, at) => at === 0 || share.length > 0)
    const texts = filled.map(share => signedTextOf(context, signer, card, share))
    if (parts === most || texts.every(text => text.length <= longestCard)) return texts
  }
}

function signedTextOf(
  { resources, signing }: ServiceContext,
  { sign }: Signer,
  { iss, kid, at, name, birthDate }: CardToSign,
  doses: readonly CertifiedDose[],
): string {
  const said = doses.map(dose =>
    cardDoseOf(dose, codingOf(dose.vaccineCode, resources.vaccines.get(dose.vaccineCode))),
  )
  const nbf = Math.floor(Date.parse(at) / 1000)
  const payload = healthCardOf({ iss, nbf, exp: null, content: { name, birthDate, doses: said } })
  const packed = signing.deflate(toUtf8(JSON.stringify(payload)))
  return signText({ zip: 'DEF', alg: 'ES256', kid }, packed, sign)
}
