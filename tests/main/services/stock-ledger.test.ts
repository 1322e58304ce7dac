import { describe, expect, test } from 'vitest'
import { recordDoses } from '../../../src/contract/dose-calls'
import {
  countStock,
  getLedger,
  getStock,
  postMovement,
  proposeStock,
  reverseMovement,
  setStockLevel,
} from '../../../src/contract/ledger-calls'
import { listLots, receiveLot } from '../../../src/contract/stock-calls'
import { openVial } from '../../../src/contract/vial-calls'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { TestPoint } from '../../helpers/test-point'
import { done, post, refused } from './post-stock'
import {
  balanceOf,
  givePenta,
  on,
  openReadyPoint,
  planned,
  readyForInjection,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

const nowhere = '018f0000-0000-7000-8000-000000000000'
const placesOf = (point: TestPoint, lotId: string) => point.store.lots.find(lotId)?.places

function atPenta(doses = 10) {
  const point = openReadyPoint()
  return { point, lotId: stockLot(point, { vaccineCode: 'SII_PENTA', doses }) }
}

describe('posting', () => {
  test('doses move between places, and are thrown away from where they are', () => {
    const { point, lotId } = atPenta()
    done(post(point, lotId, ['store', 'session'], 4))
    done(post(point, lotId, ['session', 'wasted'], 1, { reason: 'broken' }))
    expect(placesOf(point, lotId)).toEqual({ store: 6, session: 3, quarantine: 0 })
    expect(balanceOf(point, lotId)).toBe(9)
    expect(refused(post(point, lotId, ['session', 'store'], 4))).toEqual(['stock.not-enough'])
    expect(refused(post(point, lotId, ['session', 'province'], 1))).toEqual(['stock.no-such-way'])
  })

  test('waste without a reason of the list is refused, and "lost" needs words', () => {
    const { point, lotId } = atPenta()
    expect(refused(post(point, lotId, ['store', 'wasted'], 1))).toEqual(['stock.unknown-reason'])
    expect(refused(post(point, lotId, ['store', 'wasted'], 1, { reason: 'lost' }))).toEqual([
      'reason.missing',
    ])
  })

  test('what was set aside cannot be given', () => {
    const { point, lotId } = atPenta(1)
    expect(refused(post(point, lotId, ['store', 'quarantine'], 1))).toEqual(['reason.missing'])
    done(post(point, lotId, ['store', 'quarantine'], 1, { note: 'Tủ 11 °C' }))
    const visitId = readyForInjection(point, register(point))
    const doses = [planned('SII_PENTA', lotId)]
    expect(refusedCodes(point, recordDoses, { visitId, doses })).toEqual(['lot.empty'])
    done(post(point, lotId, ['quarantine', 'store'], 1, { note: 'Trưởng trạm cho dùng' }))
    point.done(recordDoses, { visitId, doses })
    expect(balanceOf(point, lotId)).toBe(0)
  })

  test('two screens that saw the same ten doses cannot both take them', () => {
    const { point, lotId } = atPenta(10)
    const seenByBoth = point.done(getStock, {}).lots[0]?.places.store ?? 0
    done(post(point, lotId, ['store', 'session'], seenByBoth))
    expect(refused(post(point, lotId, ['store', 'province'], seenByBoth))).toEqual(['stock.not-enough'])
    const visitId = readyForInjection(point, register(point))
    point.done(recordDoses, { visitId, doses: [planned('SII_PENTA', lotId)] })
    expect(placesOf(point, lotId)).toEqual({ store: 0, session: 9, quarantine: 0 })
  })

  test('the same request sent twice moves doses once', () => {
    const { point, lotId } = atPenta()
    const { request } = post(point, lotId, ['store', 'session'], 4)
    const requestId = '018f0000-0000-7000-8000-00000000abcd'
    const first = point.done(postMovement, request, requestId)
    expect(point.done(postMovement, request, requestId)).toEqual(first)
    expect(placesOf(point, lotId)?.session).toBe(4)
  })
})

describe('counting', () => {
  test('a difference is an entry with words; what was right writes nothing', () => {
    const { point, lotId } = atPenta()
    const count = { lotId, place: 'store' as const, found: 8, note: null }
    expect(refusedCodes(point, countStock, count)).toEqual(['reason.missing'])
    expect(point.done(countStock, { ...count, note: 'Đếm lại' })).toEqual({ difference: -2, balance: 8 })
    const before = point.entries()
    expect(point.done(countStock, count)).toEqual({ difference: 0, balance: 8 })
    expect(point.entries()).toBe(before)
    expect(refusedCodes(point, countStock, { ...count, found: -1 })).toEqual(['lot.bad-quantity'])
  })
})

describe('taking back', () => {
  test('is a counter-entry with a reason, once', () => {
    const { point, lotId } = atPenta()
    const { movementId } = done(post(point, lotId, ['store', 'province'], 3))
    const back = { movementId, reason: 'Bấm nhầm lô' }
    expect(point.done(reverseMovement, back)).toEqual({ balance: 10 })
    expect(refusedCodes(point, reverseMovement, back)).toEqual(['movement.already-reversed'])
    const { lines } = point.done(getLedger, { lotId })
    expect(lines.map(({ kind, quantity, balance, note }) => ({ kind, quantity, balance, note }))).toEqual([
      { kind: 'reversed', quantity: 3, balance: 10, note: 'Bấm nhầm lô' },
      { kind: 'returned', quantity: 3, balance: 7, note: null },
      { kind: 'received', quantity: 10, balance: 10, note: null },
    ])
    const counter = { movementId: lines[0]?.movementId ?? '', reason: 'x' }
    expect(refusedCodes(point, reverseMovement, counter)).toEqual(['movement.not-reversible'])
    expect(refusedCodes(point, reverseMovement, { ...back, movementId: nowhere })).toEqual([
      'movement.not-found',
    ])
  })

  test('a receipt whose doses went on cannot be taken back', () => {
    const { point, lotId } = atPenta()
    const receipt = point.done(getLedger, { lotId }).lines[0]?.movementId ?? ''
    done(post(point, lotId, ['store', 'session'], 1))
    expect(refusedCodes(point, reverseMovement, { movementId: receipt, reason: 'Nhập nhầm' })).toEqual([
      'stock.not-enough',
    ])
  })

  test('two PCs that take back the same movement do it once', () => {
    const { point, lotId } = atPenta()
    const { movementId } = done(post(point, lotId, ['store', 'province'], 3))
    point.done(reverseMovement, { movementId, reason: 'Máy một' })
    const [own] = point.store.entriesOf(`${movementId.slice(0, 14)}8${movementId.slice(15)}`)
    if (!own) throw new Error('the counter-entry is there')
    point.store.transaction(() =>
      point.store.journal.receive({
        ...own,
        id: nowhere,
        stationId: nowhere,
        seq: 1,
        stamp: `${own.stamp}z`,
      }),
    )
    expect(balanceOf(point, lotId)).toBe(10)
  })
})

describe('receiving', () => {
  const lot = {
    vaccineCode: 'SII_PENTA',
    number: 'SII-9',
    expiresOn: on('2027-06-30'),
    manufacturer: null,
    programme: 'epi' as const,
    diluentLot: null,
    diluentExpiresOn: null,
    doses: 20,
    note: null,
  }
  const cases = [
    {
      why: 'as it should be',
      seen: { vvmStage: 1, temperatureC: 5, indicator: 'fine' as const },
      concerns: [],
    },
    { why: 'its monitor is at the discard point', seen: { vvmStage: 3 }, concerns: ['vvm'] },
    { why: 'frozen', seen: { temperatureC: -1 }, concerns: ['too-cold'] },
    {
      why: 'warm, and the logger says so',
      seen: { temperatureC: 12.5, indicator: 'alarm' as const },
      concerns: ['too-warm', 'indicator'],
    },
  ]
  test.each(cases)('$why: set aside for $concerns', ({ seen, concerns }) => {
    const point = openReadyPoint()
    const { lotId, concerns: said } = point.done(receiveLot, { ...lot, ...seen, supplier: 'CDC tỉnh' })
    expect(said).toEqual(concerns)
    const place = concerns.length === 0 ? 'store' : 'quarantine'
    expect(placesOf(point, lotId)).toEqual({ store: 0, session: 0, quarantine: 0, [place]: 20 })
    expect(point.done(getLedger, { lotId }).lines[0]).toMatchObject({ supplier: 'CDC tỉnh', ...seen })
  })

  test('supplies are lots too, and no vaccine list shows them', () => {
    const point = openReadyPoint()
    point.done(receiveLot, { ...lot, vaccineCode: 'SYRINGE_05', number: 'BKT-1', doses: 200 })
    expect(point.done(listLots, { vaccineCode: null })).toEqual([])
    expect(point.done(getStock, {}).lots).toMatchObject([{ vaccineCode: 'SYRINGE_05', balance: 200 }])
  })
})

test('movements of earlier builds count as before, in the store', () => {
  const { point, lotId } = atPenta(10)
  const old = (kind: 'issued' | 'returned' | 'counted', doses: number): NewEntry => ({
    noun: 'movement',
    recordId: point.ports.newId(),
    verb: 'recorded',
    body: { lotId, kind, doses, at: point.ports.clock(), note: null },
  })
  point.store.transaction(() =>
    point.store.journal.append([old('issued', -4), old('returned', 2), old('counted', -1)], {
      at: point.ports.clock(),
      userId: null,
      requestId: null,
    }),
  )
  expect(placesOf(point, lotId)).toEqual({ store: 7, session: 0, quarantine: 0 })
  expect(point.done(getLedger, { lotId }).lines.map(({ balance }) => balance)).toEqual([7, 8, 6, 10])
})

test('the first to expire is proposed first, in whole vials; what is missing is said', () => {
  const point = openReadyPoint()
  const take = (number: string, expiresOn: string, doses: number) =>
    stockLot(point, { vaccineCode: 'BCG_IVAC', number, expiresOn: on(expiresOn), doses })
  const late = take('LATE', '2028-01-31', 30)
  const soon = take('SOON', '2027-01-31', 20)
  expect(point.done(proposeStock, { code: 'BCG_IVAC', doses: 24 })).toEqual({
    shares: [
      { lotId: soon, doses: 20 },
      { lotId: late, doses: 10 },
    ],
    missing: 0,
  })
  expect(point.done(proposeStock, { code: 'BCG_IVAC', doses: 60 }).missing).toBe(10)
  // The doses of an open vial stay where it stands: what is proposed can be taken.
  point.done(openVial, { lotId: soon })
  const { shares } = point.done(proposeStock, { code: 'BCG_IVAC', doses: 24 })
  expect(shares).toEqual([
    { lotId: soon, doses: 10 },
    { lotId: late, doses: 20 },
  ])
  for (const { lotId, doses } of shares) done(post(point, lotId, ['store', 'session'], doses))
})

test('a level is kept once a product, and the upper one lies above the lower', () => {
  const point = openReadyPoint()
  const level = { code: 'SII_PENTA', minimum: 20, maximum: 60 }
  point.done(setStockLevel, level)
  point.done(setStockLevel, { ...level, minimum: 30 })
  expect(point.done(getStock, {}).levels).toEqual([{ ...level, minimum: 30 }])
  expect(refusedCodes(point, setStockLevel, { ...level, maximum: 20 })).toEqual(['stock.bad-level'])
  expect(refusedCodes(point, setStockLevel, { ...level, code: 'NOTHING' })).toEqual(['dose.unknown-vaccine'])
})

test('doses in an open vial do not leave by themselves', () => {
  const point = openReadyPoint()
  const lotId = stockLot(point, { vaccineCode: 'BCG_IVAC', doses: 20 })
  point.done(openVial, { lotId })
  expect(refused(post(point, lotId, ['store', 'session'], 11))).toEqual(['stock.not-enough'])
  done(post(point, lotId, ['store', 'session'], 10))
})

test('the ledger of a lot says who gave', () => {
  const { point, lotId } = atPenta()
  givePenta(point, register(point), lotId)
  expect(point.done(getLedger, { lotId }).lines[0]).toMatchObject({
    kind: 'given',
    quantity: 1,
    balance: 9,
    byName: 'Trưởng trạm',
    canReverse: false,
  })
})
