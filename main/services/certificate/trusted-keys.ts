import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { KeyList, KeyRing } from '../../../src/domain/certificate/issuer-key'
import { type KnownAuthority, keyListIn, keyRingOf } from '../../../src/domain/certificate/key-list'
import type { ServiceContext } from '../service'

type Reading = Pick<ServiceContext, 'store'>

/** A list that was taken in, the file and who took it. It was verified before it was written. */
export type TakenList = {
  readonly list: KeyList
  readonly text: string
  readonly at: Instant
  readonly byName: string
}

/** Files stay as they came: each is read and taken apart once. */
const opened = new Map<string, TakenList | null>()

/** The newest list of each authority. */
export function listsOf({ store }: Reading): readonly TakenList[] {
  return store.certificates.newestLists().flatMap(id => {
    const known = opened.get(id)
    if (known !== undefined) return known ?? []
    const stored = store.records.find('key-list', id)
    const list = stored && keyListIn(stored.text)
    const taken = list && { list, text: stored.text, at: stored.createdAt, byName: stored.byName }
    opened.set(id, taken)
    return taken ?? []
  })
}

/** Every key whose signature counts here. */
export function keyRing(context: Reading): KeyRing {
  return keyRingOf(listsOf(context).map(({ list }) => list))
}

/** What is known of each authority, for the next file of it. */
export function knownAuthorities(context: Reading): readonly KnownAuthority[] {
  return listsOf(context).map(({ list: { authority, serial } }) => ({ authority, serial }))
}
