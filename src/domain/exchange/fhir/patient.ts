import { displayName } from '../../person/display-name'
import { identifierOf } from '../../person/identifiers'
import type { Address, AddressUse, Identifier, IdentifierSystem, Person, Relative } from '../../person/person'
import { coding, concept, type Fields, filled, make, reference, tidy, toResource } from './make'
import type { Json, RecordState, WireContext, WireResource } from './wire'

const core = 'http://fhir.ehealth.gov.vn/core/StructureDefinition'
const genders = { male: 'male', female: 'female', unknown: 'unknown' } as const

/** How VN Core wants each number to be used; numbers it does not name have no use. */
const uses: Readonly<Partial<Record<IdentifierSystem, 'official' | 'secondary'>>> = {
  'national-id': 'official',
  'old-national-id': 'official',
  'health-insurance': 'official',
  'niis-code': 'official',
  'person-code': 'secondary',
}

const addressUses: readonly AddressUse[] = ['permanent', 'current', 'birth', 'birth-registration', 'origin']

/** The Patient of a person. One who was merged into another points to the survivor and is not active. */
export function patientOf(state: RecordState<'person'>, knows: WireContext): WireResource {
  const { value: person } = state
  const survivor = knows.survivorOf(state.id)
  const survivorRef = survivor === null ? null : toResource('Patient', 'person', survivor)
  const diedOn = knows.diedOn(state.id)
  return make(knows.codes, {
    type: 'Patient',
    state,
    references: [survivorRef],
    fields: {
      active: !state.voided && survivor === null,
      identifier: numbers(person.identifiers, knows),
      name: [nameOf(person, tidy(displayName(person)) ?? 'Chưa có tên')],
      telecom: filled(phoneOf(person.phone)),
      gender: genders[person.sex],
      birthDate: person.birthDate,
      _birthDate: birthTimeOf(person),
      deceasedDateTime: diedOn ?? undefined,
      address: filled(addressesOf(person, knows)),
      contact: filled(person.relatives.flatMap(contactOf)),
      extension: extensionsOf(person, knows),
      link: survivorRef ? [{ other: reference(survivorRef), type: 'replaced-by' }] : undefined,
    },
  })
}

/** Father, mother and guardian as they are written in the record: people whom nobody has registered. */
export function relatedPeopleOf(state: RecordState<'person'>, knows: WireContext): readonly WireResource[] {
  const patient = toResource('Patient', 'person', state.id)
  const { relatives } = state.value
  return relatives.flatMap((relative, at) => {
    if (relatives.findIndex(({ relation }) => relation === relative.relation) !== at) return []
    const name = tidy(relative.name)
    if (name === undefined && relative.nationalId === null) return []
    return make(knows.codes, {
      type: 'RelatedPerson',
      state,
      part: relative.relation,
      references: [patient],
      fields: {
        active: !state.voided,
        patient: reference(patient),
        identifier: numbers(numbersOf(relative), knows),
        relationship: [relationship(relative)],
        name: name === undefined ? undefined : [{ text: name }],
        telecom: filled(phoneOf(relative.phone)),
        birthDate: relative.birthYear === null ? undefined : String(relative.birthYear),
      },
    })
  })
}

/** A Vietnamese name: the family's word first, the others in the order in which they are said. */
function nameOf(person: Person, text: string): Json {
  const own = tidy(person.name)?.split(/\s+/u) ?? []
  const [family, ...given] = own
  // "Con bà …" is what a newborn is called, not its name.
  if (family === undefined) return { use: 'temp', text }
  return { use: 'official', text, ...(given.length === 0 ? { given: [family] } : { family, given }) }
}

function birthTimeOf({ birthDate, birthTime }: Person): Json {
  if (birthTime === null) return undefined
  return {
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/patient-birthTime',
        valueDateTime: `${birthDate}T${birthTime}:00+07:00`,
      },
    ],
  }
}

/** Numbers of a person as the wire names them. */
export function numbers(identifiers: readonly Identifier[], { codes }: WireContext): readonly Json[] {
  return identifiers.map(({ system, value }) => ({
    ...(uses[system] ? { use: uses[system] } : {}),
    system: codes.systems[system],
    value,
  }))
}

function numbersOf({ nationalId }: Relative): readonly Identifier[] {
  if (nationalId === null) return []
  return [{ system: nationalId.length === 9 ? 'old-national-id' : 'national-id', value: nationalId }]
}

function phoneOf(phone: string | null): readonly Json[] {
  return phone === null ? [] : [{ system: 'phone', value: phone }]
}

const roleSystem = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode'
const roles = {
  mother: { code: 'MTH', text: 'Mẹ' },
  father: { code: 'FTH', text: 'Bố' },
  guardian: { code: 'GUARD', text: 'Người giám hộ' },
} as const

function relationship({ relation }: Relative): Json {
  const { code, text } = roles[relation]
  return concept([coding(roleSystem, code)], text)
}

function contactOf(relative: Relative): readonly Json[] {
  const name = tidy(relative.name)
  if (name === undefined && relative.phone === null) return []
  const fields: Fields = {
    relationship: [relationship(relative)],
    name: name === undefined ? undefined : { text: name },
    telecom: filled(phoneOf(relative.phone)),
  }
  return [fields]
}

/** Home addresses; the three places that FHIR has no field for carry the name of their use. */
function addressesOf(person: Person, knows: WireContext): readonly Json[] {
  return addressUses.flatMap(use => {
    const address = person.addresses[use]
    if (!address) return []
    return [addressOf(address, knows, use)]
  })
}

/** A place by codes and words, as VN Core asks for it. */
export function addressOf(address: Address, knows: WireContext, use?: AddressUse): Json {
  const { text, commune, province } = knows.placeOf(address)
  const units = [
    unit('city', address.provinceCode, province, knows),
    unit('ward', address.communeCode, commune, knows),
  ].flat()
  const extension: Json[] = []
  if (units.length > 0) extension.push({ url: `${core}/extension-administrative-address`, extension: units })
  if (use !== undefined) extension.push({ url: `${knows.codes.systems.record}:address-use`, valueCode: use })
  const line = [tidy(address.line), tidy(address.hamlet)].flatMap(each => each ?? [])
  return {
    ...(use === 'current' ? { use: 'temp' } : use === 'permanent' ? { use: 'home' } : {}),
    ...(extension.length > 0 ? { extension } : {}),
    text: tidy(text) ?? 'Chưa rõ',
    ...(line.length > 0 ? { line } : {}),
    ...(tidy(commune) ? { district: tidy(commune) } : {}),
    ...(tidy(province) ? { city: tidy(province) } : {}),
    country: 'VN',
  }
}

function unit(url: string, code: string | null, name: string | null, knows: WireContext): readonly Json[] {
  if (code === null) return []
  const known = coding(knows.codes.systems.unit, code, tidy(name))
  return [{ url, valueCodeableConcept: concept([known], tidy(name)) }]
}

function extensionsOf(person: Person, { codes }: WireContext): readonly Json[] {
  const group = person.ethnicGroupCode
  const nationality = person.nationalityCode
  const own = `${codes.systems.record}:person`
  const extensions: Json[] = []
  if (group !== null) {
    const name = codes.ethnicGroups[group]
    const value = concept([coding(codes.systems['ethnic-group'], group, name)], name)
    extensions.push({ url: `${core}/extension-race`, valueCodeableConcept: value })
  }
  if (nationality !== null) {
    const value = concept([coding('urn:iso:std:iso:3166', nationality)])
    extensions.push({ url: `${core}/extension-nationality`, valueCodeableConcept: value })
  }
  if (person.bloodGroup !== null)
    extensions.push({ url: `${own}:blood-group`, valueString: person.bloodGroup })
  if (person.protectedAtBirth !== null)
    extensions.push({ url: `${own}:protected-at-birth`, valueBoolean: person.protectedAtBirth })
  extensions.push({ url: `${own}:kind`, valueCode: person.kind })
  extensions.push(...person.alerts.map(alert => alertOf(`${own}:alert`, alert)))
  return extensions
}

/** An allergy, an earlier reaction: whoever gives the next dose must see it. */
function alertOf(url: string, { code, note, notedOn }: Person['alerts'][number]): Json {
  const said = tidy(note)
  const parts: Json[] = [
    { url: 'code', valueCode: code },
    { url: 'on', valueDate: notedOn },
  ]
  if (said !== undefined) parts.push({ url: 'note', valueString: said })
  return { url, extension: parts }
}

/** Whether the national data set's number of a person is known (QĐ 3891/2025 takes three). */
export function hasNationalNumber(person: Pick<Person, 'identifiers'>): boolean {
  return (['national-id', 'passport'] as const).some(system => identifierOf(person, system) !== null)
}
