import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOf, monthsBetween, spokenAge } from '../../../../src/domain/calendar/age'
import { addDays, day, fromEpochDays } from '../../../../src/domain/calendar/calendar-day'
import { addOffset } from '../../../../src/domain/calendar/offset'

describe('ageOf and spokenAge', () => {
  test.each([
    ['2025-05-18', '2025-05-18', { unit: 'days', days: 0 }],
    ['2025-05-18', '2025-05-27', { unit: 'days', days: 9 }],
    ['2025-05-18', '2025-07-21', { unit: 'months', months: 2, days: 3 }],
    ['2025-05-18', '2026-11-22', { unit: 'months', months: 18, days: 4 }],
    ['2022-05-18', '2025-07-18', { unit: 'years', years: 3, months: 2 }],
    ['2018-05-18', '2025-11-18', { unit: 'years', years: 7, months: 0 }],
    ['2025-01-31', '2025-02-28', { unit: 'days', days: 28 }],
    ['2025-01-31', '2025-03-01', { unit: 'months', months: 1, days: 0 }],
  ])('born %s, on %s', (born, on, spoken) => {
    expect(spokenAge(ageOf(day(born), day(on)))).toEqual(spoken)
  })

  test('refuses a day before birth', () => {
    expect(() => ageOf(day('2025-05-18'), day('2025-05-17'))).toThrow(RangeError)
  })

  test('counts months exactly as schedules do: "2 months" is reached on the day the schedule names', () => {
    const born = fc.integer({ min: 0, max: 20_000 }).map(fromEpochDays)
    fc.assert(
      fc.property(born, fc.integer({ min: 1, max: 240 }), (on, months) => {
        const reached = addOffset(on, { years: 0, months, days: 0 })
        expect(monthsBetween(on, reached)).toBeGreaterThanOrEqual(months)
        expect(monthsBetween(on, addDays(reached, -1))).toBeLessThan(months)
      }),
    )
  })
})
