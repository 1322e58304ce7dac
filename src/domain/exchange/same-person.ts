import { displayName } from '../person/display-name'
import { identifierOf } from '../person/identifiers'
import { nameKey } from '../person/name-key'
import type { IdentifierSystem, Person } from '../person/person'

/** Everything that names a person without a number. Two rows equal in all of it cannot be told apart, and are one. */
export function weakKeyOf(person: Person): string {
  const relatives = person.relatives.map(({ relation, name }) => `${relation} ${nameKey(name)}`).toSorted()
  return [nameKey(displayName(person)), person.birthDate, person.sex, ...relatives, person.phone].join('|')
}

/** What a list knows of a person over the record: only what the record does not have; nothing is overwritten. */
export function mergeKnown(known: Person, more: Person): Person {
  const filled = fillOf(known, more)
  return { ...known, ...filled.body }
}

/** A field where the record and a list disagree. The record stays as it is. */
export type FieldDifference = { readonly field: string; readonly here: string; readonly there: string }

/** The empty fields a list can fill, by name, and where the two disagree. */
export type Fill = {
  readonly body: Partial<Person>
  readonly fields: readonly string[]
  readonly differences: readonly FieldDifference[]
}

const plainFields = ['ethnicGroupCode', 'phone', 'note'] as const
/** One person has one of each, so that a second one is a difference. */
const singleSystems: readonly IdentifierSystem[] = [
  'niis-code',
  'national-id',
  'old-national-id',
  'health-insurance',
]

/** Compares a record with what a list says of the same person. */
export function fillOf(here: Person, there: Person): Fill {
  const body: { -readonly [F in keyof Person]?: Person[F] } = {}
  const fields: string[] = []
  const differences: FieldDifference[] = []
  const differ = (field: string, a: string, b: string) => {
    if (nameKey(a) !== nameKey(b)) differences.push({ field, here: a, there: b })
  }
  for (const field of plainFields) {
    const value = there[field]
    if (value === null) continue
    if (here[field] === null) {
      body[field] = value
      fields.push(field)
    } else if (field !== 'note') differ(field, here[field], value)
  }
  fillName(here, there, body, fields, differ)
  if (here.birthDate !== there.birthDate) differ('birthDate', here.birthDate, there.birthDate)
  if (there.sex !== 'unknown' && here.sex === 'unknown') {
    body.sex = there.sex
    fields.push('sex')
  } else if (there.sex !== 'unknown') differ('sex', here.sex, there.sex)
  fillLists(here, there, body, fields, differ)
  return { body, fields, differences }
}

type Body = { -readonly [F in keyof Person]?: Person[F] }
type Differ = (field: string, here: string, there: string) => void

function fillName(here: Person, there: Person, body: Body, fields: string[], differ: Differ): void {
  if (there.name === '') return
  if (here.name !== '') {
    differ('name', here.name, there.name)
    return
  }
  body.name = there.name
  fields.push('name')
}

function fillLists(here: Person, there: Person, body: Body, fields: string[], differ: Differ): void {
  const added = there.identifiers.filter(({ system }) => identifierOf(here, system) === null)
  if (added.length > 0) {
    body.identifiers = [...here.identifiers, ...added]
    fields.push(...added.map(({ system }) => `identifiers.${system}`))
  }
  for (const { system, value } of there.identifiers) {
    const own = identifierOf(here, system)
    if (own !== null && singleSystems.includes(system)) differ(`identifiers.${system}`, own, value)
  }
  const relatives = fillRelatives(here, there, fields, differ)
  if (relatives) body.relatives = relatives
  const [lives, said] = [here.addresses.current, there.addresses.current]
  if (!said) return
  if (!lives) {
    body.addresses = { ...here.addresses, current: said }
    fields.push('addresses.current')
  } else if (lives.communeCode !== null && said.communeCode !== null)
    differ('addresses.current.communeCode', lives.communeCode, said.communeCode)
}

function fillRelatives(
  here: Person,
  there: Person,
  fields: string[],
  differ: Differ,
): Person['relatives'] | null {
  let isChanged = false
  const relatives = here.relatives.map(relative => {
    const said = there.relatives.find(({ relation }) => relation === relative.relation)
    if (!said) return relative
    differ(`relatives.${relative.relation}.name`, relative.name, said.name)
    const isSame = nameKey(relative.name) === nameKey(said.name)
    if (!isSame || relative.phone !== null || said.phone === null) return relative
    isChanged = true
    fields.push(`relatives.${relative.relation}.phone`)
    return { ...relative, phone: said.phone }
  })
  const added = there.relatives.filter(
    ({ relation }) => !here.relatives.some(relative => relative.relation === relation),
  )
  fields.push(...added.map(({ relation }) => `relatives.${relation}`))
  return isChanged || added.length > 0 ? [...relatives, ...added] : null
}
