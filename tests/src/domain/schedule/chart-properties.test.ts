import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween } from '../../../../src/domain/calendar/calendar-day'
import type { Sex } from '../../../../src/domain/person/person'
import { assess } from '../../../../src/domain/schedule/assess'
import { buildChart } from '../../../../src/domain/schedule/chart'
import type { ChartInput } from '../../../../src/domain/schedule/chart-types'
import { checkDose } from '../../../../src/domain/schedule/dose-check'
import { afterGiving } from '../../../../src/domain/schedule/due-doses'
import { openTargets } from '../../../../src/domain/schedule/open-targets'
import { schedule, vaccines } from './fixtures'

const born = day('2020-01-31')
const codes = [...new Set(schedule.vaccineAntigens.map(({ vaccine }) => vaccine))]

type History = {
  readonly age: number
  readonly sex: Sex
  readonly given: readonly { readonly age: number; readonly vaccineCode: string }[]
  readonly offered: readonly string[]
}

const ageDays = fc.integer({ min: 0, max: 3300 })

/** Any history at all, sensible or not, of a child up to 9 years; ages in days. */
const anyHistory: fc.Arbitrary<History> = fc.record({
  age: ageDays,
  sex: fc.constantFrom<Sex>('male', 'female', 'unknown'),
  given: fc.array(fc.record({ age: ageDays, vaccineCode: fc.constantFrom(...codes) }), { maxLength: 14 }),
  offered: fc.constantFrom<readonly string[]>([], ['Rotavirus', 'Pneumococcal', 'HPV']),
})

function inputOf({ age, sex, given, offered }: History): ChartInput {
  const doses = given
    .filter(dose => dose.age <= age)
    .map((dose, index) => ({
      id: `${index}`,
      vaccineCode: dose.vaccineCode,
      givenOn: addDays(born, dose.age),
    }))
  const person = { birthDate: born, sex }
  return { schedule, vaccines, person, doses, offeredAntigens: offered, on: addDays(born, age) }
}

/** Checks a promise on many histories. */
function always(promise: (input: ChartInput) => void): void {
  fc.assert(
    fc.property(anyHistory, history => {
      promise(inputOf(history))
    }),
    { numRuns: 120 },
  )
}

describe('for every history', () => {
  test('the same input gives the same chart', () => {
    always(input =>
      expect(buildChart({ ...input, doses: structuredClone(input.doses) })).toEqual(buildChart(input)),
    )
  })

  test('no forecast lies before birth or before the last dose of its antigen', () => {
    always(input => {
      for (const { antigen, dates } of openTargets(assess(input))) {
        const own = input.doses.filter(({ vaccineCode }) =>
          schedule.vaccineAntigens.some(row => row.vaccine === vaccineCode && row.antigen === antigen),
        )
        expect(own.every(({ givenOn }) => givenOn <= dates.earliestOn)).toBe(true)
        expect(dates.earliestOn >= born && dates.recommendedOn >= dates.earliestOn).toBe(true)
        expect(dates.pastDueOn === null || dates.pastDueOn >= dates.earliestOn).toBe(true)
        expect(dates.latestOn === null || dates.latestOn >= dates.earliestOn).toBe(true)
      }
    })
  })

  test('what is proposed today is valid when it is given today, and then nothing more is due', () => {
    always(input => {
      const { today } = buildChart(input)
      const after = afterGiving(input, today, input.on)
      const { antigens } = assess(after)
      for (const [index, { antigens: codesOfDose }] of today.entries()) {
        const series = antigens.filter(it => codesOfDose.includes(it.antigen)).map(it => it.relevant)
        const evaluations = series.map(all => all.flatMap(it => it.evaluations))
        const valid = evaluations.filter(all =>
          all.some(({ doseId, status }) => doseId === `planned-${index}` && status === 'valid'),
        )
        expect(valid).toHaveLength(codesOfDose.length)
      }
      expect(buildChart(after).today).toEqual([])
    })
  })

  test('the check finds nothing serious against the first product of the first proposed dose', () => {
    always(input => {
      for (const { vaccineCodes } of buildChart(input).today.slice(0, 1)) {
        const { warnings } = checkDose(input, { vaccineCode: vaccineCodes[0] ?? '', givenOn: input.on })
        const codesFound = warnings.map(({ code }) => code)
        expect(codesFound).not.toContain('dose.not-valid')
        expect(codesFound).not.toContain('dose.not-needed')
      }
    })
  })

  test('a forecast does not change by itself when the person returns on the day named', () => {
    always(input => {
      for (const { series, targetDose, dates } of openTargets(assess(input))) {
        const isAhead = dates.earliestOn > input.on && daysBetween(born, dates.earliestOn) < 4000
        if (!isAhead) continue
        const later = openTargets(assess({ ...input, on: dates.earliestOn }))
        const same = later.find(it => it.series.seriesCode === series.seriesCode)
        expect([same?.targetDose, same?.dates.earliestOn]).toEqual([targetDose, dates.earliestOn])
      }
    })
  })
})
