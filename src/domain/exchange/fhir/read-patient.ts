import { type CalendarDay, isCalendarDay } from '../../calendar/calendar-day'
import { type MergePart, mergeParts } from '../../person/merge-record'
import {
  type Address,
  type AddressUse,
  alertCodes,
  type Identifier,
  type IdentifierSystem,
  type Person,
  type PersonKind,
  type Relation,
  type Relative,
  type Sex,
} from '../../person/person'
import type { ArrivedPerson, Unreadable } from './arrived'
import { relatedPatientUrl } from './marks'
import {
  codeIn,
  extensionOf,
  headOf,
  identifiersOf,
  numberOf,
  partOf,
  partsOf,
  type Read,
  type ReadContext,
  resourceOf,
  textOf,
} from './read-fields'

const core = 'http://fhir.ehealth.gov.vn/core/StructureDefinition'
const roleSystem = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode'
const relationOf: Readonly<Record<string, Relation>> = { MTH: 'mother', FTH: 'father', GUARD: 'guardian' }
const systems: readonly IdentifierSystem[] = [
  'person-code',
  'niis-code',
  'national-id',
  'old-national-id',
  'health-insurance',
  'passport',
  'birth-certificate',
]
const addressUses: readonly AddressUse[] = ['permanent', 'current', 'birth', 'birth-registration', 'origin']

/** Of these a Patient does not speak, so their absence says nothing. */
const unsaid: ReadonlySet<MergePart> = new Set<MergePart>([
  'note',
  'gestationWeeks',
  'birthWeightG',
  'managedBy',
])

/** A Patient, with its RelatedPersons where they came along. The reverse of `patientOf`. */
export function readPatient(
  patient: Read,
  related: readonly Read[],
  context: ReadContext,
): ArrivedPerson | Unreadable {
  const head = headOf(patient, context)
  const refused = { resource: `Patient/${textOf(patient.id) ?? ''}`, lastUpdated: head?.lastUpdated ?? '' }
  if (head === null) return { ...refused, why: 'not-ours' }
  const birthDate = textOf(patient.birthDate)
  if (birthDate === null || !isCalendarDay(birthDate)) return { ...refused, why: 'no-birth-date' }
  const isOurs = head.entryId !== null
  const link = partsOf(patient.link).find(each => each.type === 'replaced-by')
  return {
    noun: 'person',
    ...head,
    person: personOf(patient, related, birthDate, context),
    said: mergeParts.filter(part => !unsaid.has(part) && (isOurs || isSaidByOthers(part, patient))),
    replacedBy: link ? resourceOf(link.other) : null,
    diedOn: dayOf(patient.deceasedDateTime),
    alongside: related.flatMap(each => {
      const own = headOf(each, context)
      if (own === null) return []
      const serverId = own.resource.slice(own.resource.indexOf('/') + 1)
      return [{ key: `RelatedPerson/${own.recordId}`, serverId, versionId: own.versionId }]
    }),
    pointId: null,
    placeName: textOf(partOf(patient.managingOrganization).display),
    byName: null,
    removed: patient.active === false && !link,
  }
}

function dayOf(value: unknown): CalendarDay | null {
  const day = textOf(value)?.slice(0, 10) ?? ''
  return isCalendarDay(day) ? day : null
}

/** Other programs write what they know; what they leave out they do not deny. */
function isSaidByOthers(part: MergePart, patient: Read): boolean {
  const fields: Readonly<Record<string, string>> = {
    name: 'name',
    birthDate: 'birthDate',
    sex: 'gender',
    phone: 'telecom',
    identifiers: 'identifier',
    addresses: 'address',
    relatives: 'contact',
  }
  const field = fields[part.split('.')[0] ?? '']
  return field !== undefined && patient[field] !== undefined
}

function personOf(
  patient: Read,
  related: readonly Read[],
  birthDate: CalendarDay,
  context: ReadContext,
): Person {
  const own = `${context.codes.systems.record}:person`
  const group = extensionOf(patient, `${core}/extension-race`).valueCodeableConcept
  const nationality = extensionOf(patient, `${core}/extension-nationality`).valueCodeableConcept
  const kind = textOf(extensionOf(patient, `${own}:kind`).valueCode)
  const guarded = extensionOf(patient, `${own}:protected-at-birth`).valueBoolean
  return {
    kind: kindOf(kind),
    name: nameOf(patient),
    birthDate,
    birthTime: birthTimeOf(patient),
    sex: sexOf(patient.gender),
    ethnicGroupCode: codeIn(group, context.codes.systems['ethnic-group']),
    nationalityCode: codeIn(nationality, 'urn:iso:std:iso:3166'),
    bloodGroup: textOf(extensionOf(patient, `${own}:blood-group`).valueString),
    phone: phoneOf(patient),
    identifiers: numbersOf(patient, context),
    addresses: addressesOf(patient, context),
    relatives: relativesOf(patient, related, context),
    alerts: alertsOf(patient, `${own}:alert`),
    protectedAtBirth: typeof guarded === 'boolean' ? guarded : null,
    gestationWeeks: null,
    birthWeightG: null,
    note: null,
  }
}

function alertsOf(patient: Read, url: string): Person['alerts'] {
  return partsOf(patient.extension)
    .filter(each => each.url === url)
    .flatMap(each => {
      const code = alertCodes.find(known => known === textOf(extensionOf(each, 'code').valueCode))
      const notedOn = dayOf(extensionOf(each, 'on').valueDate)
      if (!code || notedOn === null) return []
      return [{ code, note: textOf(extensionOf(each, 'note').valueString), notedOn }]
    })
}

function kindOf(kind: string | null): PersonKind {
  return kind === 'woman' || kind === 'other' ? kind : 'child'
}

function sexOf(gender: unknown): Sex {
  return gender === 'male' || gender === 'female' ? gender : 'unknown'
}

/** What a newborn is called before it has a name is no name. */
function nameOf(patient: Read): string {
  const names = partsOf(patient.name).filter(({ use }) => use !== 'temp' && use !== 'old')
  const [name] = names
  if (!name) return ''
  const given = Array.isArray(name.given) ? name.given.flatMap(word => textOf(word) ?? []) : []
  return textOf(name.text) ?? [textOf(name.family), ...given].filter(word => word !== null).join(' ')
}

function birthTimeOf(patient: Read): string | null {
  const url = 'http://hl7.org/fhir/StructureDefinition/patient-birthTime'
  const at = textOf(extensionOf(patient._birthDate, url).valueDateTime)
  return /T(\d\d:\d\d)/u.exec(at ?? '')?.[1] ?? null
}

function phoneOf(owner: Read): string | null {
  return textOf(partsOf(owner.telecom).find(({ system }) => system === 'phone')?.value)
}

function numbersOf(owner: Read, { codes }: ReadContext): readonly Identifier[] {
  return identifiersOf(owner).flatMap(({ system, value }) => {
    const known = systems.find(name => codes.systems[name] === system)
    const text = textOf(value)
    return known && text !== null ? [{ system: known, value: text }] : []
  })
}

function addressesOf(patient: Read, context: ReadContext): Person['addresses'] {
  const read = partsOf(patient.address).flatMap(each => {
    const use = useOf(each, context)
    return use === null ? [] : [[use, addressOf(each, context)] as const]
  })
  return Object.fromEntries(read)
}

function useOf(address: Read, { codes }: ReadContext): AddressUse | null {
  const own = textOf(extensionOf(address, `${codes.systems.record}:address-use`).valueCode)
  const known = addressUses.find(use => use === own)
  if (known) return known
  if (address.use === 'temp') return 'current'
  return address.use === 'home' || address.use === undefined ? 'permanent' : null
}

const hamletWord = /^(?:thôn|ấp|bản|buôn|làng|xóm|khóm|sóc|phum|tổ|khu)(?:\s|$)/iu

function addressOf(address: Read, { codes }: ReadContext): Address {
  const units = extensionOf(address, `${core}/extension-administrative-address`)
  const unit = (url: string) => codeIn(extensionOf(units, url).valueCodeableConcept, codes.systems.unit)
  const lines = Array.isArray(address.line) ? address.line.flatMap(each => textOf(each) ?? []) : []
  // Two lines are house and hamlet; which one a single line is, its first word says.
  const [first, second] = lines
  const isHamlet = second === undefined && first !== undefined && hamletWord.test(first)
  return {
    provinceCode: unit('city'),
    communeCode: unit('ward'),
    hamlet: (isHamlet ? first : second) ?? null,
    line: isHamlet ? null : (first ?? null),
  }
}

/** Relatives as contacts; number and birth year of the first of each kind stand in its RelatedPerson. */
function relativesOf(patient: Read, related: readonly Read[], context: ReadContext): readonly Relative[] {
  // A RelatedPerson that leads to another Patient is a link between two records, not a name in this one.
  const linkUrl = relatedPatientUrl(context.codes)
  const named = related.filter(each => extensionOf(each, linkUrl).url !== linkUrl)
  const people = named.flatMap(each => {
    const relation = relationIn(each)
    return relation === null ? [] : [{ relation, ...detailsOf(each, context) }]
  })
  const used = new Set<Relation>()
  const contacts = partsOf(patient.contact).flatMap((contact): readonly Relative[] => {
    const relation = relationIn(contact)
    if (relation === null) return []
    const more = used.has(relation) ? undefined : people.find(each => each.relation === relation)
    used.add(relation)
    const name = textOf(partOf(contact.name).text) ?? ''
    const phone = phoneOf(contact)
    return [
      { relation, name, nationalId: more?.nationalId ?? null, phone, birthYear: more?.birthYear ?? null },
    ]
  })
  return [...contacts, ...people.filter(({ relation }) => !used.has(relation))]
}

function relationIn(owner: Read): Relation | null {
  const code = partsOf(owner.relationship).flatMap(each => codeIn(each, roleSystem) ?? [])[0]
  return relationOf[code ?? ''] ?? null
}

function detailsOf(person: Read, context: ReadContext) {
  const [name] = partsOf(person.name)
  const year = Number(textOf(person.birthDate)?.slice(0, 4) ?? Number.NaN)
  return {
    name: textOf(name?.text) ?? '',
    nationalId:
      numbersOf(person, context).find(
        ({ system }) => system === 'national-id' || system === 'old-national-id',
      )?.value ?? null,
    phone: phoneOf(person),
    birthYear: numberOf(year),
  }
}
