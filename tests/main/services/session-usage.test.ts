import { describe, expect, test } from 'vitest'
import { recordDoses, voidDose } from '../../../src/contract/dose-calls'
import { getSessionUsage, settleSession } from '../../../src/contract/ledger-calls'
import { listOpenVials } from '../../../src/contract/vial-calls'
import { done, post } from './post-stock'
import {
  on,
  openReadyPoint,
  planned,
  readyForInjection,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

describe('the session', () => {
  /** Twenty BCG doses, one vial taken out in the box and two children given. */
  function afterTwo() {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'BCG_IVAC', doses: 20 })
    const syringes = stockLot(point, { vaccineCode: 'SYRINGE_01', number: 'BKT-01', doses: 50 })
    const mixing = stockLot(point, { vaccineCode: 'SYRINGE_5', number: 'BKT-5', doses: 5 })
    done(post(point, lotId, ['store', 'session'], 10))
    const doses = [planned('BCG_IVAC', lotId, { site: 'LA', route: 'ID', volumeMl: 0.1 })]
    const doseIds = ['Lê Thị Thử Một', 'Lê Thị Thử Hai'].flatMap(name => {
      const visitId = readyForInjection(point, register(point, { name }))
      return point.done(recordDoses, { visitId, doses }).doseIds
    })
    return { point, lotId, syringes, mixing, doseIds }
  }

  test('its usage adds up, and says which supplies it used up', () => {
    const { point, lotId, syringes } = afterTwo()
    const { lots, supplies } = point.done(getSessionUsage, { on: on('2026-11-22') })
    expect(lots).toEqual([
      {
        lotId,
        vaccineCode: 'BCG_IVAC',
        number: 'LO-BCG_IVAC',
        boxAtStart: 0,
        takenOut: 10,
        broughtBack: 0,
        openedVials: 1,
        openedDoses: 10,
        given: 2,
        wasted: 0,
        wastedBecause: [],
        leftInVials: 8,
        leftInBox: 8,
        unopenedInBox: 0,
        difference: 0,
      },
    ])
    expect(supplies.find(({ code }) => code === 'SYRINGE_01')).toEqual({
      code: 'SYRINGE_01',
      needed: 2,
      written: 0,
      shares: [{ lotId: syringes, doses: 2 }],
      missing: 0,
    })
    expect(supplies.find(({ code }) => code === 'SAFETY_BOX')).toMatchObject({ needed: 1, missing: 1 })
  })

  test('is settled in one go: the vial thrown away, the box brought back, the syringes written off', () => {
    const { point, lotId, syringes, mixing } = afterTwo()
    done(post(point, lotId, ['store', 'session'], 10))
    const vialId = point.done(listOpenVials, {})[0]?.vialId ?? ''
    const request = {
      vials: [{ vialId, because: 'open-vial', note: null }],
      boxes: [{ lotId, found: 9, note: 'Thiếu một liều' }],
      supplies: [
        { lotId: syringes, quantity: 2 },
        { lotId: mixing, quantity: 1 },
      ],
    }
    expect(point.done(settleSession, request)).toEqual({ wasted: 8, broughtBack: 9 })
    expect(point.store.lots.find(lotId)?.places).toEqual({ store: 9, session: 0, quarantine: 0 })
    const { lots, supplies } = point.done(getSessionUsage, { on: on('2026-11-22') })
    expect(lots[0]).toMatchObject({
      takenOut: 20,
      broughtBack: 9,
      given: 2,
      wasted: 8,
      wastedBecause: [{ reason: 'open-vial', doses: 8 }],
      leftInVials: 0,
      leftInBox: 0,
      difference: -1,
    })
    expect(supplies.find(({ code }) => code === 'SYRINGE_01')).toMatchObject({ written: 2, shares: [] })
    expect(refusedCodes(point, settleSession, request)).toEqual(['vial.closed'])
  })

  test('one line that cannot be settled leaves everything as it was', () => {
    const { point, lotId } = afterTwo()
    const vialId = point.done(listOpenVials, {})[0]?.vialId ?? ''
    const vials = [{ vialId, because: 'open-vial', note: null }]
    const supplies = [{ lotId, quantity: 99 }]
    expect(refusedCodes(point, settleSession, { vials, boxes: [], supplies })).toEqual(['stock.not-enough'])
  })

  test('a dose entered in error is back in the vial it was drawn from', () => {
    const { point, doseIds } = afterTwo()
    point.done(voidDose, { doseId: doseIds[0] ?? '', reason: 'Ghi nhầm trẻ' })
    expect(point.done(listOpenVials, {})).toMatchObject([{ given: 1, left: 9 }])
  })
})
