import { type KeyListPreview, previewKeyList, trustKeyList } from '../../../src/contract/certificate-calls'
import { refuse } from '../../../src/contract/errors'
import { runSteps } from '../../../src/domain/certificate/crypto-steps'
import type { IssuerKey } from '../../../src/domain/certificate/issuer-key'
import { knownKey } from '../../../src/domain/certificate/issuer-key'
import { openKeyList } from '../../../src/domain/certificate/key-list'
import type { TrustedKeyList } from '../../../src/domain/certificate/station-key'
import { actorOf, type ServiceContext, serve } from '../service'
import { stationKeysOf } from './own-key'
import { keyRing, knownAuthorities } from './trusted-keys'

/** Opens a file of keys by what is known here, or refuses it. */
function opened(context: ServiceContext, text: string) {
  const answer = runSteps(openKeyList(text, knownAuthorities(context)), context.signing.answer)
  return answer.ok ? answer : refuse(answer.code)
}

export const previewKeyListService = serve(previewKeyList, (context, { bytes }): KeyListPreview => {
  const text = new TextDecoder().decode(bytes)
  const { list, trust } = opened(context, text)
  const ring = keyRing(context)
  const before = (key: IssuerKey) => knownKey(ring, key.kid)
  const own = new Set(stationKeysOf(context).map(({ kid }) => kid))
  return {
    text,
    authorityName: list.authority.name,
    trust,
    serial: list.serial,
    issuedAt: list.issuedAt,
    keys: list.keys.length,
    newlyCertified: list.keys
      .filter(key => key.revoked === null && before(key) === null)
      .map(({ pointName, notAfter }) => ({ pointName, until: notAfter })),
    newlyRevoked: list.keys.flatMap(key => {
      const isNew = key.revoked !== null && before(key)?.key.revoked !== key.revoked
      return isNew && key.revoked && !before(key)?.key.revoked
        ? [{ pointName: key.pointName, why: key.revoked.why }]
        : []
    }),
    certifiesThisStation: list.keys.some(key => own.has(key.kid) && key.revoked === null),
  }
})

export const trustKeyListService = serve(trustKeyList, (context, { text, fingerprint }) => {
  const { list, trust, fingerprint: real } = opened(context, text)
  if (trust === 'same') return refuse('key-list.already-here')
  const typed = fingerprint?.replace(/\D/gu, '') ?? ''
  if (trust === 'first' && typed !== real.replace(/\D/gu, '')) return refuse('key-list.wrong-fingerprint')
  const actor = actorOf(context)
  const body: TrustedKeyList = {
    authorityId: list.authority.id,
    authorityName: list.authority.name,
    serial: list.serial,
    text,
    byUserId: actor.userId,
    byName: actor.name,
  }
  context.write([{ noun: 'key-list', recordId: context.newId(), verb: 'recorded', body }])
  return {}
})
