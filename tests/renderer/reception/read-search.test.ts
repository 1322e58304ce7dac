import { expect, test } from 'vitest'
import { readSearch } from '../../../renderer/screens/reception/read-search'
import { day } from '../../../src/domain/calendar/calendar-day'

const today = day('2026-11-22')

test('name, birth date and phone are taken over into the form', () => {
  expect(readSearch('quách zung 18052025 0912345678', today)).toEqual({
    name: 'Quách Zung',
    phone: '0912345678',
    birthDate: '2025-05-18',
    nationalId: null,
  })
})

test('a year alone is no birth date, a date after today is none either', () => {
  expect(readSearch('anh ngoc 2025', today).birthDate).toBeNull()
  expect(readSearch('anh 18/05/2027', today).birthDate).toBeNull()
})
