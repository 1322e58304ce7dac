import type { CalendarDay } from '../calendar/calendar-day'
import type { Identifier, IdentifierSystem, Person, Sex } from './person'
import { readPersonCode } from './person-code'

/** Why an identity number cannot be stored. */
export type IdentifierProblemCode =
  | 'person.bad-person-code'
  | 'person.bad-niis-code'
  | 'person.bad-national-id'
  | 'person.bad-old-national-id'
  | 'person.bad-health-insurance'
  | 'person.bad-passport'
  | 'person.bad-birth-certificate'

type Rule = { readonly shape: RegExp; readonly code: IdentifierProblemCode }

/**
 * What a number of each system looks like. NIIS codes are taken from 10 to 20 digits, because their structure is not
 * published; passports and birth certificates differ by country and year, so only what can never be one is refused.
 */
const rules: Readonly<Record<IdentifierSystem, Rule>> = {
  'person-code': { shape: /^\d{16}$/u, code: 'person.bad-person-code' },
  'niis-code': { shape: /^\d{10,20}$/u, code: 'person.bad-niis-code' },
  'national-id': { shape: /^\d{12}$/u, code: 'person.bad-national-id' },
  'old-national-id': { shape: /^\d{9}$/u, code: 'person.bad-old-national-id' },
  'health-insurance': { shape: /^(?:\d{10}|[A-Z]{2}\d{13})$/u, code: 'person.bad-health-insurance' },
  passport: { shape: /^[A-Z0-9]{5,15}$/u, code: 'person.bad-passport' },
  'birth-certificate': { shape: /^[\p{L}\d][\p{L}\d/.\- ]{0,38}$/u, code: 'person.bad-birth-certificate' },
}

/** The text as it is stored: capitals, without spaces, dots and dashes (a birth certificate keeps its own). */
export function normalizeIdentifier(identifier: Identifier): Identifier {
  const text = identifier.value.normalize('NFC').trim().toUpperCase()
  const value =
    identifier.system === 'birth-certificate' ? text.replace(/\s+/gu, ' ') : text.replace(/[\s.-]/gu, '')
  return { system: identifier.system, value }
}

/** Checks the form of one number as stored; null when it is right. */
export function problemOfIdentifier({ system, value }: Identifier): IdentifierProblemCode | null {
  const rule = rules[system]
  if (!rule.shape.test(value)) return rule.code
  if (system === 'person-code' && readPersonCode(value) === null) return rule.code
  return null
}

/** What the digits of a 12-digit number say by Decree 137/2015: only for a cross-check, never to fill a record. */
export type NationalIdReading = { readonly sex: Exclude<Sex, 'unknown'>; readonly birthYear: number }

/** Reads sex and birth year out of a 12-digit number; null when it is not 12 digits. */
export function readNationalId(value: string): NationalIdReading | null {
  if (!/^\d{12}$/u.test(value)) return null
  const centuryAndSex = Number(value[3])
  const birthYear = 1900 + 100 * Math.floor(centuryAndSex / 2) + Number(value.slice(4, 6))
  return { sex: centuryAndSex % 2 === 0 ? 'male' : 'female', birthYear }
}

/** True when a 12-digit number contradicts the sex or the birth year: a warning, cards with errors exist. */
export function contradictsNationalId(value: string, sex: Sex, birthDate: CalendarDay): boolean {
  const reading = readNationalId(value)
  if (!reading) return false
  return reading.birthYear !== Number(birthDate.slice(0, 4)) || (sex !== 'unknown' && reading.sex !== sex)
}

/** The number of one system, or null. */
export function identifierOf(person: Pick<Person, 'identifiers'>, system: IdentifierSystem): string | null {
  return person.identifiers.find(identifier => identifier.system === system)?.value ?? null
}

const systemsByShape: readonly { readonly shape: RegExp; readonly systems: readonly IdentifierSystem[] }[] = [
  { shape: /^\d{9}$/u, systems: ['old-national-id'] },
  { shape: /^\d{10}$/u, systems: ['health-insurance', 'niis-code'] },
  { shape: /^\d{12}$/u, systems: ['national-id', 'niis-code'] },
  { shape: /^[A-Z]{2}\d{13}$/u, systems: ['health-insurance'] },
  { shape: /^\d{11,20}$/u, systems: ['niis-code'] },
]

/** The systems a scanned or typed number may belong to, likeliest first; empty when it cannot be an identity number. */
export function systemsOf(typed: string): readonly IdentifierSystem[] {
  const text = typed
    .trim()
    .toUpperCase()
    .replace(/[\s.-]/gu, '')
  const byShape = systemsByShape.find(({ shape }) => shape.test(text))?.systems ?? []
  return readPersonCode(text) ? ['person-code', ...byShape] : byShape
}
