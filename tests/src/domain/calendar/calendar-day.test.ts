import { describe, expect, test } from 'vitest'
import {
  addDays,
  day,
  daysBetween,
  fromEpochDays,
  isCalendarDay,
  toEpochDays,
} from '../../../../src/domain/calendar/calendar-day'

const msPerDay = 86_400_000

describe('days counted without Date', () => {
  test('are the days that Date counts, from 1900 to 2999', () => {
    const first = Date.UTC(1900, 0, 1) / msPerDay
    const last = Date.UTC(2999, 11, 31) / msPerDay
    const wrong: number[] = []
    for (let days = first; days <= last; days++) {
      const text = new Date(days * msPerDay).toISOString().slice(0, 10)
      if (fromEpochDays(days) !== text || toEpochDays(day(text)) !== days) wrong.push(days)
    }
    expect(wrong).toEqual([])
  })

  test.each([
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '1899-12-31',
    '2025-1-01',
    '2025-01-32',
  ])('refuse %s', text => {
    expect(isCalendarDay(text)).toBe(false)
  })

  test('add up across leap days', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01')
    expect(daysBetween(day('2023-03-01'), day('2024-03-01'))).toBe(366)
  })
})
