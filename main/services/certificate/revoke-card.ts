import { makeRevocations, revokeCard } from '../../../src/contract/card-revocation-calls'
import { refuse } from '../../../src/contract/errors'
import { revocationFileOf, revocationTextOf } from '../../../src/domain/certificate/card-revocation'
import { knownKey } from '../../../src/domain/certificate/issuer-key'
import type { CardRevocation } from '../../../src/domain/certificate/station-key'
import { cleanOrNull } from '../../../src/domain/document/words'
import { actorOf, type ServiceContext, serve } from '../service'
import { signerOf } from './own-key'
import { keyRing } from './trusted-keys'
import { revocationTexts, verdictOn } from './verify'

/** Whether the card of this key is one of this point's: a key that some PC here made, or one of the same address. */
export function isOurs(context: ServiceContext, kid: string): boolean {
  const ring = keyRing(context)
  const address = knownKey(ring, kid)?.key.iss
  const own = context.store.records.list('station-key', {}, 'created_stamp')
  return own.some(key => key.kid === kid || knownKey(ring, key.kid)?.key.iss === address)
}

export const revokeCardService = serve(revokeCard, (context, { text, why, note }) => {
  const verdict = verdictOn(context, text)
  if (verdict.state === 'not-a-card' || !verdict.card || !verdict.issuer || verdict.state === 'altered')
    return refuse('certificate.card-not-revocable')
  if (!isOurs(context, verdict.issuer.kid)) return refuse('certificate.card-not-ours')
  // A card that counts no more for another reason needs no taking back, and one taken back stays so.
  if (verdict.state !== 'valid') return refuse('certificate.card-not-revocable')
  const signer = signerOf(context)
  if (typeof signer === 'string') return refuse('certificate.cannot-take-back')
  const actor = actorOf(context)
  const { kid } = signer.key
  const body: CardRevocation = {
    card: verdict.card,
    kid,
    why,
    note: cleanOrNull(note),
    text: revocationTextOf({ card: verdict.card, at: context.at, why }, kid, signer.sign),
    byUserId: actor.userId,
    byName: actor.name,
  }
  context.write([{ noun: 'card-revocation', recordId: context.newId(), verb: 'recorded', body }])
  return {}
})

export const makeRevocationsService = serve(makeRevocations, context => {
  const texts = revocationTexts(context)
  if (texts.length === 0) return refuse('certificate.nothing-revoked')
  return {
    fileName: `giay-thu-hoi-${context.today}.json`,
    bytes: new TextEncoder().encode(revocationFileOf(texts)),
  }
})
