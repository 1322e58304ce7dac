import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ForecastCase } from '../../../main/cases/case-file'
import { runCase } from '../../../main/cases/run-case'
import { addDays } from '../../../src/domain/calendar/calendar-day'
import type { GroupForecast } from '../../../src/domain/schedule/vaccine-groups'
import { cdsiCases, cdsiSchedule } from './cdsi'

const data = cdsiSchedule()
const cases = fc.constantFrom(...cdsiCases())

/** A published history at another day, with the doses of another case that fall into the same life. */
const histories = fc
  .tuple(cases, cases, fc.integer({ min: 0, max: 4000 }))
  .map(([one, other, later]): ForecastCase => {
    const on = addDays(one.assessment_date, later)
    const added = other.doses.filter(({ date }) => date >= one.dob && date <= on)
    const taken = new Set(one.doses.map(({ date }) => date))
    const doses = [...one.doses, ...added.filter(({ date }) => !taken.has(date))]
    const dates = doses.map(({ date }) => date)
    return {
      ...one,
      assessment_date: on,
      observations: [...one.observations, ...other.observations],
      doses: doses.filter(({ date }, index) => dates.indexOf(date) === index),
    }
  })

/** Dates a person can keep: none before birth, each not before the one that must precede it. */
function areInOrder(one: ForecastCase, { earliestOn, recommendedOn, pastDueOn }: GroupForecast): boolean {
  if (earliestOn === null || recommendedOn === null) return earliestOn === recommendedOn && pastDueOn === null
  return earliestOn >= one.dob && earliestOn <= recommendedOn && (pastDueOn ?? recommendedOn) >= recommendedOn
}

test('dates are in order, and the order of entry changes nothing', () => {
  fc.assert(
    fc.property(histories, one => {
      const forecasts = runCase(one, data)
      expect(forecasts.filter(forecast => !areInOrder(one, forecast))).toEqual([])
      const turned = runCase({ ...one, doses: one.doses.toReversed() }, data)
      const datesOf = (all: readonly GroupForecast[]) => all.map(({ series: _series, ...rest }) => rest)
      expect(datesOf(turned)).toEqual(datesOf(forecasts))
    }),
    { numRuns: 400, seed: 20_261_122 },
  )
})
