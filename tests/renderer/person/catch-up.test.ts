import { describe, expect, test } from 'vitest'
import {
  diseasesOf,
  openParts,
  openWords,
  usualWishes,
  waitChoiceOf,
  waitChoices,
  weekdayOf,
  withMoreInjections,
  withWait,
} from '../../../renderer/screens/person/catch-up'
import { day } from '../../../src/domain/calendar/calendar-day'
import type { OpenSeries } from '../../../src/domain/schedule/catch-up-types'

const text = (vi: string) => ({ vi, en: vi })
const td: OpenSeries = {
  label: text('Td mũi nhắc'),
  antigens: [
    { antigen: 'Diphtheria', name: text('Bạch hầu') },
    { antigen: 'Tetanus', name: text('Uốn ván') },
  ],
  reason: { code: 'beyond-horizon', on: day('2032-05-18') },
}
const rubella: OpenSeries = {
  label: text('Rubella'),
  antigens: [{ antigen: 'Rubella', name: text('Rubella') }],
  reason: { code: 'aged-out', since: null },
}

describe('what the user may choose', () => {
  test('every waiting time is found again by its name', () => {
    for (const choice of waitChoices) expect(waitChoiceOf(withWait(usualWishes, choice))).toBe(choice)
    expect(withWait(usualWishes, 'halfYear').maxWaitDays).toBe(183)
  })

  test('the limit moves by one and stops at 1 and 6', () => {
    const limit = (start: number, step: 1 | -1) =>
      withMoreInjections({ ...usualWishes, maxInjections: start }, step).maxInjections
    expect([limit(4, 1), limit(4, -1), limit(6, 1), limit(1, -1)]).toEqual([5, 3, 6, 1])
  })
})

describe('words', () => {
  test('weekdays, before and after the epoch', () => {
    expect(['2026-11-22', '2026-11-23', '1970-01-01', '1969-12-31'].map(it => weekdayOf(day(it)))).toEqual([
      'Chủ Nhật',
      'Thứ Hai',
      'Thứ Năm',
      'Thứ Tư',
    ])
  })

  test('a disease is named once', () => {
    const target = { antigen: 'x', name: text('Sởi'), seriesCode: 'x', targetDose: 1 }
    const dose = { vaccineCode: 'x', label: text('x'), route: null, dueOn: day('2026-11-22') }
    expect(diseasesOf({ ...dose, targets: [target, { ...target, name: text('Rubella') }, target] })).toBe(
      'Sởi, Rubella',
    )
  })

  test('what stays open is said with its reason, and what comes later stands apart', () => {
    expect(openWords(td)).toBe('Td mũi nhắc (Bạch hầu, Uốn ván): từ 18/05/2032')
    expect(openWords(rubella)).toBe('Rubella: đã quá tuổi')
    const { later, never } = openParts({ open: [td, rubella] })
    expect([later, never]).toEqual([[td], [rubella]])
  })
})
