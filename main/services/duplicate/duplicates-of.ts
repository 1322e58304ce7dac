import { daysBetween } from '../../../src/domain/calendar/calendar-day'
import { createRecordMaker } from '../../../src/domain/linkage/linkage-record'
import type { LinkageScore } from '../../../src/domain/linkage/linkage-types'
import { rankCandidates } from '../../../src/domain/linkage/rank-candidates'
import { nameKey } from '../../../src/domain/person/name-key'
import type { Person } from '../../../src/domain/person/person'
import { reversePhone } from '../../../src/domain/person/phone'
import { phonesOf } from '../../../src/domain/person/search-index'
import { allWords } from '../../../src/domain/person/search-lookups'
import type { Stored } from '../../db/record-store'
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
  const candidates = candidatesFor(person, exceptPersonId, context)
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
function candidatesFor(
  person: Person,
  exceptPersonId: string | null,
  { store: { persons } }: Pick<ServiceContext, 'store'>,
): ReadonlyMap<string, Stored<Person>> {
  const candidates = new Map<string, Stored<Person>>()
  const add = (found: readonly Stored<Person>[]) => {
    for (const candidate of found)
      if (candidate.id !== exceptPersonId && !candidate.voided) candidates.set(candidate.id, candidate)
  }
  add(persons.bornOn(person.birthDate, 500))
  for (const phone of phonesOf(person))
    add(persons.lookup({ by: 'phone-end', reversed: reversePhone(phone) }, 50))
  for (const { system, value } of person.identifiers) add(persons.many(persons.byIdentifier(system, value)))
  const words = nameKey(person.name).split(' ').filter(Boolean)
  if (words.length > 1) add(persons.lookup(allWords(words), 100).filter(bornNear(person)))
  return candidates
}

/** A year apart at most: a slip in the birth date is still found. */
function bornNear(person: Person): (candidate: Person) => boolean {
  return candidate => Math.abs(daysBetween(person.birthDate, candidate.birthDate)) <= 366
}
