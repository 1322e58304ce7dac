import { expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { readNiisDoseDate } from '../../../../src/domain/exchange/niis-values'

const bornOn = day('2025-05-18')

test.each([
  ['15/06/2025', '2025-06-15', null],
  ['6/2025', '2025-06-01', 'month'],
  ['06-2025', '2025-06-01', 'month'],
  ['05/2025', '2025-05-18', 'month'],
  ['2026', '2026-01-01', 'year'],
  ['2025', '2025-05-18', 'year'],
] as const)('a dose dated %j to somebody born on 18/05/2025', (text, givenOn, givenOnAccuracy) => {
  expect(readNiisDoseDate(text, bornOn)).toEqual({ givenOn, givenOnAccuracy })
})

test.each(['13/2025', '0/2025', '45795', '25', '', '1899'])('%j dates no dose', text => {
  expect(readNiisDoseDate(text, bornOn)).toBeNull()
})
