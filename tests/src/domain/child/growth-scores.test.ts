import { describe, expect, test } from 'vitest'
import {
  type GrowthAge,
  type GrowthMeasurement,
  type GrowthScores,
  growthDays,
  growthScores,
  standardLengthCm,
} from '../../../../src/domain/child/growth-scores'
import {
  type GrowthSex,
  type GrowthTableName,
  growthTableNames,
  lmsAt,
} from '../../../../src/domain/child/growth-tables'
import { measurementAt } from '../../../../src/domain/child/growth-z'
import { measured, tables } from './growth-data'

const days = (value: number): GrowthAge => ({ unit: 'days', value })
const months = (value: number): GrowthAge => ({ unit: 'months', value })
const zsOf = (scores: GrowthScores) =>
  Object.fromEntries(Object.entries(scores).map(([indicator, score]) => [indicator, score?.z ?? null]))
const score = (parts: Partial<GrowthMeasurement>) => growthScores(tables, measured(parts))
const none = {
  'weight-for-age': null,
  'length-for-age': null,
  'weight-for-length': null,
  'bmi-for-age': null,
  'head-for-age': null,
  'arm-for-age': null,
}

/** What is measured so that a table has this value at this place. */
const ofTable: Readonly<
  Record<GrowthTableName, (place: number, value: number) => [keyof GrowthScores, Partial<GrowthMeasurement>]>
> = {
  'weight-for-age-0-5y': (at, weightKg) => ['weight-for-age', { age: days(at), weightKg }],
  'length-height-for-age-0-5y': (at, lengthCm) => ['length-for-age', { age: days(at), lengthCm }],
  'bmi-for-age-0-5y': (at, bmi) => ['bmi-for-age', { age: days(at), lengthCm: 100, weightKg: bmi }],
  'head-circumference-for-age-0-5y': (at, headCm) => ['head-for-age', { age: days(at), headCm }],
  'arm-circumference-for-age-3m-5y': (at, armCm) => ['arm-for-age', { age: days(at), armCm }],
  'weight-for-length': (lengthCm, weightKg) => [
    'weight-for-length',
    { age: days(300), lengthCm, position: 'lying', weightKg },
  ],
  'weight-for-height': (lengthCm, weightKg) => [
    'weight-for-length',
    { age: days(1000), lengthCm, position: 'standing', weightKg },
  ],
  'weight-for-age-5-10y': (at, weightKg) => ['weight-for-age', { age: months(at), weightKg }],
  'height-for-age-5-19y': (at, lengthCm) => ['length-for-age', { age: months(at), lengthCm }],
  'bmi-for-age-5-19y': (at, bmi) => ['bmi-for-age', { age: months(at), lengthCm: 100, weightKg: bmi }],
}

describe.each(growthTableNames)('%s', name => {
  const { from, step, male } = tables[name]
  const count = male.m.length - (name.endsWith('9y') || name.endsWith('10y') ? 1 : 0)
  const lines = [0, 1, 7, Math.floor(count / 2), count - 2, count - 1]

  test.each(['male', 'female'] as const)('of a %s: median and deviations have their own score', sex => {
    for (const line of lines) {
      const place = Math.round((from + line * step) * 10) / 10
      const lms = lmsAt(tables[name], sex, place)
      if (!lms) throw new Error(`no line at ${place}`)
      for (const z of [-3, -2, -1, 0, 1, 2, 3]) {
        const [indicator, parts] = ofTable[name](place, measurementAt(z, lms))
        expect([place, score({ ...parts, sex })[indicator]]).toEqual([place, { z, isImplausible: false }])
      }
    }
  })
})

/** Places of WHO's own published results: birth, each border, and beyond the third deviation. */
test.each<[string, Partial<GrowthMeasurement>, Partial<Record<keyof GrowthScores, number | null>>]>([
  [
    'a boy lying, of two and a half',
    { age: days(987), lengthCm: 72.86, position: 'lying' },
    { 'length-for-age': -6.09 },
  ],
  [
    'said to stand at eight months',
    { age: months(8), lengthCm: 60, position: 'standing' },
    { 'length-for-age': -4.81 },
  ],
  [
    'standing at nine months',
    { age: months(9), lengthCm: 60, position: 'standing' },
    { 'length-for-age': -5.02 },
  ],
  ['a girl of 24 months', { sex: 'female', age: months(24), lengthCm: 77.5 }, { 'length-for-age': -2.55 }],
  [
    'a girl of five',
    { sex: 'female', age: months(60.32), lengthCm: 113.8, weightKg: 18.7 },
    { 'weight-for-age': 0.21, 'bmi-for-age': -0.58, 'length-for-age': 0.96, 'weight-for-length': null },
  ],
  [
    'a girl a little older',
    { sex: 'female', age: months(60.911701), lengthCm: 113.6, weightKg: 20.5 },
    { 'weight-for-age': 0.79, 'bmi-for-age': 0.42, 'length-for-age': 0.85 },
  ],
])('%s', (_who, parts, expected) => {
  expect(zsOf(score(parts))).toMatchObject(expected)
})

describe('ages', () => {
  test.each([
    [days(99.5), 100],
    [days(99.49), 99],
    [months(24), 731],
    [months(1), 30],
    [months(0.5), 15],
  ])('%o is day %i', (age, day) => {
    expect(growthDays(age)).toBe(day)
  })

  const everything = { weightKg: 17, lengthCm: 108, headCm: 50, armCm: 16 }
  test.each([
    ['the last day of the standards', days(1826), ['weight-for-length', 'head-for-age', 'arm-for-age']],
    ['just under sixty months', months(59.99), ['weight-for-length', 'head-for-age', 'arm-for-age']],
    ['sixty months', months(60), []],
    ['the first day of the reference', days(1827), []],
  ])('%s', (_what, age, only) => {
    const given = Object.entries(score({ age, ...everything })).flatMap(([key, it]) => (it ? [key] : []))
    expect(given).toEqual(
      expect.arrayContaining(['weight-for-age', 'length-for-age', 'bmi-for-age', ...only]),
    )
    expect(given).toHaveLength(3 + only.length)
  })

  test.each([
    ['weight ends with 120 months', months(120), months(120.01), 'weight-for-age'],
    ['height ends with 228 months', months(228), months(228.01), 'length-for-age'],
    ['so does BMI', months(228), months(228.01), 'bmi-for-age'],
    ['the arm begins with day 91', days(91), days(90), 'arm-for-age'],
  ] as const)('%s', (_what, inside, outside, indicator) => {
    const at = (age: GrowthAge) => score({ age, ...everything, lengthCm: 150, weightKg: 40 })[indicator]
    expect(at(inside)).not.toBeNull()
    expect(at(outside)).toBeNull()
  })

  test('without an age only weight for length is known, and 87 cm tell lying from standing', () => {
    const at = (lengthCm: number, position: GrowthMeasurement['position'] = null) =>
      score({ age: null, weightKg: 12, lengthCm, position, headCm: 48 })
    expect(at(86.9)).toEqual({ ...none, 'weight-for-length': at(86.9, 'lying')['weight-for-length'] })
    expect(at(87)).toEqual({ ...none, 'weight-for-length': at(87, 'standing')['weight-for-length'] })
    expect(at(87)).not.toEqual(at(87, 'lying'))
  })

  test.each([
    ['before birth', { age: days(-1) }],
    ['of unknown sex', { sex: null }],
    ['of an unreadable age', { age: days(Number.NaN) }],
  ])('nobody %s has a score', (_what, parts) => {
    expect(score({ ...parts, weightKg: 5, lengthCm: 60, headCm: 38, armCm: 12 })).toEqual(none)
  })
})

describe('lying and standing', () => {
  test.each([
    ['lying under two', 730, 'lying', 85],
    ['standing under two', 730, 'standing', 85.7],
    ['standing from two on', 731, 'standing', 85],
    ['lying from two on', 731, 'lying', 84.3],
    ['not written down', 731, null, 85],
    ['standing under nine months: taken as it is', 273, 'standing', 85],
    ['standing from nine months on', 274, 'standing', 85.7],
    ['lying at six years', 2200, 'lying', 84.3],
  ] as const)('%s', (_what, day, position, expected) => {
    expect(standardLengthCm({ age: days(day), lengthCm: 85, position })).toBeCloseTo(expected, 10)
  })

  test.each([
    ['shorter than the table', days(10), 44.9, null],
    ['its shortest', days(10), 45, 'scored'],
    ['its longest', days(700), 110, 'scored'],
    ['longer than the table', days(700), 110.1, null],
    ['shorter than the table of heights', days(900), 64.9, null],
    ['its shortest height', days(900), 65, 'scored'],
    ['its tallest', days(1800), 120, 'scored'],
    ['taller', days(1800), 120.1, null],
    ['too short only after the correction', days(900), 65.3, null],
  ] as const)('%s', (_what, age, lengthCm, expected) => {
    const position = lengthCm === 65.3 ? 'lying' : null
    const found = score({ age, lengthCm, weightKg: 10, position })['weight-for-length']
    expect(found === null ? null : 'scored').toBe(expected)
  })

  test('between two tenths of a centimetre the lines are joined', () => {
    const at = (place: number) => lmsAt(tables['weight-for-length'], 'female', place)
    const [low, between, high] = [at(61.2), at(61.25), at(61.3)]
    expect(between?.m).toBeCloseTo(((low?.m ?? 0) + (high?.m ?? 0)) / 2, 6)
  })
})

describe('what is not scored, and what is flagged', () => {
  test('swollen feet: no score goes by weight, the others stay', () => {
    const all = score({ hasOedema: true, weightKg: 6, lengthCm: 61, headCm: 40, armCm: 13 })
    expect(all).toMatchObject({ 'weight-for-age': null, 'weight-for-length': null, 'bmi-for-age': null })
    expect([all['length-for-age'], all['head-for-age'], all['arm-for-age']]).not.toContain(null)
  })

  test.each([
    ['nought', 0],
    ['less than nothing', -3],
  ])('a measurement of %s has no score by age', (_what, value) => {
    const all = score({ weightKg: value, lengthCm: value, headCm: value, armCm: value })
    expect(all).toEqual(none)
  })

  /** The measurement of a 200 days old boy with a score beyond the third deviation, and whether it is flagged. */
  const lines: Readonly<Record<string, GrowthTableName>> = {
    'weight-for-age': 'weight-for-age-0-5y',
    'length-for-age': 'length-height-for-age-0-5y',
    'head-for-age': 'head-circumference-for-age-0-5y',
  }
  test.each([
    ['weight-for-age', -6, false],
    ['weight-for-age', -6.01, true],
    ['weight-for-age', 5, false],
    ['weight-for-age', 5.01, true],
    ['length-for-age', -6, false],
    ['length-for-age', 6.01, true],
    ['head-for-age', 5, false],
    ['head-for-age', -5.01, true],
  ] as const)('%s %f: flagged %s', (indicator, z, isImplausible) => {
    const table = tables[lines[indicator] ?? 'weight-for-age-0-5y']
    const lms = lmsAt(table, 'male', 200)
    if (!lms) throw new Error('no line')
    const at = (score: number) => measurementAt(score, lms)
    // Beyond ±3 a weight goes in steps of the distance between the second and third deviation; length and head do not.
    const stepped = z > 0 ? at(3) + (z - 3) * (at(3) - at(2)) : at(-3) + (z + 3) * (at(-2) - at(-3))
    const value = indicator === 'weight-for-age' ? stepped : at(z)
    const parts = { age: days(200), weightKg: value, lengthCm: value, headCm: value }
    expect(score(parts)[indicator]).toEqual({ z, isImplausible })
  })
})

test('both sexes have every table to its end', () => {
  for (const sex of ['male', 'female'] satisfies GrowthSex[])
    for (const name of growthTableNames) {
      const { from, step, male } = tables[name]
      expect(lmsAt(tables[name], sex, from)).not.toBeNull()
      expect(lmsAt(tables[name], sex, from + (male.m.length - 1) * step)).not.toBeNull()
      expect(lmsAt(tables[name], sex, from - step)).toBeNull()
      expect(lmsAt(tables[name], sex, from + male.m.length * step)).toBeNull()
    }
})
