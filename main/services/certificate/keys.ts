import {
  type AuthorityView,
  getCertificateKeys,
  makeCertificateKey,
  makeKeyRequest,
  type StationKeyView,
} from '../../../src/contract/certificate-calls'
import { refuse } from '../../../src/contract/errors'
import { runSteps } from '../../../src/domain/certificate/crypto-steps'
import { knownKey } from '../../../src/domain/certificate/issuer-key'
import { thumbprintOf } from '../../../src/domain/certificate/key-list'
import { keyRequestFileOf } from '../../../src/domain/certificate/key-request'
import type { StationKey } from '../../../src/domain/certificate/station-key'
import type { Stored } from '../../db/record-store'
import { actorOf, type ServiceContext, serve } from '../service'
import { signerOf, standingOfOwn, stationKeysOf } from './own-key'
import { keyRing, listsOf } from './trusted-keys'

export const getCertificateKeysService = serve(getCertificateKeys, context => {
  const { store, safe } = context
  const signer = signerOf(context)
  const keys = store.records.list('station-key', {}, 'created_stamp').toReversed()
  return {
    unsigned: typeof signer === 'string' ? signer : null,
    keptBy: safe.keptBy(),
    keys: keys.map(key => keyView(context, key)),
    authorities: authoritiesOf(context),
  }
})

function keyView(context: ServiceContext, key: Stored<StationKey>): StationKeyView {
  const known = knownKey(keyRing(context), key.kid)
  return {
    kid: key.kid,
    fingerprint: runSteps(thumbprintOf(key.jwk), context.signing.answer).fingerprint,
    stationName: key.stationName,
    isOfThisStation: key.stationId === context.stationId,
    madeAt: key.madeAt,
    madeBy: key.byName,
    standing: standingOfOwn(context, key),
    certified: known && {
      pointName: known.key.pointName,
      authorityName: known.authority.name,
      notAfter: known.key.notAfter,
      revoked: known.key.revoked,
    },
  }
}

function authoritiesOf(context: ServiceContext): readonly AuthorityView[] {
  return listsOf(context).map(({ list, at, byName }) => ({
    authorityId: list.authority.id,
    name: list.authority.name,
    serial: list.serial,
    issuedAt: list.issuedAt,
    takenInAt: at,
    takenInBy: byName,
    keys: list.keys.length,
    revoked: list.keys.filter(key => key.revoked !== null).length,
  }))
}

export const makeCertificateKeyService = serve(makeCertificateKey, context => {
  const { store, signing, safe, stationId, at } = context
  if (safe.keptBy() === null) return refuse('certificate.safe-closed')
  const actor = actorOf(context)
  const { jwk, privateKey } = signing.makeKey()
  const { kid } = runSteps(thumbprintOf(jwk), signing.answer)
  store.certificates.keepPrivate(kid, safe.lock(privateKey))
  const body: StationKey = {
    kid,
    jwk,
    stationId,
    stationName: store.records.find('station', stationId)?.name ?? '',
    madeAt: at,
    byUserId: actor.userId,
    byName: actor.name,
  }
  context.write([{ noun: 'station-key', recordId: context.newId(), verb: 'recorded', body }])
  return { kid }
})

export const makeKeyRequestService = serve(makeKeyRequest, context => {
  const { store, safe, signing, today, mode } = context
  const [key] = stationKeysOf(context)
  const locked = key && store.certificates.findPrivate(key.kid)
  const privateKey = locked ? safe.unlock(locked) : null
  if (!key || privateKey === null) return refuse('certificate.no-key')
  const point = store.point()
  const request = {
    pointName: point?.name ?? '',
    pointCode: point?.code ?? null,
    communeCode: point?.address.communeCode ?? null,
    stationName: key.stationName,
    practice: mode === 'practice',
    madeAt: key.madeAt,
  }
  const text = keyRequestFileOf(request, key.jwk, bytes => signing.sign(privateKey, bytes))
  return {
    fileName: `yeu-cau-khoa-${key.kid.slice(0, 8)}-${today}.json`,
    bytes: new TextEncoder().encode(text),
  }
})
