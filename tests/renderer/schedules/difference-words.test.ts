import { describe, expect, test } from 'vitest'
import { doseName, doseSentences } from '../../../renderer/screens/schedules/difference-words'
import { scheduleDifference as english } from '../../../renderer/text/en/schedule-difference'
import { scheduleDifference as vietnamese } from '../../../renderer/text/vi/schedule-difference'
import { day } from '../../../src/domain/calendar/calendar-day'
import { offset } from '../../../src/domain/calendar/offset'
import type { DoseChange, ProductUse } from '../../../src/domain/schedule/dose-difference'
import type { DoseDifference } from '../../../src/domain/schedule/schedule-difference'

const nameOf = (code: string) => (code === 'MVVAC' ? 'Sởi đơn' : code)
const label = { vi: 'Sởi mũi {n}', en: 'Measles dose {n}' }
const dose = (changes: readonly DoseChange[], kind: DoseDifference['kind'] = 'changed'): DoseDifference => ({
  number: 1,
  label,
  kind,
  changes,
})
const use: ProductUse = { role: 'allowable', beginAge: offset('9 months'), endAge: null, isForecast: false }
const previous = { kind: 'previous' } as const

const cases: readonly (readonly [DoseChange, string, string])[] = [
  [
    { kind: 'age', field: 'min', old: offset('9 months'), new: offset('8 months') },
    'tuổi tối thiểu 9 tháng → 8 tháng',
    'minimum age 9 months → 8 months',
  ],
  [
    { kind: 'age', field: 'max', old: offset('5 years'), new: null },
    'không tiêm nữa từ tuổi 5 tuổi → không quy định',
    'no longer given from the age of 5 years → not set',
  ],
  [
    {
      kind: 'interval',
      from: previous,
      isAllowable: false,
      field: 'min',
      old: offset('1 month'),
      new: offset('28 days'),
    },
    'cách mũi trước, tối thiểu 1 tháng → 4 tuần',
    'since the previous dose, minimum 1 month → 4 weeks',
  ],
  [
    { kind: 'interval-removed', from: { kind: 'target', dose: 2 }, isAllowable: false },
    'không còn quy định cách mũi 2',
    'no longer set: since dose 2',
  ],
  [
    { kind: 'product', vaccine: 'MVVAC', old: null, new: use },
    'thêm vắc xin Sởi đơn (được tính, từ 9 tháng)',
    'new: Sởi đơn (counts, from 9 months)',
  ],
  [
    { kind: 'product', vaccine: 'MVVAC', old: { ...use, beginAge: null }, new: null },
    'bỏ vắc xin Sởi đơn (được tính, mọi tuổi)',
    'no longer: Sởi đơn (counts, at any age)',
  ],
  [
    {
      kind: 'skip-added',
      skip: {
        context: 'forecast',
        logic: 'or',
        sets: [
          {
            effectiveOn: null,
            cessationOn: null,
            logic: 'and',
            conditions: [
              { type: 'age', beginAge: offset('7 days'), endAge: null },
              { type: 'completed-series', group: 2 },
            ],
          },
        ],
      },
    },
    'thêm trường hợp bỏ mũi: tuổi từ 1 tuần và đã đủ nhóm mũi 2 (khi tính mũi tới)',
    'new case in which the dose is skipped: age from 1 week and series group 2 is complete (when the next dose is forecast)',
  ],
  [
    { kind: 'label', old: { vi: 'Sởi 1', en: 'Measles 1' }, new: { vi: 'Sởi mũi 1', en: 'Measles dose 1' } },
    'tên mũi: Sởi 1 → Sởi mũi 1',
    'name of the dose: Measles 1 → Measles dose 1',
  ],
  [{ kind: 'recurs', new: true }, 'tiêm nhắc lại mãi', 'repeated without end'],
  [
    { kind: 'season', old: null, new: { startOn: day('2026-09-01'), endOn: null } },
    'mùa tiêm: quanh năm → từ 01/09/2026',
    'season: all year → from 01/09/2026',
  ],
  [
    {
      kind: 'zero-dose',
      old: null,
      new: { from: offset('6 months'), label: { vi: 'Sởi 0', en: 'Zero dose' } },
    },
    'mũi thêm sớm: không có → Sởi 0, từ 6 tháng',
    'early extra dose: none → Zero dose, from 6 months',
  ],
  [{ kind: 'priority' }, 'đổi thứ tự ưu tiên giữa các khoảng cách', 'another priority between intervals'],
  [
    { kind: 'confirmation', old: null, new: 'BS. Hoa' },
    'đã có người xác nhận: BS. Hoa',
    'confirmed by BS. Hoa',
  ],
]

describe('what differs, in words', () => {
  test('a dose is called by its label and its number', () => {
    expect(doseName(dose([]), 'vi')).toBe('Sởi mũi 1')
    expect(doseName(dose([]), 'en')).toBe('Measles dose 1')
  })

  test.each(cases)('$kind $field', (change, vi, en) => {
    expect(doseSentences(dose([change]), vietnamese, nameOf)).toEqual([vi])
    expect(doseSentences(dose([change]), english, nameOf)).toEqual([en])
  })

  test('every kind of change has its sentence here', () => {
    const kinds = new Set(cases.map(([{ kind }]) => kind))
    expect(kinds.size).toBe(11)
  })

  test('a dose that is new tells its rules without a before; one that is gone says so', () => {
    const change: DoseChange = { kind: 'age', field: 'min', old: null, new: offset('8 months') }
    expect(doseSentences(dose([change], 'added'), vietnamese, nameOf)).toEqual([
      'thêm mũi này',
      'tuổi tối thiểu 8 tháng',
    ])
    expect(doseSentences(dose([], 'removed'), vietnamese, nameOf)).toEqual(['bỏ mũi này'])
  })
})
