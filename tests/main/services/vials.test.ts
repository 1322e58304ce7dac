import { describe, expect, test } from 'vitest'
import { recordDoses } from '../../../src/contract/dose-calls'
import { receiveLot, setLotStatus } from '../../../src/contract/stock-calls'
import { closeVial, listOpenVials, openVial } from '../../../src/contract/vial-calls'
import {
  balanceOf,
  minuteMs,
  openReadyPoint,
  planned,
  readyForInjection,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

/** BCG comes in vials of ten, open for six hours. */
function atBcg(doses = 20) {
  const point = openReadyPoint()
  const lotId = stockLot(point, { vaccineCode: 'BCG_IVAC', doses })
  const bcg = planned('BCG_IVAC', lotId, { site: 'LA', route: 'ID', volumeMl: 0.1 })
  const give = (name: string, vialId?: string) => {
    const visitId = readyForInjection(point, register(point, { name }))
    return { visitId, doses: [vialId ? { ...bcg, vialId } : bcg] }
  }
  return { point, lotId, give }
}

describe('opening', () => {
  test('the first dose opens a vial by itself, the next is drawn from the same', () => {
    const { point, lotId, give } = atBcg()
    point.done(recordDoses, give('Lê Thị Thử Một'))
    point.done(recordDoses, give('Lê Thị Thử Hai'))
    const [vial, ...others] = point.done(listOpenVials, {})
    expect(others).toEqual([])
    expect(vial).toMatchObject({ lotId, doses: 10, given: 2, left: 8, refusals: [] })
    expect(balanceOf(point, lotId)).toBe(18)
  })

  test('no more vials than there are doses, and none of a lot that is out of use', () => {
    const { point, lotId } = atBcg(15)
    point.done(openVial, { lotId })
    expect(point.done(openVial, { lotId }).doses).toBe(5)
    expect(refusedCodes(point, openVial, { lotId })).toEqual(['lot.empty'])
    point.done(setLotStatus, { lotId, status: 'quarantined', reason: 'Tủ 11 °C' })
    expect(refusedCodes(point, openVial, { lotId })).toEqual(['lot.quarantined', 'lot.empty'])
  })

  test('a vial whose monitor is at the discard point stays shut', () => {
    const { point, lotId } = atBcg()
    expect(refusedCodes(point, openVial, { lotId, vvmStage: 3 })).toEqual(['vial.vvm-discarded'])
    expect(point.done(openVial, { lotId, vvmStage: 2 }).vvmStage).toBe(2)
  })

  test('the size stands on the box where the product has several', () => {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
    expect(refusedCodes(point, openVial, { lotId })).toEqual(['vial.size-unknown'])
    expect(point.done(openVial, { lotId, doses: 5 }).doses).toBe(5)
    const other = stockLot(point, { vaccineCode: 'SII_PENTA', number: 'SII-2', dosesPerVial: 10 })
    expect(point.done(openVial, { lotId: other }).doses).toBe(10)
    expect(receiveLot.name).toBe('stock.receive-lot')
  })
})

describe('drawing', () => {
  test('vial.over-hours: nothing is given of the lot until the vial is thrown away', () => {
    const { point, lotId, give } = atBcg()
    point.done(recordDoses, give('Lê Thị Thử Một'))
    point.moveClock(361 * minuteMs)
    const late = give('Lê Thị Thử Hai')
    expect(refusedCodes(point, recordDoses, late)).toEqual(['vial.over-hours'])
    const [vial] = point.done(listOpenVials, {})
    expect(vial?.refusals.map(({ code }) => code)).toEqual(['vial.over-hours'])
    const vialId = vial?.vialId ?? ''
    expect(point.done(closeVial, { vialId, because: 'open-vial', note: null })).toEqual({ wasted: 9 })
    expect(balanceOf(point, lotId)).toBe(10)
    point.done(recordDoses, late)
    expect(balanceOf(point, lotId)).toBe(9)
  })

  test('a named vial must be of the lot, open, and have doses', () => {
    const { point, lotId, give } = atBcg()
    const nowhere = '018f0000-0000-7000-8000-000000000000'
    expect(refusedCodes(point, recordDoses, give('Lê Thị Thử Một', nowhere))).toEqual(['vial.not-found'])
    const other = stockLot(point, { vaccineCode: 'BCG_IVAC', number: 'BCG-2' })
    const foreign = point.done(openVial, { lotId: other }).vialId
    expect(refusedCodes(point, recordDoses, give('Lê Thị Thử Hai', foreign))).toEqual(['vial.wrong-lot'])
    const { vialId } = point.done(openVial, { lotId, doses: 1 })
    point.done(recordDoses, give('Lê Thị Thử Ba', vialId))
    expect(refusedCodes(point, recordDoses, give('Lê Thị Thử Bốn', vialId))).toEqual([
      'vial.closed',
      'vial.empty',
    ])
    expect(point.store.vials.find(vialId)).toMatchObject({ closedBecause: 'used-up', left: 0 })
  })
})

describe('closing', () => {
  test('opened in error goes back on the shelf only when nobody drew from it', () => {
    const { point, lotId, give } = atBcg()
    const first = point.done(openVial, { lotId }).vialId
    const back = { vialId: first, because: 'opened-in-error', note: 'Bấm nhầm' }
    expect(refusedCodes(point, closeVial, { ...back, note: null })).toEqual(['reason.missing'])
    expect(point.done(closeVial, back)).toEqual({ wasted: 0 })
    expect(balanceOf(point, lotId)).toBe(20)
    point.done(recordDoses, give('Lê Thị Thử Một'))
    const vialId = point.done(listOpenVials, {})[0]?.vialId ?? ''
    expect(refusedCodes(point, closeVial, { ...back, vialId })).toEqual(['vial.not-untouched'])
  })

  test('a reason that says too little needs words; one that nobody knows is refused', () => {
    const { point, lotId } = atBcg()
    const { vialId } = point.done(openVial, { lotId })
    const close = (because: string) => refusedCodes(point, closeVial, { vialId, because, note: null })
    expect(close('because')).toEqual(['stock.unknown-reason'])
    expect(close('other')).toEqual(['reason.missing'])
    point.done(closeVial, { vialId, because: 'broken', note: null })
    expect(close('broken')).toEqual(['vial.closed'])
  })
})
