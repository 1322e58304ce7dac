import type { CalendarDay } from '../calendar/calendar-day'
import type { ChartInput } from './chart-types'
import type { AssessedPerson, GivenDose, HistoryProblem } from './result-types'
import { indexOf } from './schedule-index'
import type { Schedule } from './schedule-types'
import { type History, isWithinAges } from './series-state'

/**
 * Splits a history by antigen (CDSi chapter 4). A dose with an unknown product, or dated before birth or after the
 * assessment, is reported and takes no part; a product outside the schedule still counts for conflicts.
 * Within a day the product with fewer antigens comes first, then the product code, then the id (a reading): bOPV given
 * with IPV then takes the polio target, and the result does not hang on who typed what first.
 */
export function prepareHistory(input: ChartInput): History {
  const problems: HistoryProblem[] = []
  const all: GivenDose[] = []
  for (const dose of input.doses) {
    const problem = problemOf(dose, input)
    if (problem) problems.push(problem)
    if (!problem || problem.code === 'not-in-schedule') all.push(clipped(dose, input))
  }
  all.sort((a, b) => compareDoses(input.schedule, a, b))
  const byAntigen = new Map<string, GivenDose[]>()
  const positions = new Map<string, number>()
  all.forEach((dose, position) => {
    positions.set(dose.id, position)
    for (const code of antigensOf(input, dose)) {
      const list = byAntigen.get(code)
      if (list) list.push(dose)
      else byAntigen.set(code, [dose])
    }
  })
  return { all, byAntigen, positions, problems }
}

function compareDoses(schedule: Schedule, a: GivenDose, b: GivenDose): number {
  if (a.givenOn !== b.givenOn) return a.givenOn < b.givenOn ? -1 : 1
  const { antigensOf: rows } = indexOf(schedule)
  const count = ({ vaccineCode }: GivenDose) => rows.get(vaccineCode)?.length ?? 0
  return count(a) - count(b) || compareText(a.vaccineCode, b.vaccineCode) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** The last day on which a dose may have been given; the day itself where it is exact. */
export function lastDayOf({ givenOn, givenUntil }: Pick<GivenDose, 'givenOn' | 'givenUntil'>): CalendarDay {
  return givenUntil ?? givenOn
}

/** A month or a year on a card reaches neither before birth nor beyond the assessment. */
function clipped(dose: GivenDose, { person, on }: ChartInput): GivenDose {
  if (!dose.givenUntil) return dose
  const givenOn = dose.givenOn < person.birthDate ? person.birthDate : dose.givenOn
  const givenUntil = dose.givenUntil > on ? on : dose.givenUntil
  return { ...dose, givenOn, givenUntil: givenUntil === givenOn ? null : givenUntil }
}

/** Antigens of a product on one day, each once: an association may hold only between two ages. */
export function antigensOf(
  { schedule, person }: { readonly schedule: Schedule; readonly person: Pick<AssessedPerson, 'birthDate'> },
  { vaccineCode, givenOn }: Pick<GivenDose, 'vaccineCode' | 'givenOn'>,
): readonly string[] {
  const codes: string[] = []
  for (const row of indexOf(schedule).antigensOf.get(vaccineCode) ?? []) {
    if (!codes.includes(row.antigen) && isWithinAges(row, person.birthDate, givenOn)) codes.push(row.antigen)
  }
  return codes
}

function problemOf(dose: GivenDose, { schedule, vaccines, person, on }: ChartInput): HistoryProblem | null {
  if (!vaccines.has(dose.vaccineCode)) return { doseId: dose.id, code: 'unknown-vaccine' }
  if (lastDayOf(dose) < person.birthDate) return { doseId: dose.id, code: 'before-birth' }
  if (dose.givenOn > on) return { doseId: dose.id, code: 'after-assessment' }
  return isInSchedule(schedule, dose.vaccineCode) ? null : { doseId: dose.id, code: 'not-in-schedule' }
}

/** Whether the schedule counts a product for any antigen. */
export function isInSchedule(schedule: Schedule, vaccineCode: string): boolean {
  return indexOf(schedule).antigensOf.has(vaccineCode)
}
