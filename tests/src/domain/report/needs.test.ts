import { expect, test } from 'vitest'
import { readReportForm } from '../../../../src/contract/report-file'
import { type NeedRule, needOf, shareOfMonths, unsoundNeeds } from '../../../../src/domain/report/needs'
import { type BookDose, cellOfDose, doseInColumn } from '../../../../src/domain/report/register-book'
import type { FactDims } from '../../../../src/domain/report/report-fact'
import { partOf, type StockEntry, stockNumbers, wasteByReason } from '../../../../src/domain/report/stock-use'

const base = { label: { vi: 'x', en: 'x' }, codes: [], confirmation: 'unverified', source: 'test' } as const
const target = (id: string, times: number, factor: number): NeedRule => ({
  ...{ ...base, id },
  from: { kind: 'target', target: 'targets/under-1/target', times, factor },
})
const from = (id: string, of: readonly string[], per: number): NeedRule => ({
  ...{ ...base, id },
  from: { kind: 'needs', of, take: 'to-give', per, factor: 1.1 },
})

test('needs follow from a target, pieces from doses; what has no ground is found', () => {
  const rules = [target('a', 3, 1.1), target('b', 1, 2), from('c', ['a', 'b'], 1), from('box', ['c'], 100)]
  const said = { 'targets/under-1/target': 100 }
  expect(needOf(rules[0] ?? target('a', 1, 1), rules, said)).toMatchObject({
    people: 100,
    toGive: 300,
    year: 330,
  })
  expect(needOf(rules[2] ?? target('a', 1, 1), rules, said)).toMatchObject({ toGive: 400, year: 440 })
  expect(needOf(rules[3] ?? target('a', 1, 1), rules, said)).toMatchObject({ toGive: 4, year: 5 })
  expect(needOf(rules[2] ?? target('a', 1, 1), rules, {}).year).toBeNull()
  expect(unsoundNeeds(rules)).toEqual([])
  expect(unsoundNeeds([from('c', ['d'], 1), from('d', ['c'], 1), from('e', ['gone'], 1)])).toEqual([
    'c',
    'd',
    'e',
  ])
})

test('the months of any year add up to it, and so do its quarters', () => {
  for (const year of [0, 1, 7, 12, 101, 334, 1_000]) {
    const sum = (parts: readonly (number | null)[]) =>
      parts.reduce<number>((all, part) => all + (part ?? 0), 0)
    const months = Array.from({ length: 12 }, (_, at) => shareOfMonths(year, at + 1, at + 1))
    const quarters = Array.from({ length: 4 }, (_, at) => shareOfMonths(year, at * 3 + 1, at * 3 + 3))
    expect([sum(months), sum(quarters)]).toEqual([year, year])
    expect(Math.max(...months.map(Number)) - Math.min(...months.map(Number))).toBeLessThanOrEqual(1)
  }
})

test('a plan whose needs follow from each other is refused when it is read', () => {
  const name = { vi: 'x', en: 'x' }
  const column = { id: 'year', label: name, heading: null, measure: { kind: 'given', field: 'year' } }
  const needs = [from('c', ['d'], 1), from('d', ['c'], 1)]
  const section = { kind: 'by', id: 's', title: name, by: 'need', select: null, columns: [column], needs }
  const file = {
    ...{ format: 1, id: 'plan', version: '1', title: name, validFrom: '2026-01-01', validTo: null },
    ...{ period: 'year', bases: ['place'], deadline: { kind: 'none' }, to: name, sections: [section] },
    ...{ confirmation: 'unverified', source: 'test' },
  }
  expect(() => readReportForm(file)).toThrow('follow from nothing: c, d')
})

test('a receipt taken back makes what was received less; what another point lent is received, and waste taken back has no reason', () => {
  const entry = (changes: Partial<StockEntry>): StockEntry => ({
    ...{ window: 'within', kind: 'received', from: 'supplier', to: 'store', quantity: 10, reason: null },
    ...changes,
  })
  const back = entry({ kind: 'reversed', from: 'store', to: 'supplier' })
  expect(partOf('received', back)).toBe(-10)
  const lent = entry({ kind: 'returned', from: 'elsewhere' })
  const lentBack = entry({ kind: 'reversed', from: 'store', to: 'elsewhere' })
  expect(stockNumbers([lent, lentBack])).toMatchObject({ received: 0, returned: 0, closing: 0 })
  const waste = entry({ kind: 'wasted', from: 'store', to: 'wasted', quantity: 4, reason: 'broken' })
  const unwaste = entry({ kind: 'reversed', from: 'wasted', to: 'store', quantity: 4, reason: 'broken' })
  expect(wasteByReason([waste, entry({ ...waste, reason: 'heat', quantity: 1 })])).toEqual([
    { reason: 'broken', doses: 4 },
    { reason: 'heat', doses: 1 },
  ])
  expect(wasteByReason([waste, unwaste])).toEqual([])
  const moved = entry({ kind: 'moved', from: 'store', to: 'session' })
  expect(Object.values(stockNumbers([moved]))).toEqual(Object.values(stockNumbers([])))
})

test('in the book the dose that counts stands before an earlier one that does not', () => {
  const dims = { fact: 'dose', antigen: 'Diphtheria', number: 1 } as FactDims
  const dose = (doseId: string, on: string, status: FactDims['status']): BookDose => ({
    ...{ doseId, on: on as BookDose['on'], accuracy: null },
    dims: { ...dims, status },
  })
  const early = dose('1', '2026-02-01', 'not-valid')
  const good = dose('2', '2026-03-15', 'valid')
  const select = { fact: 'dose', antigens: ['Diphtheria'], numbers: { from: 1, to: 1 } } as const
  expect(cellOfDose(doseInColumn([early, good], select))).toEqual({ day: '2026-03-15' })
  expect(cellOfDose(doseInColumn([early], select))).toBe('01/02/2026 (không tính)')
  expect(cellOfDose(doseInColumn([], select))).toBeNull()
  expect(cellOfDose({ ...good, accuracy: 'month' })).toBe('03/2026')
})
