import { isCalendarDay } from '../../../src/domain/calendar/calendar-day'
import { addressUses } from '../../../src/domain/person/address-uses'
import type { Person } from '../../../src/domain/person/person'
import { formatPhone } from '../../../src/domain/person/phone'
import { formatDay } from '../../components/format'
import { text } from '../../text'
import type { EditableField } from './edit-draft'

/** The value of a field as it is read on the screen; null when there is none. */
export function fieldWords(
  person: Partial<Person>,
  field: EditableField,
  unitName: (code: string) => string,
): string | null {
  switch (field) {
    case 'sex':
      return person.sex ? text.common.sex[person.sex] : null
    case 'kind':
      return person.kind ? text.common.personKind[person.kind] : null
    case 'managedBy':
      return person.managedBy ? text.register.managers[person.managedBy] : null
    case 'birthDate':
      return person.birthDate ? formatDay(person.birthDate) : null
    case 'phone':
      return person.phone ? formatPhone(person.phone) : null
    case 'protectedAtBirth':
      return person.protectedAtBirth == null
        ? null
        : person.protectedAtBirth
          ? text.common.yes
          : text.common.no
    case 'identifiers':
      return listed(
        person.identifiers?.map(({ system, value }) => `${text.common.identifierSystems[system]} ${value}`),
      )
    case 'relatives':
      return listed(person.relatives?.map(relativeWords))
    case 'alerts':
      return listed(
        person.alerts?.map(({ code, note }) => [text.common.alerts[code], note].filter(Boolean).join(': ')),
      )
    case 'addresses':
      return listed(addressWords(person.addresses ?? {}, unitName))
    default:
      return person[field] == null || person[field] === '' ? null : String(person[field])
  }
}

/** A value of the change history: dates as people write them; nothing for what only a machine reads. */
export function historyWords(value: string | null): string | null {
  if (value === null || value === '') return null
  if (isCalendarDay(value)) return formatDay(value)
  if (/^\d{4}-\d{2}$/u.test(value)) return value.split('-').toReversed().join('/')
  return /^[[{]/u.test(value) ? null : value
}

function listed(parts: readonly string[] | undefined): string | null {
  return parts && parts.length > 0 ? parts.join('; ') : null
}

function relativeWords(relative: Person['relatives'][number]): string {
  const { relation, name, birthYear, phone, nationalId } = relative
  return [text.common.relation[relation], name, birthYear, phone && formatPhone(phone), nationalId]
    .filter(Boolean)
    .join(' ')
}

function addressWords(addresses: Person['addresses'], unitName: (code: string) => string): readonly string[] {
  return addressUses.flatMap(use => {
    const address = addresses[use]
    if (!address) return []
    const commune = address.communeCode && unitName(address.communeCode)
    const parts = [address.line, address.hamlet, commune].filter(Boolean).join(', ')
    return [`${text.register.addressUses[use]}: ${parts}`]
  })
}
