import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { KeyList, KeyRing } from '../../../src/domain/certificate/issuer-key'
import { type KnownAuthority, keyListIn, keyRingOf } from '../../../src/domain/certificate/key-list'
import type { ServiceContext } from '../service'

type Reading = Pick<ServiceContext, 'store'>

/** Files stay as they came: each is taken apart once. */
const opened = new Map<string, KeyList | null>()

/** A list that was taken in, the file and who took it. Each was verified before it was written. */
export type TakenList = {
  readonly list: KeyList
  readonly text: string
  readonly at: Instant
  readonly byName: string
}

/** All lists taken in here, the newest of each authority last. */
export function listsOf({ store }: Reading): readonly TakenList[] {
  const stored = store.records.list('key-list', {}, 'authority_id, serial, created_stamp DESC')
  return stored.flatMap(({ id, text, createdAt, byName }) => {
    const known = opened.get(id)
    const list = known === undefined ? keyListIn(text) : known
    opened.set(id, list)
    return list ? [{ list, text, at: createdAt, byName }] : []
  })
}

/** Every key whose signature counts here. */
export function keyRing(context: Reading): KeyRing {
  return keyRingOf(listsOf(context).map(({ list }) => list))
}

/** What is known of each authority, for the next file of it. */
export function knownAuthorities(context: Reading): readonly KnownAuthority[] {
  const newest = new Map(listsOf(context).map(({ list }) => [list.authority.id, list]))
  return [...newest.values()].map(({ authority, serial }) => ({ authority, serial }))
}
