import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { applyPersonPatch, diffPersons, storedForm } from '../../../../src/domain/person/correct-person'
import { child, relative } from './people'

describe('applyPersonPatch', () => {
  test('changes what is named, keeps the rest, and brings it into stored form', () => {
    const corrected = applyPersonPatch(child(), {
      name: ' Nguyễn  Thị Ánh Nguyệt '.normalize('NFD'),
      phone: '+84 987 001 122',
      identifiers: [
        { system: 'health-insurance', value: 'te 1380123456789' },
        { system: 'passport', value: ' ' },
      ],
      relatives: [relative({ name: 'TRẦN THỊ PHƯỢNG', nationalId: '038 197 012 345' })],
    })
    expect(corrected).toEqual({
      ...child(),
      name: 'Nguyễn Thị Ánh Nguyệt',
      phone: '0987001122',
      identifiers: [{ system: 'health-insurance', value: 'TE1380123456789' }],
      relatives: [relative({ nationalId: '038197012345' })],
    })
  })

  test('a phone that cannot be read stays to be complained about', () => {
    expect(storedForm(child({ phone: ' 12 ' })).phone).toBe('12')
    expect(storedForm(child({ phone: ' ' })).phone).toBeNull()
  })
})

describe('diffPersons', () => {
  test('names each changed field with its values', () => {
    const after = child({
      name: 'Nguyễn Thị Ánh Nguyệt',
      birthDate: day('2025-05-19'),
      addresses: { current: { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 5', line: null } },
      relatives: [
        relative({ phone: '0987001122' }),
        relative({ relation: 'father', name: 'Nguyễn Văn Nam', phone: null, birthYear: null }),
      ],
      alerts: [{ code: 'allergy', note: 'trứng', notedOn: day('2026-11-22') }],
    })
    const before = child({
      addresses: { current: { provinceCode: '38', communeCode: '16378', hamlet: 'Thôn 4', line: null } },
    })
    expect(diffPersons(before, after)).toEqual([
      { field: 'name', before: 'Nguyễn Thị Ánh Ngọc', after: 'Nguyễn Thị Ánh Nguyệt' },
      { field: 'birthDate', before: '2025-05-18', after: '2025-05-19' },
      { field: 'addresses.current.hamlet', before: 'Thôn 4', after: 'Thôn 5' },
      { field: 'relatives.mother.phone', before: '0912345678', after: '0987001122' },
      { field: 'relatives.father.name', before: null, after: 'Nguyễn Văn Nam' },
      { field: 'alerts.allergy', before: null, after: '2026-11-22 trứng' },
    ])
  })

  test('the same content in another order is no change', () => {
    const two = [relative(), relative({ relation: 'father', name: 'Nguyễn Văn Nam' })]
    expect(diffPersons(child({ relatives: two }), child({ relatives: [...two].reverse() }))).toEqual([])
  })

  test('forgetting a number is a change', () => {
    expect(diffPersons(child(), child({ identifiers: [] }))).toEqual([
      { field: 'identifiers.national-id', before: '038325000123', after: null },
    ])
  })
})
