import { refuse } from '../../../../src/contract/errors'
import type { Instant } from '../../../../src/domain/calendar/calendar-day'
import type { UnsignedReason } from '../../../../src/domain/certificate/station-key'
import { type Correspondent, correspondentsIn, type Side } from '../../../../src/domain/courier/correspondent'
import { signerOf, stationKeysOf } from '../../certificate/own-key'
import { listsOf } from '../../certificate/trusted-keys'
import type { Ports, ServiceContext } from '../../service'
import { excludedPersons } from './excluded-persons'

/** Who writes and reads sticks here: a PC of a point, or the province's reception. */
export type CourierSide = {
  readonly store: Pick<
    Ports['store'],
    'courier' | 'posted' | 'link' | 'links' | 'records' | 'entriesOf' | 'local'
  >
  readonly answer: Ports['signing']['answer']
  readonly box: Ports['box']
  readonly here: Side
  /** Of this station; the province's reception has a journal without entries of its own. */
  readonly stationId: string
  readonly name: string
  readonly at: Instant
  readonly signer: { readonly kid: string; readonly sign: (bytes: Uint8Array) => Uint8Array }
  /** Keys that open boxes: those in use before as well, for sticks on their way. */
  readonly own: readonly { readonly kid: string; readonly privateKey: string }[]
  readonly others: readonly Correspondent[]
  /** Persons whose entries never leave the point. */
  readonly excluded: () => ReadonlySet<string>
}

/** This PC as a writer and reader of sticks, or why it is none. */
export function findSide(context: ServiceContext): CourierSide | UnsignedReason {
  const signer = signerOf(context)
  if (typeof signer === 'string') return signer
  const { store, safe, signing, box, stationId, at } = context
  const own = stationKeysOf(context).flatMap(({ kid }) => {
    const locked = store.certificates.findPrivate(kid)
    const privateKey = locked === null ? null : safe.unlock(locked)
    return privateKey === null ? [] : { kid, privateKey }
  })
  const { kid, iss, practice } = signer.key
  return {
    store,
    answer: signing.answer,
    box,
    here: { iss, practice, kind: 'station' },
    stationId,
    name: store.records.find('station', stationId)?.name ?? '',
    at,
    signer: { kid, sign: signer.sign },
    own,
    others: correspondentsIn(listsOf(context).map(({ list }) => list)),
    excluded: () => excludedPersons(store),
  }
}

/** The same; refused where there is no certified key. */
export function sideOf(context: ServiceContext): CourierSide {
  const side = findSide(context)
  return typeof side === 'string' ? refuse('courier.no-key') : side
}
