import type { Problem } from '../../../src/contract/errors'
import { daysBetween } from '../../../src/domain/calendar/calendar-day'
import { canonicalJson } from '../../../src/domain/journal/canonical-json'
import { displayName } from '../../../src/domain/person/display-name'
import { findDuplicates } from '../../../src/domain/person/duplicates'
import { nameKey } from '../../../src/domain/person/name-key'
import type { AddressUse, Person } from '../../../src/domain/person/person'
import { reversePhone } from '../../../src/domain/person/phone'
import { phonesOf } from '../../../src/domain/person/search-index'
import { allWords } from '../../../src/domain/person/search-lookups'
import { isBlocking, problemsOf } from '../../../src/domain/person/validate-person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

/** What stops a record from being stored, as problems of a form. */
export function blockingProblems(person: Person, context: ServiceContext): readonly Problem[] {
  return problemsOf(person, context.today)
    .filter(isBlocking)
    .map(({ code, field, value }) => ({ code, field: `person.${field}`, params: { value } }))
}

/** Somebody else already carries one of these numbers. */
export function takenNumbers(
  person: Person,
  exceptPersonId: string | null,
  context: ServiceContext,
): readonly Problem[] {
  const unique = ['national-id', 'niis-code', 'passport', 'old-national-id', 'person-code']
  return person.identifiers
    .filter(({ system }) => unique.includes(system))
    .flatMap(({ system, value }) => {
      const owner = context.store.persons
        .byIdentifier(system, value)
        .find(personId => personId !== exceptPersonId)
      return owner
        ? [
            {
              code: 'person.id-taken' as const,
              field: `person.identifiers.${system}`,
              params: { value, personId: owner, displayName: nameOf(owner, context) },
            },
          ]
        : []
    })
}

function nameOf(personId: string, { store }: ServiceContext): string | null {
  const person = store.persons.find(personId)
  return person && displayName(person)
}

/** Addresses given now whose commune is unknown or lies elsewhere; one stored before the units changed may stay. */
export function addressProblems(
  person: Person,
  before: Person | null,
  { resources }: ServiceContext,
): readonly Problem[] {
  return Object.entries(person.addresses)
    .filter(
      ([use, address]) => canonicalJson(before?.addresses[use as AddressUse]) !== canonicalJson(address),
    )
    .filter(([, { communeCode, provinceCode }]) => {
      const commune = communeCode === null ? null : resources.units.communeByCode.get(communeCode)
      return commune !== null && commune?.provinceCode !== provinceCode
    })
    .map(([use]) => ({ code: 'person.bad-address', field: `person.addresses.${use}`, params: {} }))
}

/** People worth comparing with a record: same birth date or nearly the same name, same phone, same number. */
export function duplicatesOf(person: Person, exceptPersonId: string | null, context: ServiceContext) {
  const { persons } = context.store
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
  return findDuplicates(person, [...candidates.values()])
}

/** A year apart at most: a slip in the birth date is still found. */
function bornNear(person: Person): (candidate: Person) => boolean {
  return candidate => Math.abs(daysBetween(person.birthDate, candidate.birthDate)) <= 366
}
