import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../../src/contract/document-files'
import { documentKinds } from '../../../../src/contract/print-calls'
import { day, instantOf } from '../../../../src/domain/calendar/calendar-day'
import { dongInWords, dongOnPaper } from '../../../../src/domain/document/amount-words'
import { formatsOf } from '../../../../src/domain/document/formats'
import { buildStockSheet } from '../../../../src/domain/document/stock-sheet'
import { buildVialLabel } from '../../../../src/domain/document/vial-label'
import type { LotOnHand } from '../../../../src/domain/stock/lot'
import { sampleIssue } from '../../../helpers/document-samples'
import { sampleData } from '../../../helpers/sample-documents'

describe('amounts', () => {
  test.each([
    [0, '0', 'Không đồng'],
    [5, '5', 'Năm đồng'],
    [15_000, '15.000', 'Mười lăm nghìn đồng'],
    [21_000, '21.000', 'Hai mươi mốt nghìn đồng'],
    [105_000, '105.000', 'Một trăm linh năm nghìn đồng'],
    [1_005_000, '1.005.000', 'Một triệu không trăm linh năm nghìn đồng'],
    [1_290_000, '1.290.000', 'Một triệu hai trăm chín mươi nghìn đồng'],
    [2_000_050, '2.000.050', 'Hai triệu không trăm năm mươi đồng'],
    [44_444, '44.444', 'Bốn mươi bốn nghìn bốn trăm bốn mươi bốn đồng'],
    [3_000_000_001, '3.000.000.001', 'Ba tỷ không trăm linh một đồng'],
  ])('%i is written %s, %s', (amount, digits, words) => {
    expect(dongOnPaper(amount)).toBe(digits)
    expect(dongInWords(amount)).toBe(words)
  })

  test.each([-1, 0.5, Number.NaN, 1e12])('%d is no amount', amount => {
    expect(() => dongInWords(amount)).toThrow(RangeError)
    expect(() => dongOnPaper(amount)).toThrow(RangeError)
  })
})

describe('buildStockSheet', () => {
  const lot = (changes: Partial<LotOnHand>): LotOnHand => ({
    lotId: 'a',
    vaccineCode: 'BCG',
    number: 'B1',
    expiresOn: day('2026-12-31'),
    manufacturer: null,
    programme: 'epi',
    status: 'active',
    statusReason: null,
    diluentLot: null,
    diluentExpiresOn: null,
    balance: 10,
    given: 0,
    places: { store: 6, session: 2, quarantine: 2 },
    openDoses: 0,
    ...changes,
  })
  const sheet = (...lots: LotOnHand[]) =>
    buildStockSheet({ lots, nameOf: code => `tên ${code}`, issue: sampleIssue })

  test('what may not be given is on the shelf but in no total', () => {
    const paper = sheet(
      lot({}),
      lot({ number: 'B2', expiresOn: day('2025-10-13') }),
      lot({ number: 'B3', status: 'quarantined' }),
      lot({ number: 'B4', status: 'suspended', expiresOn: day('2025-01-01') }),
    )
    expect(paper.rows.map(({ trouble }) => trouble)).toEqual([
      null,
      'hết hạn',
      'biệt trữ',
      'hết hạn, tạm dừng',
    ])
    expect(paper.totals).toEqual([{ vaccine: 'tên BCG', doses: 8 }])
  })

  test('the day of expiry still counts; a lot of which nothing is left is no line', () => {
    const paper = sheet(lot({ expiresOn: day('2025-10-14') }), lot({ number: 'B5', balance: 0 }))
    expect(paper.rows).toHaveLength(1)
    expect(paper.rows[0]?.trouble).toBeNull()
  })
})

test('a vial says its hours in the time of Vietnam', () => {
  const facts = {
    vaccine: 'bOPV',
    lotNumber: 'A1',
    lotExpiresOn: day('2027-01-31'),
    forName: '  ',
    issue: sampleIssue,
  }
  const openedAt = instantOf(Date.UTC(2025, 11, 31, 17, 5))
  const vial = buildVialLabel({ ...facts, openedAt, discardAt: null })
  expect(vial).toMatchObject({
    openedAt: '00:05 01/01',
    discardAt: null,
    forName: null,
    expires: '31/01/2027',
  })
})

describe('data files', () => {
  test.each(documentKinds)('the sample of %s is read, and every format has a use', kind => {
    const reading = readDocument(kind, sampleData(kind))
    expect(reading).toMatchObject({ ok: true, document: { kind, practice: false, reprint: null } })
    expect(formatsOf(kind).length).toBeGreaterThan(1)
  })

  test('what is wrong is named by its place; marks are composed and control characters go', () => {
    const wrong = { ...sampleData('person-label'), code: 'VN123', colour: 'red' }
    expect(readDocument('person-label', wrong)).toEqual({
      ok: false,
      problems: ['code: is no code of 8 to 20 digits', expect.stringContaining('colour')],
    })
    const name = ' Trần\u0000  Thị Ánh'.normalize('NFD')
    expect(readDocument('person-label', { ...sampleData('person-label'), name })).toMatchObject({
      document: { name: 'Trần Thị Ánh' },
    })
  })
})
