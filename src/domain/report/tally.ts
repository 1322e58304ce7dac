import { monthsBetween } from '../calendar/age'
import type { CalendarDay } from '../calendar/calendar-day'
import { type Birth, type BirthDoseRule, givenAfterBirth } from '../immunization/birth-dose-hours'
import type { Dose } from '../immunization/dose'
import { type DateAccuracy, lastPossibleDay } from '../immunization/dose-date'
import type { Person } from '../person/person'
import { livedHereOn, type Residence } from '../person/residence'
import type { JudgedAntigen } from './judged-doses'
import type { FactDims } from './report-fact'

/*
 * What a form may ask of a dose, worked out once, when the dose or its person is written: counting a report is then adding up.
 */

/** Everything a form may ask of one dose; `judged` once for each antigen. */
export type TallyDims = {
  readonly isHere: boolean
  readonly communeCode: string
  readonly isResident: boolean
  readonly sex: FactDims['sex']
  readonly ageMonths: number
  readonly programme: FactDims['programme']
  readonly vaccineCode: string
  readonly detail: string
  readonly judged: readonly JudgedAntigen[]
}

export type TallyLine = {
  readonly doseId: string
  /** `2026-11`; `2026-00` where only the year is known. */
  readonly month: string
  readonly givenOn: CalendarDay
  readonly dims: TallyDims
}

type TalliedDose = Pick<
  Dose,
  'kind' | 'vaccineCode' | 'givenOn' | 'givenOnAccuracy' | 'givenAt' | 'programme' | 'placeName'
> & { readonly id: string }

export type TallySource = {
  readonly person: Pick<Person, 'sex' | 'addresses'> & Birth
  /** Voided doses and further records of one dose are left out by the caller. */
  readonly doses: readonly TalliedDose[]
  readonly residences: readonly (Residence & { readonly id: string; readonly createdAt: string })[]
  readonly birthDose: BirthDoseRule
  /** Of this point; null before it is set up. */
  readonly pointName: string | null
  readonly judged: (doseId: string) => readonly JudgedAntigen[]
}

/** A line for every dose of one person, whether it counts or not. By the day of injection, never of entry. */
export function tallyOf(source: TallySource): readonly TallyLine[] {
  return source.doses.map(dose => ({
    doseId: dose.id,
    month: tallyMonth(dose),
    givenOn: dose.givenOn,
    dims: dimsOf(dose, source),
  }))
}

/** The month a dose is counted in; the year with month 00 where a card names no month. */
export function tallyMonth({
  givenOn,
  givenOnAccuracy,
}: {
  readonly givenOn: CalendarDay
  readonly givenOnAccuracy: DateAccuracy
}): string {
  return givenOnAccuracy === 'year' ? `${givenOn.slice(0, 4)}-00` : givenOn.slice(0, 7)
}

function dimsOf(dose: TalliedDose, source: TallySource): TallyDims {
  const { person, residences, judged } = source
  return {
    isHere: isGivenHere(dose, source.pointName),
    communeCode: person.addresses.current?.communeCode ?? '',
    isResident: residences.length === 0 || livedHereOn(residences, dose.givenOn),
    sex: person.sex,
    ageMonths: ageMonthsOf(dose, person.birthDate),
    programme: dose.programme,
    vaccineCode: dose.vaccineCode,
    detail: birthDetail(dose, source),
    judged: judged(dose.id),
  }
}

/** From this point's stock, or copied later from a paper that names this very point. */
export function isGivenHere(
  { kind, placeName }: Pick<Dose, 'kind' | 'placeName'>,
  pointName: string | null,
): boolean {
  if (kind === 'administered') return true
  return pointName !== null && placeName !== null && plain(placeName) === plain(pointName)
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
}

/** Completed months; of a month or a year on its first day, but not before birth; -1: certainly before birth, which is a mistake. */
function ageMonthsOf(dose: TalliedDose, birthDate: CalendarDay): number {
  if (dose.givenOn >= birthDate) return monthsBetween(birthDate, dose.givenOn)
  return (lastPossibleDay(dose) ?? dose.givenOn) >= birthDate ? 0 : -1
}

const birthDetails = {
  'in-time': 'birth-in-time',
  late: 'birth-late',
  unknown: 'birth-unknown',
} as const

function birthDetail(dose: TalliedDose, { birthDose, person }: TallySource): string {
  const clock = givenAfterBirth(birthDose, person, { ...dose, voided: false })
  return clock ? birthDetails[clock.verdict] : ''
}
