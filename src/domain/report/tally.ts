import { monthsBetween } from '../calendar/age'
import type { CalendarDay } from '../calendar/calendar-day'
import { type Birth, type BirthDoseRule, givenAfterBirth } from '../immunization/birth-dose-hours'
import type { Dose } from '../immunization/dose'
import { type DateAccuracy, lastPossibleDay } from '../immunization/dose-date'
import type { Person } from '../person/person'
import { isResidentOn, type Residence } from '../person/residence'
import type { Sourced } from './handbook-programme'
import type { JudgedAntigen } from './judged-doses'
import type { FactDims } from './report-fact'

/*
 * What a form may ask of a dose, worked out once, when the dose or its person is written: counting a report is then adding up.
 */

/** Everything a form may ask of one dose; `judged` once for each antigen. */
export type TallyDims = {
  readonly fact: 'dose' | 'fully-immunised'
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
  /** Null for what comes true about the person. */
  readonly doseId: string | null
  /** `2026-11`; `2026-00` where only the year is known. */
  readonly month: string
  readonly givenOn: CalendarDay
  readonly dims: TallyDims
}

/** Doses that make somebody fully immunised. Data: `resources/reports/lists/fully-immunised.json`. */
export type DoseList = Sourced & {
  readonly id: string
  readonly needs: readonly { readonly antigen: string; readonly doses: number }[]
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
  readonly pointCommune: string | null
  readonly lists: readonly DoseList[]
  readonly judged: (doseId: string) => readonly JudgedAntigen[]
}

/**
 * A line for every dose of one person, whether it counts or not, by the day of injection, never of entry; and one for each list
 * of which the person has all.
 */
export function tallyOf(source: TallySource): readonly TallyLine[] {
  const lines = source.doses.map(dose => ({
    doseId: dose.id,
    month: tallyMonth(dose),
    givenOn: dose.givenOn,
    dims: dimsOf(dose, source),
  }))
  return [...lines, ...source.lists.flatMap(list => completedLine(list, lines) ?? [])]
}

/** The dose with which a person has all of a list; null while one is missing. Only doses that count do. */
function completedLine({ id, needs }: DoseList, lines: readonly TallyLine[]): TallyLine | null {
  const byDay = lines.toSorted((a, b) => (a.givenOn < b.givenOn ? -1 : a.givenOn > b.givenOn ? 1 : 0))
  const deciding = needs.map(({ antigen, doses }) => {
    const counted = byDay.filter(({ dims }) =>
      dims.judged.some(each => each.antigen === antigen && each.status === 'valid'),
    )
    return counted[doses - 1]
  })
  if (!deciding.every(line => line !== undefined)) return null
  const last = deciding.reduce((latest, line) => (line.givenOn > latest.givenOn ? line : latest))
  const { isHere, communeCode, isResident, sex, ageMonths } = last.dims
  const judged = [{ rowCode: '', antigen: '', number: null, status: 'valid', isLead: true } as const]
  return {
    ...{ doseId: null, month: last.month, givenOn: last.givenOn },
    dims: {
      ...{ fact: 'fully-immunised', isHere, communeCode, isResident, sex, ageMonths },
      ...{ programme: null, vaccineCode: '', detail: id, judged },
    },
  }
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
  const communeCode = person.addresses.current?.communeCode ?? ''
  return {
    fact: 'dose',
    isHere: isGivenHere(dose, source.pointName),
    communeCode,
    isResident: isResidentOn(residences, dose.givenOn, isOfCommune(communeCode, source.pointCommune)),
    sex: person.sex,
    ageMonths: ageMonthsOf(dose, person.birthDate),
    programme: dose.programme,
    vaccineCode: dose.vaccineCode,
    detail: birthDetail(dose, source),
    judged: judged(dose.id),
  }
}

/** Whoever has no commune is the point's that has them in its register: nobody else would count them. */
export function isOfCommune(communeCode: string, pointCommune: string | null): boolean {
  return communeCode === '' || pointCommune === null || communeCode === pointCommune
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
