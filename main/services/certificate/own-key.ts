import { type KnownKey, knownKey, standingOf } from '../../../src/domain/certificate/issuer-key'
import type { StationKey, UnsignedReason } from '../../../src/domain/certificate/station-key'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'
import { keyRing } from './trusted-keys'

/** The keys this PC made, newest first: while a new one waits for the province, the one before goes on signing. */
export function stationKeysOf({
  store,
  stationId,
}: Pick<ServiceContext, 'store' | 'stationId'>): readonly Stored<StationKey>[] {
  const keys = store.records.list('station-key', {}, 'created_stamp')
  return keys.filter(key => key.stationId === stationId).toReversed()
}

/** A key that counts now, with what signs by it. */
export type Signer = KnownKey & { readonly sign: (bytes: Uint8Array) => Uint8Array }

/** The key that signs now, or why none does. */
export function signerOf(context: ServiceContext): Signer | UnsignedReason {
  const answers = stationKeysOf(context).map(key => signerWith(context, key))
  return answers.find(answer => typeof answer !== 'string') ?? answers[0] ?? 'no-key'
}

function signerWith(context: ServiceContext, own: StationKey): Signer | UnsignedReason {
  const { store, safe, signing } = context
  const standing = certifiedStanding(context, own)
  if (typeof standing === 'string') return standing
  const locked = store.certificates.findPrivate(own.kid)
  if (locked === null) return 'no-key'
  const privateKey = safe.unlock(locked)
  if (privateKey === null) return 'key-locked'
  return { ...standing, sign: bytes => signing.sign(privateKey, bytes) }
}

const whys = { revoked: 'key-revoked', expired: 'key-expired', 'not-yet': 'key-not-yet' } as const

function certifiedStanding(context: ServiceContext, { kid }: Pick<StationKey, 'kid'>) {
  const known = knownKey(keyRing(context), kid)
  if (!known) return 'not-certified'
  const standing = standingOf(known.key, context.at)
  return standing === 'good' ? known : whys[standing]
}

/** What a list of keys says of one; whether a key of another PC can be opened there is not known here. */
export function standingOfOwn(context: ServiceContext, key: StationKey) {
  const standing =
    key.stationId === context.stationId ? signerWith(context, key) : certifiedStanding(context, key)
  if (typeof standing !== 'string') return 'signs'
  return standing === 'no-key' ? 'key-locked' : standing
}
