import type { Dose } from '../../immunization/dose'
import type { Vaccine } from '../../immunization/vaccine'
import type { Address, AddressUse, Person } from '../../person/person'
import { hasNationalNumber } from './patient'

/**
 * Mandatory fields of the national data set (QĐ 3891/QĐ-BYT of 18/12/2025, fifteen of the person and five of the dose,
 * as summarised in CV 31/TTKSBT-PCBTNCT; unverified against the decision itself). Each place is a commune and a province.
 */
export const mandatoryFields = [
  'number',
  'name',
  'birth-date',
  'sex',
  'ethnic-group',
  'place-of-birth',
  'place-of-birth-registration',
  'place-of-origin',
  'permanent-place',
  'current-place',
  'vaccine',
  'given-on',
  'dose-number',
  'facility',
  'antigen',
] as const
export type MandatoryField = (typeof mandatoryFields)[number]

/** Where somebody fills a field in: the person's record, the dose, or what is set up about this point. */
export type MendPlace = 'person' | 'dose' | 'point'

const mendPlaces: Readonly<Record<MandatoryField, MendPlace>> = {
  number: 'person',
  name: 'person',
  'birth-date': 'person',
  sex: 'person',
  'ethnic-group': 'person',
  'place-of-birth': 'person',
  'place-of-birth-registration': 'person',
  'place-of-origin': 'person',
  'permanent-place': 'person',
  'current-place': 'person',
  vaccine: 'dose',
  'given-on': 'dose',
  'dose-number': 'dose',
  facility: 'point',
  antigen: 'dose',
}

/** Where a field is filled in. Of a dose given elsewhere the place is written into the dose. */
export function placeToMend(field: MandatoryField, kind: Dose['kind'] = 'administered'): MendPlace {
  return field === 'facility' && kind === 'historical' ? 'dose' : mendPlaces[field]
}

const placeFields: Readonly<Record<AddressUse, MandatoryField>> = {
  birth: 'place-of-birth',
  'birth-registration': 'place-of-birth-registration',
  origin: 'place-of-origin',
  permanent: 'permanent-place',
  current: 'current-place',
}

/** What the mapping knows of a dose beside its record. */
export type DoseFacts = {
  readonly vaccine: Pick<Vaccine, 'antigens'> | null
  /** From `doseNumbers`; null in it: nobody knows. */
  readonly numbers: readonly { readonly number: number | null }[]
  /** Code of this point in the national system; a dose given elsewhere is known by the name of the place. */
  readonly facilityCode: string | null
}

/** What the national data set asks of a person and the record does not say, in the order of the data set. */
export function missingOfPerson(person: Person): readonly MandatoryField[] {
  const missing: MandatoryField[] = []
  if (!hasNationalNumber(person)) missing.push('number')
  if (person.name.trim() === '') missing.push('name')
  if (person.sex === 'unknown') missing.push('sex')
  if (person.ethnicGroupCode === null) missing.push('ethnic-group')
  for (const [use, field] of Object.entries(placeFields) as [AddressUse, MandatoryField][])
    if (!isWhole(person.addresses[use])) missing.push(field)
  return missing
}

/**
 * What the national data set asks of a dose and its person and the register does not say. Such a dose travels all the
 * same, because nothing may be lost; the list says what somebody has to fill in.
 */
export function missingForProvince(person: Person, dose: Dose, facts: DoseFacts): readonly MandatoryField[] {
  const missing = [...missingOfPerson(person)]
  const antigens = facts.vaccine?.antigens ?? []
  if (facts.vaccine === null) missing.push('vaccine')
  if (dose.givenOnAccuracy !== null) missing.push('given-on')
  if (facts.numbers.length === 0 || facts.numbers.some(({ number }) => number === null))
    missing.push('dose-number')
  const isNamed =
    dose.kind === 'administered' ? facts.facilityCode !== null : (dose.placeName ?? '').trim() !== ''
  if (!isNamed) missing.push('facility')
  if (antigens.length === 0) missing.push('antigen')
  return missing
}

function isWhole(address: Address | undefined): boolean {
  return address !== undefined && address.communeCode !== null && address.provinceCode !== null
}
