import { daysBetween } from '../../../src/domain/calendar/calendar-day'
import { createRecordMaker } from '../../../src/domain/linkage/linkage-record'
import type { LinkageScore } from '../../../src/domain/linkage/linkage-types'
import { rankCandidates } from '../../../src/domain/linkage/rank-candidates'
import { nameKey } from '../../../src/domain/person/name-key'
import type { Person } from '../../../src/domain/person/person'
import { phonesOf } from '../../../src/domain/person/search-index'
import { allWords } from '../../../src/domain/person/search-lookups'
import type { Stored } from '../../db/record-store'
import { eachOnce, foundByNumber, foundByPhone } from '../person/found-people'
import type { ServiceContext } from '../service'
import { deskModel } from './linkage-model'

export type DeskDuplicate = { readonly candidate: Stored<Person>; readonly score: LinkageScore }

/**
 * Who a new or corrected record may already be, surest first. The doses are left to the finder: a record that is being
 * written has none.
 */
export function duplicatesOf(
  person: Person,
  exceptPersonId: string | null,
  context: Pick<ServiceContext, 'store' | 'resources'>,
): readonly DeskDuplicate[] {
  const candidates = comparablePeople(person, exceptPersonId, context)
  const makeRecord = createRecordMaker()
  const records = [...candidates.values()].map(candidate => makeRecord(candidate.id, candidate, []))
  return rankCandidates(makeRecord('', person, []), records, deskModel(context)).flatMap(
    ({ candidate: { id }, score }) => {
      const candidate = candidates.get(id)
      return candidate ? [{ candidate, score }] : []
    },
  )
}

/** People worth comparing with a record: same birth date or nearly the same name, same phone, same number. */
function comparablePeople(
  person: Person,
  exceptPersonId: string | null,
  { store }: Pick<ServiceContext, 'store'>,
): ReadonlyMap<string, Stored<Person>> {
  const words = nameKey(person.name).split(' ').filter(Boolean)
  const found = [
    ...store.persons.bornOn(person.birthDate, 500),
    ...phonesOf(person).flatMap(phone => foundByPhone(store, phone)),
    ...person.identifiers.flatMap(({ system, value }) => foundByNumber(store, [system], value)),
    ...(words.length > 1 ? store.persons.lookup(allWords(words), 100).filter(bornNear(person)) : []),
  ]
  return eachOnce(found.filter(({ id, voided }) => id !== exceptPersonId && !voided))
}

/** A year apart at most: a slip in the birth date is still found. */
function bornNear(person: Person): (candidate: Person) => boolean {
  return candidate => Math.abs(daysBetween(person.birthDate, candidate.birthDate)) <= 366
}
