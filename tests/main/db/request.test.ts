import { describe, expect, test } from 'vitest'
import { newId } from '../../../main/ids'
import { addUser } from '../../../src/contract/point-calls'
import { receiveLot } from '../../../src/contract/stock-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import { openTestPoint } from '../../helpers/test-point'

const lot = {
  vaccineCode: 'BCG_IVAC',
  number: '0725',
  expiresOn: day('2027-06-30'),
  manufacturer: null,
  programme: 'epi' as const,
  diluentLot: null,
  diluentExpiresOn: null,
  doses: 100,
  note: null,
}

describe('a request carries its own id', () => {
  test('sent twice, it is done once and answered alike', () => {
    const point = openTestPoint()
    point.actAs('store-keeper')
    const requestId = newId()
    const first = point.done(receiveLot, lot, requestId)
    const entries = point.entries()
    expect(point.done(receiveLot, lot, requestId)).toEqual(first)
    expect(point.entries()).toBe(entries)
    expect(point.store.lots.find(first.lotId)?.balance).toBe(100)
    point.close()
  })

  test('an id that stood for something else is refused, and nothing is written', () => {
    const point = openTestPoint()
    point.actAs('store-keeper')
    const requestId = newId()
    point.done(receiveLot, lot, requestId)
    const entries = point.entries()
    expect(point.call(receiveLot, { ...lot, doses: 50 }, requestId)).toMatchObject({
      ok: false,
      error: { code: 'contract.bad-request', problems: [{ field: 'requestId' }] },
    })
    expect(point.entries()).toBe(entries)
    point.close()
  })

  test('sent again under another id, it is done again', () => {
    const point = openTestPoint()
    point.actAs('store-keeper')
    const { lotId } = point.done(receiveLot, lot)
    point.done(receiveLot, lot)
    expect(point.store.lots.find(lotId)?.balance).toBe(200)
    point.close()
  })

  test('a refused request leaves nothing behind and can be sent again under the same id', () => {
    const point = openTestPoint()
    point.actAs('admin')
    const requestId = newId()
    const user = { name: 'Người mới', role: 'vaccinator' as const }
    const refused = point.call(addUser, { ...user, pin: '1111' }, requestId)
    expect(refused).toMatchObject({ ok: false, error: { code: 'user.weak-pin' } })
    expect(point.entries()).toBe(0)
    expect(point.call(addUser, { ...user, pin: '7391' }, requestId).ok).toBe(true)
    expect(point.entries()).toBe(1)
    point.close()
  })

  test('every entry of a request names it', () => {
    const point = openTestPoint()
    point.actAs('store-keeper')
    const requestId = newId()
    point.done(receiveLot, lot, requestId)
    const named = point.db.prepare<[], string>('SELECT DISTINCT request_id FROM journal').pluck().all()
    expect(named).toEqual([requestId])
    expect(point.entries()).toBe(2)
    point.close()
  })
})
