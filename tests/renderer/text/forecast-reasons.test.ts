import { describe, expect, test } from 'vitest'
import { forecastReasons as english } from '../../../renderer/text/en/forecast-reasons'
import { forecastReasons as vietnamese } from '../../../renderer/text/vi/forecast-reasons'
import { day } from '../../../src/domain/calendar/calendar-day'
import { offset } from '../../../src/domain/calendar/offset'

const nameOf = (code: string) => `<${code}>`

describe('sentences of the schedule', () => {
  test('an interval too short says how much is missing and from when', () => {
    const reason = {
      code: 'interval-too-short',
      fromOn: day('2026-04-14'),
      days: 19,
      requiredDays: 28,
      earliestOn: day('2026-05-12'),
    } as const
    expect(vietnamese.evaluation(reason, nameOf)).toBe(
      'Chưa đủ khoảng cách: mới 19/28 ngày. Sớm nhất 12/05/2026.',
    )
    expect(vietnamese.evaluationShort(reason)).toBe('sớm: 19/28 ngày')
    expect(english.evaluation(reason, nameOf)).toBe('Interval too short: 19 of 28 days. Earliest 12/05/2026.')
  })

  test.each([
    [{ code: 'overdue', since: day('2026-02-18') }, 'Trễ từ 18/02/2026.'],
    [{ code: 'age-reached', age: offset('18 months'), on: day('2026-11-18') }, 'Đủ 18 tháng từ 18/11/2026.'],
    [{ code: 'age-reached', age: offset('7 years'), on: day('2026-11-18') }, 'Đủ 7 tuổi từ 18/11/2026.'],
    [
      { code: 'since-previous', previousOn: day('2025-09-26'), months: 13, days: 422 },
      'Mũi trước cách 13 tháng.',
    ],
    [
      {
        code: 'wait-conflict',
        vaccineCode: 'MVVAC',
        fromOn: day('2026-06-01'),
        on: day('2026-06-29'),
        days: 19,
        requiredDays: 28,
      },
      'Chưa đủ khoảng cách với <MVVAC> ngày 01/06/2026: mới 19/28 ngày. Sớm nhất 29/06/2026.',
    ],
  ] as const)('%j', (reason, sentence) => {
    expect(vietnamese.forecast(reason, nameOf)).toBe(sentence)
  })

  const wait = {
    code: 'wait-interval',
    fromOn: day('2026-04-14'),
    on: day('2026-05-12'),
    days: 19,
    requiredDays: 28,
    doseNumber: 2,
    isMinimum: true,
  } as const
  test.each([
    [
      wait,
      'Chưa đủ khoảng cách: mới 19/28 ngày từ mũi 2. Sớm nhất 12/05/2026.',
      'Interval too short: 19 of 28 days since dose 2. Earliest 12/05/2026.',
    ],
    [
      { ...wait, doseNumber: null },
      'Chưa đủ khoảng cách: mới 19/28 ngày từ ngày 14/04/2026. Sớm nhất 12/05/2026.',
      'Interval too short: 19 of 28 days since 14/04/2026. Earliest 12/05/2026.',
    ],
    [
      { ...wait, days: 0 },
      'Cần 28 ngày sau mũi 2. Sớm nhất 12/05/2026.',
      'Needs 28 days after dose 2. Earliest 12/05/2026.',
    ],
    [
      { ...wait, isMinimum: false },
      'Khuyến cáo cách mũi 2 đủ 28 ngày, mới 19 ngày: từ 12/05/2026.',
      'Recommended 28 days after dose 2, 19 so far: from 12/05/2026.',
    ],
  ])('a dose that waits: %j', (reason, inVietnamese, inEnglish) => {
    expect(vietnamese.forecast(reason, nameOf)).toBe(inVietnamese)
    expect(english.forecast(reason, nameOf)).toBe(inEnglish)
  })

  test('a warning names the antigens it is about', () => {
    const warning = { code: 'dose.not-due', antigens: ['Measles'], recommendedOn: day('2026-11-18') } as const
    expect(vietnamese.warning(warning, nameOf, nameOf)).toBe(
      '<Measles>: chưa đến ngày khuyến cáo 18/11/2026.',
    )
  })
})
