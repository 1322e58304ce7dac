import { describe, expect, test } from 'vitest'
import { changesOf, draftOf } from '../../../renderer/screens/person/edit-draft'
import { missingIn, newDraft, toPerson, toTime } from '../../../renderer/screens/register/register-draft'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { Person } from '../../../src/domain/person/person'

const today = day('2026-11-22')
const filled = {
  ...newDraft(null, null),
  name: 'lê gia bảo',
  sex: 'male' as const,
  birthDate: day('2026-09-19'),
}

test('times are read as they are typed', () => {
  expect(toTime('830')).toBe('08:30')
  expect(toTime('8h30')).toBe('08:30')
  expect(toTime('')).toBeNull()
})

test('an unnamed newborn needs its mother; sex and birth date are always needed', () => {
  expect(missingIn(newDraft(null, null))).toEqual(['sex', 'birthDate', 'name'])
  expect(missingIn({ ...filled, name: '', isNewborn: true })).toEqual(['relative'])
})

describe('changesOf', () => {
  const made = toPerson(filled, today)
  if (!made) throw new Error('the draft is complete')
  const stored: Person = {
    ...made,
    identifiers: [
      { system: 'person-code', value: '2026000100000117' },
      { system: 'niis-code', value: '1234567890' },
      { system: 'niis-code', value: '9876543210' },
    ],
    alerts: [{ code: 'allergy', note: 'trứng', notedOn: day('2026-10-01') }],
  }
  test('nothing touched, nothing sent', () => {
    expect(changesOf(stored, draftOf(stored), today)).toEqual({})
  })
  test('a touched name sends the name alone', () => {
    expect(changesOf(stored, { ...draftOf(stored), name: 'Lê Gia Bách' }, today)).toEqual({
      name: 'Lê Gia Bách',
    })
  })
  test('a new number keeps our own code and the second NIIS code', () => {
    const draft = draftOf(stored)
    const identifiers = { ...draft.identifiers, 'national-id': '001226000001' }
    const values = changesOf(stored, { ...draft, identifiers }, today).identifiers?.map(({ value }) => value)
    expect([...(values ?? [])].sort()).toEqual([
      '001226000001',
      '1234567890',
      '2026000100000117',
      '9876543210',
    ])
  })
  test('an alert keeps the day it was noted on', () => {
    const draft = draftOf(stored)
    const alerts = changesOf(stored, { ...draft, alerts: { ...draft.alerts, preterm: '' } }, today).alerts
    expect(alerts?.map(({ notedOn }) => notedOn)).toEqual(['2026-10-01', '2026-11-22'])
  })
})
