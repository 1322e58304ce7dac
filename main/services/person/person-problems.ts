import type { Problem } from '../../../src/contract/errors'
import { canonicalJson } from '../../../src/domain/journal/canonical-json'
import { displayName } from '../../../src/domain/person/display-name'
import type { AddressUse, Person } from '../../../src/domain/person/person'
import { isBlocking, problemsOf } from '../../../src/domain/person/validate-person'
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
