import { describe, expect, test } from 'vitest'
import {
  formatAge,
  formatCode,
  formatCount,
  formatDoseDay,
  formatLeft,
  parseTypedDay,
  parseTypedDoseDate,
} from '../../../renderer/components/format'
import { day } from '../../../src/domain/calendar/calendar-day'
import { writtenDate } from '../../../src/domain/immunization/dose-date'

const today = day('2026-11-22')

describe('parseTypedDay', () => {
  test.each([
    ['18052025', '2025-05-18'],
    ['18/5/2025', '2025-05-18'],
    ['18.05.25', '2025-05-18'],
    ['180598', '1998-05-18'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (typed, on) => {
    expect(parseTypedDay(typed, today)).toBe(on)
  })
  test.each(['', '1805', '30/02/2025', '18/13/2025', '2025-05-18', 'abc'])('%j is no date', typed => {
    expect(parseTypedDay(typed, today)).toBeNull()
  })
})

describe('parseTypedDoseDate', () => {
  const bornOn = day('2024-02-20')
  test.each([
    ['15/03/2024', '2024-03-15', null, '15/03/2024'],
    ['15032024', '2024-03-15', null, '15/03/2024'],
    ['03/2024', '2024-03-01', 'month', '03/2024'],
    ['3/2024', '2024-03-01', 'month', '03/2024'],
    ['032024', '2024-03-01', 'month', '03/2024'],
    ['3.2024', '2024-03-01', 'month', '03/2024'],
    ['2025', '2025-01-01', 'year', '2025'],
    ['02/2024', '2024-02-20', 'month', '02/2024'],
    ['2024', '2024-02-20', 'year', '2024'],
  ] as const)('%s is %s, known to the %s, shown as %s', (typed, givenOn, givenOnAccuracy, shown) => {
    const date = { givenOn, givenOnAccuracy }
    expect(parseTypedDoseDate(typed, today, bornOn)).toEqual(date)
    expect(writtenDate({ givenOn: day(givenOn), givenOnAccuracy })).toBe(shown)
  })

  test('a month before the birth stays before it, so that it is refused', () => {
    expect(parseTypedDoseDate('01/2024', today, bornOn)?.givenOn).toBe('2024-01-01')
  })

  test.each(['13/2024', '202', '20', '3/24', '31/02/2024', '1899', 'abc'])('%j is no date', typed => {
    expect(parseTypedDoseDate(typed, today, bornOn)).toBeNull()
  })

  test.each([
    ['2026-03-15', null, '15/03/2026'],
    ['2026-03-01', '2026-03-31', '03/2026'],
    ['2026-01-01', '2026-12-31', '2026'],
    ['2024-02-20', '2024-12-31', '2024'],
  ])('a dose between %s and %s is shown as %s', (givenOn, until, shown) => {
    expect(formatDoseDay(day(givenOn), until === null ? null : day(until))).toBe(shown)
  })
})

test('ages, codes, counts and timers read as people say them', () => {
  expect(formatAge(day('2026-11-13'), today)).toBe('9 ngày')
  expect(formatAge(day('2025-05-18'), today)).toBe('18 tháng 4 ngày')
  expect(formatCode('2025000700004217')).toBe('2025 0007 0000 4217')
  expect(formatCount(214_380)).toBe('214.380')
  expect(formatLeft(250_000)).toBe('04:10')
  expect(formatLeft(-5)).toBe('00:00')
})
