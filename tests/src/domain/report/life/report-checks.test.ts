import { describe, expect, test } from 'vitest'
import { type CheckedAgainst, checkReport } from '../../../../../src/domain/report/life/check-report'
import type { ReportForm } from '../../../../../src/domain/report/report-form'
import { column, counted, form } from './hand-made'

describe('cross-checks', () => {
  const clean = { bcg: [40, 3, 3, 30, 29, 72.5, 0, 5, 3], mr: [40, 1, 1, 9, 9, 22.5, 0, 5, 1] }
  const names = { 'results/bcg/given': ['d1', 'd2', 'd3'], 'results/mr/given': ['d4'] }
  const register = { doses: { epi: 4, fee: 7, campaign: 0 }, dosesWithoutLot: 0, daysNotClosed: 0 }
  const check = (changes: Partial<CheckedAgainst> = {}) =>
    checkReport({ form, counted: counted(clean), names, before: null, register, ...changes }).map(
      ({ code, severity, cell, found, expected }) =>
        `${severity} ${code} ${cell ? `${cell.rowId}/${cell.columnId} ` : ''}${found} ${expected}`,
    )
  const with_ = (bcg: readonly (number | null)[]) => ({ counted: counted({ ...clean, bcg }) })

  test('a report in order has no finding', () => {
    expect(check()).toEqual([])
  })

  test('a part that is more than its whole', () => {
    expect(check(with_([40, 3, 4, 30, 29, 72.5, 0, 5, 3]))).toEqual([
      'wrong part-exceeds-whole bcg/valid 4 3',
    ])
    expect(check(with_([40, 31, 3, 30, 29, 72.5, 0, 5, 31]))).toEqual([
      'wrong part-exceeds-whole bcg/given 31 30',
    ])
  })

  test('a sum that is none, shares over a hundred, no denominator, more put off than planned', () => {
    expect(check(with_([40, 3, 3, 30, 29, 72.5, 0, 5, 9]))).toEqual(['wrong sum-differs bcg/all 9 3'])
    expect(check(with_([20, 3, 3, 30, 29, 145, 0, 5, 3]))).toEqual([
      'look share-over-hundred bcg/share 145 100',
    ])
    expect(check(with_([null, 3, 3, 30, 29, null, 0, 5, 3]))).toEqual(['look no-denominator bcg/target 1 0'])
    expect(check(with_([40, 3, 3, 30, 29, 72.5, 6, 5, 9]))).toEqual([
      'look deferred-exceeds-planned bcg/deferred 6 5',
    ])
  })

  test('against the month before: from January on nothing shrinks, and each month adds what it has', () => {
    const september = (year: number) =>
      counted({ ...clean, bcg: [40, 2, 2, year, 26, 65, 0, 5, 2] }, '2026-09')
    const mr = 'look year-differs mr/given-year 9 10'
    const mrValid = 'look year-differs mr/valid-year 9 10'
    expect(check({ before: september(27) })).toEqual([mr, mrValid])
    expect(check({ before: september(26) })).toEqual(['look year-differs bcg/given-year 30 29', mr, mrValid])
    expect(check({ before: september(31) })[0]).toBe('look year-fell bcg/given-year 30 34')
    // A new year begins anew.
    expect(check({ before: { ...september(31), period: '2025-12' } })).toEqual([])
  })

  test('against the register: doses in no row, doses without a lot, days nobody closed', () => {
    expect(
      check({ register: { doses: { epi: 6, fee: 0, campaign: 0 }, dosesWithoutLot: 1, daysNotClosed: 2 } }),
    ).toEqual(['look doses-in-no-row 2 0', 'look doses-without-lot 1 0', 'look days-not-closed 2 0'])
    expect(check({ names: null })).toEqual([])
    expect(check({ register: null })).toEqual([])
  })

  test('a report of nothing, though there are doses', () => {
    const empty = counted({ bcg: [null, 0, 0, 0, 0, null, 0, 0, 0] })
    expect(check({ counted: empty, names: {} })).toEqual([
      'look doses-in-no-row 4 0',
      'look nothing-counted 0 11',
    ])
  })
})

describe('cross-checks of stock', () => {
  const given = (field: string) => column(field, { kind: 'given', field })
  const fields = ['opening', 'received', 'spent', 'wasted', 'returned', 'difference', 'closing'] as const
  const use: Pick<ReportForm, 'sections' | 'period'> = {
    period: 'month',
    sections: [
      {
        kind: 'by',
        id: 'lots',
        title: { vi: 'Lô', en: 'Lots' },
        by: 'lot',
        select: null,
        columns: fields.map(given),
      },
    ],
  }
  const report = (rows: Readonly<Record<string, readonly number[]>>, period = '2026-10') => ({
    ...counted({}, period),
    sections: [{ id: 'lots', rows: Object.entries(rows).map(([id, cells]) => ({ id, label: id, cells })) }],
  })
  const register = { doses: { epi: 6, fee: 2, campaign: 0 }, dosesWithoutLot: 1, daysNotClosed: 0 }
  const check = (now: Parameters<typeof report>[0], before: Parameters<typeof report>[0] | null = null) =>
    checkReport({
      form: use,
      counted: report(now),
      names: null,
      before: before && report(before, '2026-09'),
      register,
    }).map(({ code, found, expected }) => `${code} ${found} ${expected}`)

  test('in order: balances come out, the opening is the closing of before, doses are those of the register', () => {
    const whole = { a: [10, 20, 5, 1, 0, 0, 24], b: [4, 0, 2, 0, 2, 0, 0] }
    expect(check(whole, { a: [0, 10, 0, 0, 0, 0, 10] })).toEqual(['doses-without-lot 1 0'])
  })

  test('each that does not come out', () => {
    expect(check({ a: [10, 20, 7, 1, 0, 0, 23] })).toContain('balance-differs 23 22')
    expect(check({ a: [10, 20, 7, 1, 0, 0, 22] }, { a: [0, 9, 0, 0, 0, 0, 9] })).toContain(
      'opening-differs 10 9',
    )
    expect(check({ a: [10, 20, 7, 1, 0, -2, 20] })).toContain('count-found -2 0')
    expect(check({ a: [10, 20, 5, 1, 0, 0, 24] })).toContain('used-differs 5 7')
  })
})
