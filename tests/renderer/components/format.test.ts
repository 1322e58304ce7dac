import { describe, expect, test } from 'vitest'
import {
  formatAge,
  formatCode,
  formatCount,
  formatLeft,
  parseTypedDay,
} from '../../../renderer/components/format'
import { day } from '../../../src/domain/calendar/calendar-day'

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

test('ages, codes, counts and timers read as people say them', () => {
  expect(formatAge(day('2026-11-13'), today)).toBe('9 ngày')
  expect(formatAge(day('2025-05-18'), today)).toBe('18 tháng 4 ngày')
  expect(formatCode('2025000700004217')).toBe('2025 0007 0000 4217')
  expect(formatCount(214_380)).toBe('214.380')
  expect(formatLeft(250_000)).toBe('04:10')
  expect(formatLeft(-5)).toBe('00:00')
})
