import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type GrowthIndicator,
  growthScores,
  weightForAgeAt,
} from '../../../../src/domain/child/growth-scores'
import { endOf, type GrowthSex, growthTableNames, lmsAt } from '../../../../src/domain/child/growth-tables'
import {
  measurementAt,
  percentileOf,
  restrictedMeasurementAt,
  restrictedZScore,
  roundedZ,
  zScore,
} from '../../../../src/domain/child/growth-z'
import { measured, tables } from './growth-data'

const sexes = fc.constantFrom<GrowthSex>('male', 'female')
const anyLine = fc
  .tuple(fc.constantFrom(...growthTableNames), sexes, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([name, sex, share]) => {
    const table = tables[name]
    const place = table.from + share * (endOf(table) - table.from)
    const lms = lmsAt(table, sex, table.index === 'age-days' ? Math.round(place) : place)
    if (!lms) throw new Error(`no line of ${name} at ${place}`)
    return lms
  })
const zs = fc.double({ min: -8, max: 8, noNaN: true })

const ageDays = fc.integer({ min: 0, max: 3652 })
const zAt = (indicator: GrowthIndicator, parts: Parameters<typeof measured>[0]): number | null =>
  growthScores(tables, measured(parts))[indicator]?.z ?? null

test('a heavier child of the same age and length never has a lower score', () => {
  const weights = fc.tuple(
    fc.double({ min: 0.5, max: 60, noNaN: true }),
    fc.double({ min: 0, max: 5, noNaN: true }),
  )
  fc.assert(
    fc.property(
      sexes,
      ageDays,
      weights,
      fc.double({ min: 45, max: 120, noNaN: true }),
      (sex, value, [kg, more], lengthCm) => {
        for (const indicator of ['weight-for-age', 'weight-for-length', 'bmi-for-age'] as const) {
          const at = (weightKg: number) =>
            zAt(indicator, { sex, age: { unit: 'days', value }, weightKg, lengthCm })
          const [light, heavy] = [at(kg), at(kg + more)]
          expect((light ?? 0) <= (heavy ?? 0)).toBe(true)
          expect(light === null).toBe(heavy === null)
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('between two heavier weights lies a higher score, beyond ±3 too', () => {
  fc.assert(
    fc.property(anyLine, zs, zs, (lms, a, b) => {
      fc.pre(Math.abs(a - b) > 1e-6)
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const [lower, higher] = [restrictedMeasurementAt(low, lms), restrictedMeasurementAt(high, lms)]
      // A steep lower end can lie below nothing at all: no child weighs that.
      fc.pre(lower > 0)
      expect(restrictedZScore(lower, lms)).toBeLessThan(restrictedZScore(higher, lms))
    }),
    { numRuns: 500 },
  )
})

test('a score and its measurement say the same, both ways', () => {
  fc.assert(
    fc.property(anyLine, zs, (lms, z) => {
      const value = restrictedMeasurementAt(z, lms)
      fc.pre(value > 0)
      expect(restrictedZScore(value, lms)).toBeCloseTo(z, 8)
    }),
    { numRuns: 500 },
  )
})

test('beyond ±3 both sides are counted alike: one score more is one distance from the second to the third', () => {
  fc.assert(
    fc.property(anyLine, fc.double({ min: 0, max: 5, noNaN: true }), (lms, beyond) => {
      for (const side of [1, -1]) {
        const [second, third] = [measurementAt(2 * side, lms), measurementAt(3 * side, lms)]
        const value = third + beyond * (third - second)
        fc.pre(value > 0)
        expect(restrictedZScore(value, lms)).toBeCloseTo(side * (3 + beyond), 8)
      }
    }),
    { numRuns: 500 },
  )
})

test('at ±3 the two ways of counting meet', () => {
  fc.assert(
    fc.property(anyLine, fc.constantFrom(-3, 3), (lms, z) => {
      const value = measurementAt(z, lms)
      const near = [value * (1 - 1e-9), value * (1 + 1e-9)].map(it => restrictedZScore(it, lms))
      for (const score of [...near, zScore(value, lms)]) expect(score).toBeCloseTo(z, 6)
    }),
    { numRuns: 300 },
  )
})

test('from one day to the next no score jumps, at any age of the standards and the reference', () => {
  const anyZ = fc.double({ min: -2.5, max: 2.5, noNaN: true })
  fc.assert(
    fc.property(sexes, fc.integer({ min: 30, max: 3650 }), anyZ, (sex, day, z) => {
      fc.pre(day !== 1826)
      const weightKg = measurementAt(z, weightForAgeAt(tables, sex, day) ?? never())
      const at = (value: number) => zAt('weight-for-age', { sex, age: { unit: 'days', value }, weightKg })
      // A month old child gains a fifteenth of a deviation a day; nobody gains faster later.
      expect(Math.abs((at(day) ?? Number.NaN) - (at(day + 1) ?? Number.NaN))).toBeLessThanOrEqual(0.09)
    }),
    { numRuns: 500 },
  )
})

test.each(['male', 'female'] as const)(
  'of a %s: WHO’s own borders at 731 days and 60 months are as small as WHO made them',
  sex => {
    const step = (indicator: GrowthIndicator, from: number, to: number, parts: object) => {
      const at = (value: number) => zAt(indicator, { ...parts, sex, age: { unit: 'days', value } })
      return Math.abs((at(from) ?? Number.NaN) - (at(to) ?? Number.NaN))
    }
    for (const z of [-3, -2, 0, 2, 3]) {
      const lengthCm = measurementAt(z, lmsAt(tables['length-height-for-age-0-5y'], sex, 730) ?? never())
      // The same child, lying before and standing after, keeps its score; so does one measured lying on both days.
      expect(step('length-for-age', 730, 731, { lengthCm, position: 'lying' })).toBeLessThanOrEqual(0.02)
      const heightCm = measurementAt(z, lmsAt(tables['length-height-for-age-0-5y'], sex, 1826) ?? never())
      expect(step('length-for-age', 1826, 1827, { lengthCm: heightCm })).toBeLessThanOrEqual(0.15)
      const weightKg = measurementAt(z, lmsAt(tables['weight-for-age-0-5y'], sex, 1826) ?? never())
      expect(step('weight-for-age', 1826, 1827, { weightKg })).toBeLessThanOrEqual(0.15)
      const bmi = measurementAt(z, lmsAt(tables['bmi-for-age-0-5y'], sex, 1826) ?? never())
      expect(step('bmi-for-age', 1826, 1827, { weightKg: bmi, lengthCm: 100 })).toBeLessThanOrEqual(0.3)
    }
  },
)

test('months and days of the same age have the same score', () => {
  fc.assert(
    fc.property(sexes, ageDays, fc.double({ min: 2, max: 40, noNaN: true }), (sex, value, weightKg) => {
      const byDays = zAt('weight-for-age', { sex, age: { unit: 'days', value }, weightKg })
      const byMonths = zAt('weight-for-age', {
        sex,
        age: { unit: 'months', value: value / 30.4375 },
        weightKg,
      })
      expect(byMonths).toBe(byDays)
    }),
    { numRuns: 300 },
  )
})

test('two decimals: the nearer, and of two as near the even one, never minus nought', () => {
  expect([0.125, 0.375, -0.125, 1.005, 2.675, -0.001, 5.004, -6.005].map(roundedZ)).toEqual([
    0.12, 0.38, -0.12, 1, 2.67, 0, 5, -6,
  ])
  expect(Object.is(roundedZ(-0.001), 0)).toBe(true)
})

/** The normal distribution from published tables, to ten digits. */
test.each([
  [0, 50],
  [1, 84.1344746069],
  [-1, 15.8655253931],
  [2, 97.7249868052],
  [-2, 2.2750131948],
  [3, 99.8650101968],
  [-3, 0.1349898032],
  [1.959963984540054, 97.5],
  [-6, 9.865876e-8],
])('%f is percentile %f', (z, percentile) => {
  expect(percentileOf(z)).toBeCloseTo(percentile, 9)
})

test('percentiles rise with the score and mirror at the median', () => {
  fc.assert(
    fc.property(fc.double({ min: -9, max: 9, noNaN: true }), z => {
      expect(percentileOf(z) + percentileOf(-z)).toBeCloseTo(100, 8)
      expect(percentileOf(z + 0.01)).toBeGreaterThanOrEqual(percentileOf(z) - 1e-9)
    }),
    { numRuns: 300 },
  )
})

function never(): never {
  throw new Error('no line')
}
