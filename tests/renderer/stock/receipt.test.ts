import { describe, expect, test } from 'vitest'
import {
  asksForSameNumber,
  emptyReceipt,
  scannedInto,
  toReceive,
} from '../../../renderer/screens/stock/receipt'
import { readVialCode } from '../../../renderer/screens/stock/vial-code'
import { receiveLot } from '../../../src/contract/stock-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import { openReadyPoint } from '../../main/services/ready-point'

const gtin = '08935060123456'
const today = day('2026-11-22')
const scan = (lot: string) => readVialCode(`(01)${gtin}(17)270630(10)${lot}`, today)

/** What the panel sends for a scanned box of ten doses. */
function boxOf(vaccineCode: string, lot: string) {
  const filled = scannedInto({ ...emptyReceipt, doses: '10' }, scan(lot), [])
  const ready = filled && toReceive({ ...filled, vaccineCode })
  if (!ready) throw new Error('the receipt is not complete')
  return ready
}

describe('the product number of a scanned box', () => {
  test('goes to the stock and is known at the next scan', () => {
    const point = openReadyPoint()
    const ready = boxOf('SII_PENTA', 'P-1')
    expect(ready).toMatchObject({ gtin, number: 'P-1', expiresOn: '2027-06-30' })
    point.done(receiveLot, ready)
    expect(point.store.safety.productsOf(gtin)).toEqual(['SII_PENTA'])
  })

  test('that was another vaccine’s is asked about, and received once it is meant', () => {
    const point = openReadyPoint()
    point.done(receiveLot, boxOf('SII_PENTA', 'P-1'))
    const other = boxOf('MVVAC', 'M-1')
    const refused = point.call(receiveLot, { ...other, isSameNumberMeant: false })
    expect(refused.ok ? null : asksForSameNumber(refused.error)).toBe(true)
    point.done(receiveLot, { ...other, isSameNumberMeant: true })
    expect(point.store.safety.productsOf(gtin)).toEqual(['MVVAC', 'SII_PENTA'])
  })

  test('nothing is asked when something else is wrong', () => {
    const point = openReadyPoint()
    const refused = point.call(receiveLot, { ...boxOf('SII_PENTA', 'P-1'), gtin: '08935060123457' })
    expect(refused.ok ? null : asksForSameNumber(refused.error)).toBe(false)
    expect(asksForSameNumber(null)).toBe(false)
  })

  test('does not stay when the next lot is typed, and a supply has none', () => {
    const filled = scannedInto(emptyReceipt, scan('P-1'), [])
    expect(filled?.gtin).toBe(gtin)
    expect(filled && scannedInto(filled, readVialCode('P-2', today), [])).toMatchObject({
      gtin: null,
      number: 'P-2',
    })
    expect(filled && toReceive({ ...filled, doses: '5', vaccineCode: 'SYRINGE' }, true)).toMatchObject({
      gtin: null,
    })
  })

  test('a code without a lot fills in nothing', () => {
    expect(scannedInto(emptyReceipt, readVialCode(`(01)${gtin}`, today), [])).toBeNull()
  })
})
