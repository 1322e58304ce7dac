import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween } from '../../../../src/domain/calendar/calendar-day'
import { assess } from '../../../../src/domain/schedule/assess'
import { buildChart } from '../../../../src/domain/schedule/chart'
import type { ChartInput } from '../../../../src/domain/schedule/chart-types'
import { checkDose } from '../../../../src/domain/schedule/dose-check'
import { afterGiving } from '../../../../src/domain/schedule/due-doses'
import { openTargets } from '../../../../src/domain/schedule/open-targets'
import { schedule, vaccines } from './fixtures'

const born = day('2020-01-31')
const codes = [...new Set(schedule.vaccineAntigens.map(({ vaccine }) => vaccine))]

/** Any history at all, sensible or not, of a child up to 9 years. */
const anyInput = fc
  .record({
    age: fc.integer({ min: 0, max: 3300 }),
    sex: fc.constantFrom('male', 'female', 'unknown'),
    given: fc.array(
      fc.record({ age: fc.integer({ min: 0, max: 3300 }), vaccineCode: fc.constantFrom(...codes) }),
      { maxLength: 14 },
    ),
    offered: fc.constantFrom([], ['Rotavirus', 'Pneumococcal', 'HPV']),
  })
  .map(
    ({ age, sex, given, offered }): ChartInput => ({
      schedule,
      vaccines,
      person: { birthDate: born, sex: sex as ChartInput['person']['sex'] },
      doses: given
        .filter(dose => dose.age <= age)
        .map((dose, index) => ({
          id: `${index}`,
          vaccineCode: dose.vaccineCode,
          givenOn: addDays(born, dose.age),
        })),
      offeredAntigens: offered,
      on: addDays(born, age),
    }),
  )

const runs = { numRuns: 150 }

describe('for every history', () => {
  test('the same input gives the same chart', () => {
    fc.assert(
      fc.property(anyInput, input => expect(buildChart(input)).toEqual(buildChart(structuredClone(input)))),
      { numRuns: 30 },
    )
  })

  test('no forecast lies before birth or before the last dose of its antigen', () => {
    fc.assert(
      fc.property(anyInput, input => {
        for (const { antigen, dates } of openTargets(assess(input))) {
          const own = input.doses.filter(({ vaccineCode }) =>
            schedule.vaccineAntigens.some(row => row.vaccine === vaccineCode && row.antigen === antigen),
          )
          expect(own.every(({ givenOn }) => givenOn <= dates.earliestOn)).toBe(true)
          expect(dates.earliestOn >= born && dates.recommendedOn >= dates.earliestOn).toBe(true)
          expect(dates.pastDueOn === null || dates.pastDueOn >= dates.earliestOn).toBe(true)
          expect(dates.latestOn === null || dates.latestOn >= dates.earliestOn).toBe(true)
        }
      }),
      runs,
    )
  })

  test('what is proposed today is valid when it is given today, and then no longer due', () => {
    fc.assert(
      fc.property(anyInput, input => {
        const { today } = buildChart(input)
        const after = afterGiving(input, today, input.on)
        const assessed = assess(after).antigens
        for (const [index, due] of today.entries()) {
          for (const antigen of due.antigens) {
            const series = assessed.find(it => it.antigen === antigen)?.relevant ?? []
            const statuses = series
              .flatMap(it => it.evaluations.filter(({ doseId }) => doseId === `planned-${index}`))
              .map(({ status }) => status)
            expect(statuses).toContain('valid')
          }
        }
        expect(buildChart(after).today).toEqual([])
      }),
      runs,
    )
  })

  test('the check finds nothing against the first product of a proposed dose', () => {
    fc.assert(
      fc.property(anyInput, input => {
        for (const { vaccineCodes } of buildChart(input).today.slice(0, 1)) {
          const check = checkDose(input, { vaccineCode: vaccineCodes[0] ?? '', givenOn: input.on })
          const serious = check.warnings.filter(
            ({ code }) => code === 'dose.not-valid' || code === 'dose.not-needed',
          )
          expect(serious).toEqual([])
        }
      }),
      runs,
    )
  })

  test('a forecast does not change by itself when the person returns on the day named', () => {
    fc.assert(
      fc.property(anyInput, input => {
        for (const target of openTargets(assess(input))) {
          if (target.dates.earliestOn <= input.on || daysBetween(born, target.dates.earliestOn) > 4000)
            continue
          const then = openTargets(assess({ ...input, on: target.dates.earliestOn })).find(
            it => it.series.seriesCode === target.series.seriesCode,
          )
          if (then)
            expect([then.targetDose, then.dates.earliestOn]).toEqual([
              target.targetDose,
              target.dates.earliestOn,
            ])
        }
      }),
      runs,
    )
  })
})
