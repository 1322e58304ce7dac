import { partValue } from '../../../src/domain/person/merge'
import type { MergePart } from '../../../src/domain/person/merge-record'
import type { Address, Person, Relative } from '../../../src/domain/person/person'
import { formatPhone } from '../../../src/domain/person/phone'
import { text } from '../../text'
import { fieldWords } from '../person/field-words'

/** What turns codes into names. */
export type PartNames = {
  readonly unitName: (code: string) => string
  readonly ethnicName: (code: string) => string
}

/** What a record says in one part, as it is read on the screen; null when it says nothing. */
export function partWords(person: Person, part: MergePart, names: PartNames): string | null {
  const value = partValue(person, part)
  if (value === null || value === '') return null
  const [group] = part.split('.')
  if (group === 'identifiers') return (value as Person['identifiers'][number]).value
  if (group === 'relatives') return (value as readonly Relative[]).map(relativeWords).join('; ')
  if (group === 'addresses') return addressWords(value as Address, names.unitName)
  if (part === 'ethnicGroupCode') return names.ethnicName(String(value))
  if (part === 'birthWeightG') return text.people.weight(String(value))
  if (part === 'gestationWeeks') return text.people.weeks(Number(value))
  if (part === 'nationalityCode' || part === 'bloodGroup') return String(value)
  return fieldWords(person, part as Parameters<typeof fieldWords>[1], names.unitName)
}

function relativeWords({ name, birthYear, phone, nationalId }: Relative): string {
  return [name, birthYear, phone && formatPhone(phone), nationalId].filter(Boolean).join(' · ')
}

function addressWords({ line, hamlet, communeCode }: Address, unitName: (code: string) => string): string {
  return [line, hamlet, communeCode && unitName(communeCode)].filter(Boolean).join(', ')
}

/** Names of these parts in one line; a part that only a newer version knows is left out. */
export function partNames(parts: readonly string[]): string {
  const known: Readonly<Record<string, string>> = {
    ...text.duplicates.parts,
    identifiers: text.people.fields.identifiers ?? '',
    relatives: text.people.fields.relatives ?? '',
    alerts: text.people.fields.alerts ?? '',
  }
  return parts.flatMap(part => known[part] ?? []).join(', ')
}
