import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  type CalendarDay,
  day,
  fromEpochDays,
  toEpochDays,
} from '../../../../src/domain/calendar/calendar-day'
import { assess } from '../../../../src/domain/schedule/assess'
import type { ChartInput } from '../../../../src/domain/schedule/chart-types'
import { openTargets } from '../../../../src/domain/schedule/open-targets'
import type { Assessment, GivenDose } from '../../../../src/domain/schedule/result-types'
import { schedules, vaccines } from './fixtures'
import { assessed } from './one-antigen'

/*
 * What must hold for every history, on Viet Nam's schedules of any day. Births fall on any day from 2015, month ends
 * and leap days included; doses are of every product, exact or dated to a month, sensible or not.
 */
const firstBirth = toEpochDays(day('2015-01-01'))
const products = [...new Set(schedules.book.catalog.vaccineAntigens.map(({ vaccine }) => vaccine))]
const offered = schedules.book.catalog.antigens.map(({ code }) => code)

const anyDose = fc.record({
  age: fc.integer({ min: 0, max: 4400 }),
  vaccineCode: fc.constantFrom(...products),
  imprecision: fc.constantFrom(0, 0, 0, 0, 30),
  isCampaign: fc.constantFrom(false, false, false, true),
})

const anyLife = fc
  .record({
    birth: fc.integer({ min: 0, max: 4200 }),
    age: fc.integer({ min: 0, max: 4400 }),
    sex: fc.constantFrom('male' as const, 'female' as const),
    doses: fc.array(anyDose, { maxLength: 16 }),
    isPregnant: fc.boolean(),
    isOffered: fc.boolean(),
  })
  .map(({ birth, age, sex, doses, isPregnant, isOffered }): ChartInput => {
    const birthDate = fromEpochDays(firstBirth + birth)
    const on = addDays(birthDate, age)
    const observations = isPregnant ? [{ code: 'pregnant', on: addDays(on, -60), isActive: true }] : []
    return {
      schedule: schedules.on(on),
      vaccines,
      person: { birthDate, sex, observations },
      doses: doses
        .map((dose, index) => givenAt(birthDate, dose, index))
        .filter(({ givenOn }) => givenOn <= on),
      offeredAntigens: isOffered ? offered : [],
      on,
    }
  })

type AnyDose = { age: number; vaccineCode: string; imprecision: number; isCampaign: boolean }

function givenAt(birthDate: CalendarDay, dose: AnyDose, index: number): GivenDose {
  const givenOn = addDays(birthDate, dose.age)
  return {
    id: `dose-${index}`,
    vaccineCode: dose.vaccineCode,
    givenOn,
    givenUntil: dose.imprecision > 0 ? addDays(givenOn, dose.imprecision) : null,
    isCampaign: dose.isCampaign,
  }
}

function evaluationsOf({ antigens }: Assessment) {
  return antigens.flatMap(({ relevant }) => relevant.flatMap(({ evaluations }) => evaluations))
}

function always(promise: (input: ChartInput) => void, numRuns = 400): void {
  fc.assert(fc.property(anyLife, promise), { numRuns, seed: 20_261_127 })
}

describe('for every history', () => {
  test('the same input gives the same bytes', () => {
    always(input => {
      const again: ChartInput = { ...input, doses: structuredClone(input.doses), person: { ...input.person } }
      expect(JSON.stringify(assess(again))).toBe(JSON.stringify(assess(input)))
    })
  })

  test('the order of entry changes nothing', () => {
    fc.assert(
      fc.property(
        anyLife.chain(input =>
          fc.tuple(
            fc.constant(input),
            fc.shuffledSubarray([...input.doses], { minLength: input.doses.length }),
          ),
        ),
        ([input, doses]) => {
          expect(assess({ ...input, doses }).antigens).toEqual(assess(input).antigens)
        },
      ),
      { numRuns: 400, seed: 20_261_127 },
    )
  })

  test('a later dose never moves an earlier judgement', () => {
    fc.assert(
      fc.property(anyLife, fc.constantFrom(...products), (input, vaccineCode) => {
        const latest = input.doses
          .map(({ givenOn, givenUntil }) => givenUntil ?? givenOn)
          .toSorted()
          .at(-1)
        if (latest !== undefined && latest >= input.on) return
        const later = { id: 'later', vaccineCode, givenOn: input.on }
        const before = evaluationsOf(assess(input, offered))
        // The later dose may bring further series into question; in those that were, nothing moves.
        const judged = new Set(before.map(({ seriesCode }) => seriesCode))
        const after = evaluationsOf(assess({ ...input, doses: [...input.doses, later] }, offered))
        expect(
          after.filter(({ doseId, seriesCode }) => doseId !== 'later' && judged.has(seriesCode)),
        ).toEqual(before)
      }),
      { numRuns: 400, seed: 20_261_127 },
    )
  })

  test('a series left out because nothing given can start it would not have been chosen', () => {
    const nothing = { code: 'nothing-the-schedule-knows', on: null, isActive: true }
    always(input => {
      const person = { ...input.person, observations: [] }
      const full = { ...person, observations: [nothing] }
      const bestOf = ({ antigens }: Assessment) => antigens.map(({ antigen, best }) => [antigen, best])
      expect(bestOf(assess({ ...input, person }, offered))).toEqual(
        bestOf(assess({ ...input, person: full }, offered)),
      )
    })
  })

  test('birth ≤ earliest ≤ recommended ≤ past due, and earliest ≤ latest', () => {
    always(input => {
      for (const { dates } of openTargets(assess(input))) {
        expect(dates.earliestOn >= input.person.birthDate).toBe(true)
        expect(dates.recommendedOn >= dates.earliestOn).toBe(true)
        expect(dates.pastDueOn === null || dates.pastDueOn >= dates.recommendedOn).toBe(true)
        expect(dates.latestOn === null || dates.latestOn >= dates.earliestOn).toBe(true)
      }
    }, 1000)
  })
})

const spanDays = fc.integer({ min: 0, max: 40 })

test('where only days are counted, a shift of all dates shifts every result', () => {
  const rules = fc.array(fc.record({ age: spanDays, interval: spanDays, late: spanDays }), {
    minLength: 1,
    maxLength: 4,
  })
  const given = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 6 })
  fc.assert(
    fc.property(rules, given, fc.integer({ min: -4000, max: 4000 }), (doseRules, ages, shift) => {
      const series = [
        {
          code: 'days',
          doses: doseRules.map(({ age, interval, late }) => ({
            age: [{ absMin: `${age} days`, min: `${age + 2} days`, latestRec: `${age + 40 + late} days` }],
            intervals: [{ from: 'previous', absMin: `${interval} days`, min: `${interval + 1} days` }],
          })),
        },
      ]
      const birth = toEpochDays(day('2020-01-01'))
      const at = (days: number, by: number) => fromEpochDays(birth + days + by)
      const run = (by: number) =>
        assessed(
          series,
          ages.map(age => [at(age, by), 'JEVAX'] as const),
          at(301, by),
          { person: { birthDate: at(0, by) } },
        )
      expect(shifted(run(0).assessment, shift)).toEqual(run(shift).assessment)
    }),
    { numRuns: 300, seed: 20_261_127 },
  )
})

/** Every date in a value moved by so many days. */
function shifted(value: unknown, days: number): unknown {
  return JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
    typeof one === 'string' && /^\d{4}-\d\d-\d\d$/.test(one) ? addDays(one as CalendarDay, days) : one,
  )
}
