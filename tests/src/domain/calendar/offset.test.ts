import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, fromEpochDays } from '../../../../src/domain/calendar/calendar-day'
import { addOffset, offset, parseOffset } from '../../../../src/domain/calendar/offset'

describe('parseOffset', () => {
  test.each([
    ['18 months', { years: 0, months: 18, days: 0 }],
    ['6 months - 4 days', { years: 0, months: 6, days: -4 }],
    ['4 years + 4 weeks', { years: 4, months: 0, days: 28 }],
    ['8 months + 1 day', { years: 0, months: 8, days: 1 }],
    ['1 years - 4 days', { years: 1, months: 0, days: -4 }],
    ['0 days', { years: 0, months: 0, days: 0 }],
  ])('reads %s', (text, read) => {
    expect(parseOffset(text)).toEqual(read)
  })

  test.each([
    '',
    'months',
    '6',
    '6 moons',
    '6 months 4 days',
    '+ 4 days',
    '6 months -',
    '1.5 months',
    '6months!',
  ])('refuses %j rather than weaken a rule', text => {
    expect(parseOffset(text)).toBeNull()
    expect(() => offset(text)).toThrow(RangeError)
  })
})

describe('addOffset', () => {
  test.each([
    ['2025-03-31', '6 months', '2025-10-01'],
    ['2024-02-29', '1 year', '2025-03-01'],
    ['2000-01-31', '6 months - 4 days', '2000-07-27'],
    ['2025-01-31', '1 month', '2025-03-01'],
    ['2024-01-30', '1 month', '2024-03-01'],
    ['2024-01-29', '1 month', '2024-02-29'],
    ['2025-12-15', '1 month', '2026-01-15'],
    ['2025-11-30', '3 months', '2026-03-01'],
    ['2025-05-18', '18 months', '2026-11-18'],
    ['2025-05-22', '4 weeks', '2025-06-19'],
    ['2025-03-01', '-1 day', '2025-02-28'],
  ])('%s + %s = %s', (from, span, to) => {
    expect(addOffset(day(from), offset(span))).toBe(to)
  })

  const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map(fromEpochDays)
  test('months never clamp backwards: the day of the month stays, or the first of the next month is taken', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (from, months) => {
        const to = addOffset(from, { years: 0, months, days: 0 })
        expect([from.slice(8), '01']).toContain(to.slice(8))
      }),
    )
  })

  test('a later start never gives an earlier end', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 0, max: 400 }), (a, b, months) => {
        const [first, second] = [a, b].toSorted()
        const span = { years: 0, months, days: 0 }
        expect(addOffset(day(first ?? ''), span) <= addOffset(day(second ?? ''), span)).toBe(true)
      }),
    )
  })
})
