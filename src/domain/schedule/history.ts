import { compareDays } from '../calendar/offset'
import type { ChartInput } from './chart-types'
import type { GivenDose, HistoryProblem } from './result-types'
import type { Schedule } from './schedule-types'
import { type History, isWithinAges } from './series-state'

/**
 * Splits a history by antigen (CDSi chapter 4). A dose with an unknown product, or dated before birth or after the
 * assessment, is reported and takes no part; a product outside the schedule still counts for conflicts.
 * Within a day the product with fewer antigens comes first, then entry order (a reading): bOPV given with IPV then takes
 * the polio target, and the result does not hang on who typed what first.
 */
export function prepareHistory(input: ChartInput): History {
  const problems = input.doses.flatMap(dose => problemOf(dose, input))
  const unusable = new Set(
    problems.filter(({ code }) => code !== 'not-in-schedule').map(({ doseId }) => doseId),
  )
  const all = input.doses
    .filter(({ id }) => !unusable.has(id))
    .toSorted((a, b) => compareDays(a.givenOn, b.givenOn) || antigenCount(input, a) - antigenCount(input, b))
  const byAntigen = new Map(
    input.schedule.antigens.map(({ code }) => [code, all.filter(dose => protects(input, dose, code))]),
  )
  return { all, byAntigen, problems }
}

/** Antigens of a product on one day: an association may hold only between two ages. */
export function antigensOf(
  input: Pick<ChartInput, 'schedule' | 'person'>,
  dose: Pick<GivenDose, 'vaccineCode' | 'givenOn'>,
): readonly string[] {
  return input.schedule.antigens.map(({ code }) => code).filter(code => protects(input, dose, code))
}

function protects(
  { schedule, person }: Pick<ChartInput, 'schedule' | 'person'>,
  dose: Pick<GivenDose, 'vaccineCode' | 'givenOn'>,
  antigen: string,
): boolean {
  return schedule.vaccineAntigens.some(
    row =>
      row.vaccine === dose.vaccineCode &&
      row.antigen === antigen &&
      isWithinAges(row, person.birthDate, dose.givenOn),
  )
}

function problemOf(
  dose: GivenDose,
  { schedule, vaccines, person, on }: ChartInput,
): readonly HistoryProblem[] {
  if (!vaccines.has(dose.vaccineCode)) return [{ doseId: dose.id, code: 'unknown-vaccine' }]
  if (dose.givenOn < person.birthDate) return [{ doseId: dose.id, code: 'before-birth' }]
  if (dose.givenOn > on) return [{ doseId: dose.id, code: 'after-assessment' }]
  return isInSchedule(schedule, dose.vaccineCode) ? [] : [{ doseId: dose.id, code: 'not-in-schedule' }]
}

function antigenCount({ schedule }: ChartInput, { vaccineCode }: GivenDose): number {
  return schedule.vaccineAntigens.filter(({ vaccine }) => vaccine === vaccineCode).length
}

/** Whether the schedule counts a product for any antigen. */
export function isInSchedule(schedule: Schedule, vaccineCode: string): boolean {
  return schedule.vaccineAntigens.some(({ vaccine }) => vaccine === vaccineCode)
}
