import { normalizeIdentifier } from './identifiers'
import { tidyName } from './name-key'
import type { Address, Person } from './person'
import { normalizePhone } from './phone'
import { officialCommuneCode } from './units'

/** The fields a correction changes; what is not named stays. Lists and addresses are replaced as a whole. */
export type PersonPatch = Partial<Person>

/** One changed field for the change history: a path such as `name`, `addresses.current.hamlet`, `relatives.mother.phone`. */
export type PersonChange = {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * The record after a correction, brought into stored form (names, phones and numbers as they are indexed). Does not
 * validate: the caller asks `problemsOf` and stores nothing when something blocks.
 */
export function applyPersonPatch(person: Person, patch: PersonPatch): Person {
  return storedForm({ ...person, ...patch })
}

/** Brings a record into the form it is stored in. A phone that cannot be read stays, so that it can be complained about. */
export function storedForm(person: Person): Person {
  return {
    ...person,
    name: person.name.normalize('NFC').trim().replace(/\s+/gu, ' '),
    phone: storedPhone(person.phone),
    identifiers: person.identifiers.filter(({ value }) => value.trim() !== '').map(normalizeIdentifier),
    relatives: person.relatives.map(relative => ({
      ...relative,
      name: tidyName(relative.name),
      phone: storedPhone(relative.phone),
      nationalId: relative.nationalId?.replace(/[\s.-]/gu, '') || null,
    })),
    addresses: mapAddresses(person.addresses),
    note: storedText(person.note),
  }
}

function mapAddresses(addresses: Person['addresses']): Person['addresses'] {
  const stored = Object.entries(addresses).map(([use, address]) => [use, storedAddress(address)])
  return Object.fromEntries(stored)
}

function storedAddress({ former, ...address }: Address): Address {
  const stored = {
    ...address,
    communeCode: address.communeCode && officialCommuneCode(address.communeCode),
    hamlet: storedText(address.hamlet),
    line: storedText(address.line),
  }
  const isKnown = former && Object.values(former).some(part => part !== null && part !== '')
  return isKnown ? { ...stored, former: { ...former, asWritten: storedText(former.asWritten) } } : stored
}

function storedText(text: string | null): string | null {
  return text?.normalize('NFC').trim().replace(/\s+/gu, ' ') || null
}

function storedPhone(phone: string | null): string | null {
  if (phone === null || phone.trim() === '') return null
  return normalizePhone(phone) ?? phone.trim()
}

/**
 * What a correction changed, in the order of the record, each field once. The same content in another order is no
 * change. Values are codes and dates as stored; the renderer makes sentences of them.
 */
export function diffPersons(before: Person, after: Person): readonly PersonChange[] {
  const [old, fresh] = [flatten(before), flatten(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map(field => ({ field, before: old.get(field) ?? null, after: fresh.get(field) ?? null }))
    .filter(change => change.before !== change.after)
}

const plainFields = [
  'kind',
  'name',
  'birthDate',
  'birthTime',
  'sex',
  'ethnicGroupCode',
  'nationalityCode',
  'bloodGroup',
  'phone',
  'protectedAtBirth',
  'gestationWeeks',
  'birthWeightG',
  'note',
  'managedBy',
] as const satisfies readonly (keyof Person)[]

function flatten(person: Person): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const put = (field: string, value: string | number | boolean | null) => {
    if (value !== null && value !== '') values.set(field, String(value))
  }
  for (const field of plainFields) put(field, person[field] ?? null)
  for (const [system, numbers] of grouped(person.identifiers, ({ system }) => system)) {
    put(
      `identifiers.${system}`,
      numbers
        .map(({ value }) => value)
        .sort()
        .join(', '),
    )
  }
  for (const [use, address] of Object.entries(person.addresses)) {
    const { former, ...today } = address
    for (const [part, value] of Object.entries(today)) put(`addresses.${use}.${part}`, value)
    for (const [part, value] of Object.entries(former ?? {})) put(`addresses.${use}.former.${part}`, value)
  }
  for (const [relation, people] of grouped(person.relatives, relative => relative.relation)) {
    for (const [index, { relation: _, ...parts }] of people.entries()) {
      // A person has one mother and one father; only guardians can be several.
      const prefix = index === 0 ? `relatives.${relation}` : `relatives.${relation}.${index + 1}`
      for (const [part, value] of Object.entries(parts)) put(`${prefix}.${part}`, value)
    }
  }
  for (const [code, alerts] of grouped(person.alerts, alert => alert.code)) {
    put(
      `alerts.${code}`,
      alerts
        .map(({ note, notedOn }) => (note ? `${notedOn} ${note}` : notedOn))
        .sort()
        .join('; '),
    )
  }
  return values
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
