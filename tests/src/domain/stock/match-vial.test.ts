import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import type { LotOnHand } from '../../../../src/domain/stock/lot'
import { isLotLabel, lotLabelOf } from '../../../../src/domain/stock/lot-label'
import { matchVial, type VialBook } from '../../../../src/domain/stock/match-vial'

const gtin = '08935060123456'

function lot(lotId: string, changes: Partial<LotOnHand> = {}): LotOnHand {
  return {
    lotId,
    vaccineCode: 'SII_PENTA',
    number: 'DPT-0325',
    expiresOn: day('2027-03-31'),
    manufacturer: null,
    programme: 'epi',
    status: 'active',
    statusReason: null,
    diluentLot: null,
    diluentExpiresOn: null,
    balance: 10,
    given: 0,
    places: { store: 10, session: 0, quarantine: 0 },
    openDoses: 0,
    ...changes,
  }
}

const penta = lot('0190a1b2-0000-7000-8000-00000000000a')
const other = lot('0190a1b2-0000-7000-8000-00000000000b', { number: 'DPT-0426' })

function book(changes: Partial<VialBook> = {}): VialBook {
  return { lots: [penta, other], productsOf: () => [], on: day('2026-11-27'), ...changes }
}

const scan = (number: string, expiry = '270331') => `01${gtin}17${expiry}10${number}`

describe('the lot of a vial', () => {
  test('is found by number and expiry, whatever the case', () => {
    expect(matchVial([scan('dpt-0325')], book())).toMatchObject({ kind: 'lot', lot: penta })
    expect(matchVial(['  DPT-0325 '], book())).toMatchObject({ kind: 'lot', lot: penta })
  })

  test('is found although the separator behind the lot was lost', () => {
    expect(matchVial([`${scan('DPT-0325')}21000017`], book())).toMatchObject({
      kind: 'lot',
      lot: penta,
      code: { serial: '000017' },
    })
  })

  test('is found by the keys where an input method changed the letters', () => {
    const letters = scan('ĐT-0325')
    expect(matchVial([letters, scan('DPT-0325')], book())).toMatchObject({ kind: 'lot', lot: penta })
  })

  test('of another expiry is not it', () => {
    expect(matchVial([scan('DPT-0325', '270228')], book())).toMatchObject({
      kind: 'expiry-differs',
      lot: penta,
      code: { expiresOn: '2027-02-28' },
    })
  })

  test('of a product that this GTIN never was is not it', () => {
    const known = book({ productsOf: code => (code === gtin ? ['MVVAC'] : []) })
    expect(matchVial([scan('DPT-0325')], known)).toMatchObject({
      kind: 'product-differs',
      lot: penta,
      vaccineCodes: ['MVVAC'],
    })
  })

  test('that two products share is asked for, unless the GTIN says which', () => {
    const twin = lot('0190a1b2-0000-7000-8000-00000000000c', { vaccineCode: 'MVVAC' })
    const lots = [penta, twin]
    expect(matchVial(['DPT-0325'], book({ lots }))).toMatchObject({ kind: 'several', lots })
    const known = book({ lots, productsOf: () => ['MVVAC'] })
    expect(matchVial([scan('DPT-0325')], known)).toMatchObject({ kind: 'lot', lot: twin })
  })

  test('that nobody took in is not here', () => {
    expect(matchVial([scan('XX-1')], book())).toMatchObject({ kind: 'not-here', code: { lot: 'XX-1' } })
  })

  test('cannot be told by a code that carries none, or by a damaged one', () => {
    expect(matchVial([`01${gtin}17270331`], book())).toMatchObject({ kind: 'no-lot' })
    expect(matchVial([`0108935060123457${'17270331'}10DPT-0325`], book())).toEqual({
      kind: 'damaged',
      why: 'bad-check-digit',
    })
  })
})

describe('our own label', () => {
  const label = lotLabelOf(penta.lotId)

  test('is eighteen digits that name one lot', () => {
    expect(label).toMatch(/^91\d{16}$/u)
    expect(matchVial([label], book())).toMatchObject({ kind: 'lot', lot: penta })
  })

  test('of another point, or with a wrong digit, names none', () => {
    expect(matchVial([label], book({ lots: [other] }))).toEqual({ kind: 'damaged', why: 'foreign-label' })
    const wrong = `${label.slice(0, 9)}${(Number(label[9]) + 1) % 10}${label.slice(10)}`
    expect(isLotLabel(wrong)).toBe(false)
  })
})
