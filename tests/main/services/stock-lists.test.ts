import { expect, test } from 'vitest'
import { listOf } from '../../../main/services/exchange/export-lists'
import type { JobContext } from '../../../main/services/jobs/job'
import { receiveLot, setLotStatus } from '../../../src/contract/stock-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { noExpiry } from '../../../src/domain/stock/supplies'
import type { TestPoint } from '../../helpers/test-point'
import { done, post } from './post-stock'
import { givePenta, on, openReadyPoint, register, stockLot } from './ready-point'

const scope = {
  personIds: null,
  due: null,
  lines: [],
  handbook: [],
  programme: null,
  names: [],
  report: null,
  reportNames: [],
}
/** A list reads; everything else of a job is not asked. */
const readingOf = ({ store, ports }: TestPoint) =>
  ({ store, resources: ports.resources, today: vietnamDayOf(ports.clock()) }) as unknown as JobContext

test('the ledger leaves as both its sides, oldest line first', async () => {
  const point = openReadyPoint()
  const lotId = stockLot(point, { vaccineCode: 'SII_PENTA', documentNumber: 'PX-1' })
  point.moveClock(60_000)
  givePenta(point, register(point), lotId)
  point.moveClock(60_000)
  done(post(point, lotId, ['store', 'wasted'], 1, { reason: 'broken', note: 'Rơi' }))
  const list = listOf({ list: 'ledger', lotId: null }, scope)
  const rows = await list.read(readingOf(point))
  expect(rows.every(row => row.length === list.header.length)).toBe(true)
  expect(rows.map(row => row.slice(3, 11))).toEqual([
    ['LO-SII_PENTA', 'Nhập', 'Nơi cấp', 'Tủ', 10, null, null, 'PX-1'],
    ['LO-SII_PENTA', 'Tiêm', 'Tủ', 'Đã tiêm', 1, null, null, null],
    ['LO-SII_PENTA', 'Hủy', 'Tủ', 'Hủy', 1, 'Vỡ, đổ', 'Rơi', null],
  ])
  const other = listOf({ list: 'ledger', lotId: '018f0000-0000-7000-8000-000000000000' }, scope)
  expect(await other.read(readingOf(point))).toEqual([])
})

test('the stock leaves with its places and states; a supply without an expiry has none', async () => {
  const point = openReadyPoint()
  const lotId = stockLot(point, { vaccineCode: 'BCG_IVAC', doses: 20 })
  done(post(point, lotId, ['store', 'session'], 5))
  point.done(setLotStatus, { lotId, status: 'quarantined', reason: 'Tủ 11 °C' })
  point.done(receiveLot, {
    vaccineCode: 'SAFETY_BOX',
    number: 'không số lô',
    expiresOn: noExpiry,
    manufacturer: null,
    programme: 'epi',
    diluentLot: null,
    diluentExpiresOn: null,
    doses: 3,
    note: null,
  })
  const list = listOf({ list: 'stock' }, scope)
  const rows = await list.read(readingOf(point))
  expect(rows.map(row => row.slice(1))).toEqual([
    ['không số lô', null, null, 'Tiêm chủng mở rộng', 'Đang dùng', 3, 3, 0, 0, 0, 0],
    ['LO-BCG_IVAC', { day: on('2027-06-30') }, null, 'Tiêm chủng mở rộng', 'Cách ly', 20, 15, 5, 0, 0, 0],
  ])
})
