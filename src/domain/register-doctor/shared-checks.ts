import { nameKey } from '../person/name-key'
import type { IdentifierSystem, Person } from '../person/person'
import type { DoctorLimits } from './examined'
import type { Finding } from './finding'

/** Somebody of a group that shares something. */
export type Sharer = { readonly personId: string; readonly person: Pick<Person, 'name' | 'relatives'> }

/** One number that stands in the records of several people: it can be of one alone. Null: it is of one. */
export function sharedNumberFinding(
  system: IdentifierSystem,
  value: string,
  personIds: readonly string[],
): Finding | null {
  const [personId, ...otherIds] = [...new Set(personIds)].toSorted()
  const [firstOther] = otherIds
  if (personId === undefined || firstOther === undefined) return null
  return {
    code: 'number-shared',
    personId,
    recordId: null,
    otherIds,
    facts: { system, value },
    repairs: [],
    form: { form: 'compare', otherId: firstOther },
  }
}

/** One telephone in the records of several families. Brothers, sisters and their mother are one family. */
export function sharedPhoneFinding(
  phone: string,
  sharers: readonly Sharer[],
  { phoneFamilies }: DoctorLimits,
): Finding | null {
  const families = new Set(sharers.map(familyOf))
  const [personId, ...otherIds] = [...new Set(sharers.map(sharer => sharer.personId))].toSorted()
  if (families.size < phoneFamilies || personId === undefined) return null
  return {
    code: 'phone-shared',
    personId,
    recordId: null,
    otherIds,
    facts: { phone, families: families.size },
    repairs: [],
    form: { form: 'person', field: 'phone' },
  }
}

/** Mother before father; whoever has neither in the record stands for a family of their own. */
function familyOf({ person }: Sharer): string {
  const parent = (['mother', 'father'] as const)
    .map(relation =>
      person.relatives.find(relative => relative.relation === relation && relative.name !== ''),
    )
    .find(found => found !== undefined)
  return nameKey(parent?.name ?? person.name)
}
