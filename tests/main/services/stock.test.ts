import { describe, expect, test } from 'vitest'
import { listLots, moveStock, receiveLot, setLotStatus } from '../../../src/contract/stock-calls'
import { balanceOf, dayMs, on, openReadyPoint, refusedCodes, stockLot } from './ready-point'

const nowhere = '018f0000-0000-7000-8000-000000000000'
const lotOf = (changes: object = {}) => ({
  vaccineCode: 'SII_PENTA',
  number: 'SII-1',
  expiresOn: on('2027-06-30'),
  manufacturer: null,
  programme: 'epi' as const,
  diluentLot: null,
  diluentExpiresOn: null,
  doses: 10,
  note: null,
  ...changes,
})

describe('taking in', () => {
  test('the same lot again gets more doses instead of a twin', () => {
    const point = openReadyPoint()
    const first = point.done(receiveLot, lotOf()).lotId
    const second = point.done(receiveLot, lotOf({ number: 'sii-1', doses: 5 })).lotId
    expect(second).toBe(first)
    expect(balanceOf(point, first)).toBe(15)
    expect(point.done(listLots, { vaccineCode: null })).toHaveLength(1)
  })

  const refused = [
    { code: 'dose.unknown-vaccine', why: 'the product is unknown', change: { vaccineCode: 'NOTHING' } },
    {
      code: 'dose.unknown-vaccine',
      why: 'nobody knows its name',
      change: { vaccineCode: 'GENERIC_MEASLES' },
    },
    { code: 'lot.expired', why: 'it expired yesterday', change: { expiresOn: on('2026-11-21') } },
    { code: 'lot.bad-quantity', why: 'there are no doses', change: { doses: 0 } },
    { code: 'lot.bad-quantity', why: 'there are fewer than none', change: { doses: -5 } },
    { code: 'contract.bad-request', why: 'the lot has no number', change: { number: ' ' } },
  ]
  test.each(refused)('$code when $why, and nothing is written', ({ code, change }) => {
    expect(refusedCodes(openReadyPoint(), receiveLot, lotOf(change))).toEqual([code])
  })

  test('lot.number-taken when the number is known with another expiry', () => {
    const point = openReadyPoint()
    point.done(receiveLot, lotOf())
    const request = lotOf({ expiresOn: on('2027-07-31') })
    expect(refusedCodes(point, receiveLot, request)).toEqual(['lot.number-taken'])
  })
})

describe('moving', () => {
  const moves = [
    { kind: 'issued', doses: 3, balance: 7 },
    { kind: 'wasted', doses: 10, balance: 0 },
    { kind: 'returned', doses: 2, balance: 12 },
    { kind: 'counted', doses: 8, balance: 8 },
    { kind: 'counted', doses: 0, balance: 0 },
  ] as const
  test.each(moves)('$kind $doses of ten leaves $balance', ({ kind, doses, balance }) => {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
    expect(point.done(moveStock, { lotId, kind, doses, note: null })).toEqual({ balance })
    expect(balanceOf(point, lotId)).toBe(balance)
  })

  const refused = [
    { code: 'lot.empty', why: 'more leaves than there is', change: { kind: 'wasted' as const, doses: 11 } },
    { code: 'lot.bad-quantity', why: 'nothing moves', change: { kind: 'issued' as const, doses: 0 } },
    {
      code: 'lot.bad-quantity',
      why: 'a count is below nothing',
      change: { kind: 'counted' as const, doses: -1 },
    },
    { code: 'lot.not-found', why: 'the lot is unknown', change: { lotId: nowhere } },
  ]
  test.each(refused)('$code when $why, and nothing is written', ({ code, change }) => {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
    const request = { lotId, kind: 'issued' as const, doses: 1, note: null, ...change }
    expect(refusedCodes(point, moveStock, request)).toEqual([code])
  })
})

test('what expires first comes first; what cannot be used comes last', () => {
  const point = openReadyPoint()
  const take = (number: string, expiresOn: string) =>
    stockLot(point, { vaccineCode: 'SII_PENTA', number, expiresOn: on(expiresOn) })
  take('LATE', '2028-01-31')
  take('SOON', '2027-01-31')
  take('GONE', '2026-11-22')
  const suspended = take('HELD', '2026-12-31')
  point.done(setLotStatus, { lotId: suspended, status: 'suspended', reason: 'Nghi hỏng lạnh' })
  point.moveClock(dayMs)
  const numbers = point.done(listLots, { vaccineCode: 'SII_PENTA' }).map(lot => lot.number)
  expect(numbers).toEqual(['SOON', 'LATE', 'GONE', 'HELD'])
})

test('suspending says why, and can be taken back', () => {
  const point = openReadyPoint()
  const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
  expect(refusedCodes(point, setLotStatus, { lotId, status: 'suspended', reason: '' })).toEqual([
    'reason.missing',
  ])
  expect(refusedCodes(point, setLotStatus, { lotId: nowhere, status: 'active', reason: 'x' })).toEqual([
    'lot.not-found',
  ])
  point.done(setLotStatus, { lotId, status: 'suspended', reason: 'Thu hồi' })
  expect(point.done(listLots, { vaccineCode: null })[0]).toMatchObject({
    status: 'suspended',
    statusReason: 'Thu hồi',
  })
  point.done(setLotStatus, { lotId, status: 'active', reason: 'Đã kiểm tra' })
  expect(point.done(listLots, { vaccineCode: null })[0]).toMatchObject({ status: 'active' })
})
