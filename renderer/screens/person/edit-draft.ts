import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { AddressUse, Identifier, Person } from '../../../src/domain/person/person'
import {
  emptyAddress,
  newDraft,
  type OtherUse,
  otherUses,
  type RegisterDraft,
  type TypedSystem,
  toPerson,
  typedSystems,
} from '../register/register-draft'

/** The record as the form shows it. */
export function draftOf(person: Person): RegisterDraft {
  const empty = newDraft(null, null)
  const relatives = person.relatives.map(relative => ({
    relation: relative.relation,
    name: relative.name,
    phone: relative.phone ?? '',
    birthYear: relative.birthYear === null ? '' : String(relative.birthYear),
    nationalId: relative.nationalId ?? '',
  }))
  return {
    kind: person.kind,
    sex: person.sex,
    name: person.name,
    isNewborn: person.name.trim() === '',
    birthDate: person.birthDate,
    birthTime: person.birthTime ?? '',
    phone: person.phone ?? '',
    relatives: relatives.length > 0 ? relatives : empty.relatives,
    ethnicGroupCode: person.ethnicGroupCode,
    current: person.addresses.current ?? emptyAddress,
    others: othersOf(person),
    identifiers: numbersOf(person),
    birthWeightG: person.birthWeightG === null ? '' : String(person.birthWeightG),
    gestationWeeks: person.gestationWeeks === null ? '' : String(person.gestationWeeks),
    protectedAtBirth: person.protectedAtBirth,
    alerts: Object.fromEntries(person.alerts.map(alert => [alert.code, alert.note ?? ''])),
    note: person.note ?? '',
    managedBy: person.managedBy ?? null,
    links: [],
  }
}

function othersOf(person: Person): RegisterDraft['others'] {
  const entries = otherUses.map(use => [use, person.addresses[use] ?? 'unknown'] as const)
  return Object.fromEntries(entries) as Record<OtherUse, 'unknown' | 'same' | 'permanent'>
}

function numbersOf(person: Person): RegisterDraft['identifiers'] {
  const entries = typedSystems.map(system => [
    system,
    person.identifiers.find(identifier => identifier.system === system)?.value ?? '',
  ])
  return Object.fromEntries(entries) as Record<TypedSystem, string>
}

/** Fields the form can change. */
const editable = [
  'kind',
  'name',
  'birthDate',
  'birthTime',
  'sex',
  'ethnicGroupCode',
  'phone',
  'identifiers',
  'addresses',
  'relatives',
  'alerts',
  'protectedAtBirth',
  'gestationWeeks',
  'birthWeightG',
  'note',
  'managedBy',
] as const satisfies readonly (keyof Person)[]
export type EditableField = (typeof editable)[number]

/**
 * What differs from the stored record, whole fields only. A field nobody touched is never sent, so that what the form
 * does not show (our own code, a second NIIS code, when an alert was noted) cannot be lost.
 */
export function changesOf(person: Person, draft: RegisterDraft, today: CalendarDay): Partial<Person> {
  const before = toPerson(draftOf(person), today)
  const after = toPerson(draft, today)
  if (!before || !after) return {}
  const touched = editable.filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  const merged: Person = {
    ...after,
    identifiers: [...hiddenIdentifiers(person.identifiers), ...after.identifiers],
    alerts: after.alerts.map(
      alert => person.alerts.find(known => known.code === alert.code && known.note === alert.note) ?? alert,
    ),
    addresses: withoutEmpty(after.addresses),
  }
  return Object.fromEntries(touched.map(field => [field, merged[field]]))
}

/** Numbers the form does not show: our own code, and every further number of one system. */
function hiddenIdentifiers(identifiers: readonly Identifier[]): readonly Identifier[] {
  const shown = new Set<string>()
  return identifiers.filter(({ system }) => {
    const isTyped = typedSystems.some(typed => typed === system)
    const isFirst = !shown.has(system)
    shown.add(system)
    return !isTyped || !isFirst
  })
}

function withoutEmpty(addresses: Person['addresses']): Person['addresses'] {
  const filled = Object.entries(addresses).filter(([, address]) =>
    Object.values(address).some(part => part !== null && part !== undefined && part !== ''),
  )
  return Object.fromEntries(filled) as Partial<Record<AddressUse, (typeof addresses)[AddressUse] & object>>
}
