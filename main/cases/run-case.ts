import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { Vaccine } from '../../src/domain/immunization/vaccine'
import type { Sex } from '../../src/domain/person/person'
import { assess } from '../../src/domain/schedule/assess'
import type { ChartInput } from '../../src/domain/schedule/chart-types'
import type { Schedule } from '../../src/domain/schedule/schedule-types'
import { forecastGroups, type GroupForecast } from '../../src/domain/schedule/vaccine-groups'
import type { ForecastCase } from './case-file'

/** What cases are run against. */
export type CaseSchedule = {
  /** The schedule that forecasts on a day. */
  readonly scheduleOn: (on: CalendarDay) => Schedule
  readonly vaccines: ReadonlyMap<string, Vaccine>
}

const sexes: Readonly<Record<ForecastCase['sex'], Sex>> = { F: 'female', M: 'male', U: 'unknown' }

/** Cases name products by CVX; a schedule with codes of its own has the CVX beside them. */
function codeOf(cvx: string, vaccines: CaseSchedule['vaccines']): string {
  if (vaccines.has(cvx)) return cvx
  return [...vaccines.values()].find(vaccine => vaccine.cvx === cvx)?.code ?? cvx
}

/** The engine's forecasts of every vaccine group for the person of a case. */
export function runCase(one: ForecastCase, { scheduleOn, vaccines }: CaseSchedule): readonly GroupForecast[] {
  const schedule = scheduleOn(one.assessment_date)
  const input: ChartInput = {
    schedule,
    vaccines,
    person: {
      birthDate: one.dob,
      sex: sexes[one.sex],
      birthCountry: one.birth_country,
      observations: one.observations.map(({ code, date }) => ({ code, on: date, isActive: true })),
    },
    doses: one.doses.map(({ date, cvx, mvx }, index) => ({
      id: String(index),
      vaccineCode: codeOf(cvx, vaccines),
      manufacturerCode: mvx,
      givenOn: date,
    })),
    on: one.assessment_date,
  }
  return forecastGroups(assess(input), schedule)
}
