import { describe, expect, test } from 'vitest'
import { recordDoses } from '../../../src/contract/dose-calls'
import { checkVial } from '../../../src/contract/safety-calls'
import { moveStock, setLotStatus } from '../../../src/contract/stock-calls'
import { openVial } from '../../../src/contract/vial-calls'
import { lotLabelOf } from '../../../src/domain/stock/lot-label'
import { atTheNurse, on, planned, refusedCodes, stockLot } from './ready-point'

const gs = '\u001d'
const gtin = '08935060123456'
const scanned = (text: string) => ({ text, physical: text, touched: false })
const label = (lot: string, expiry = '270630') => scanned(`]d201${gtin}17${expiry}10${lot}${gs}21000017`)

type Scene = ReturnType<typeof atTheNurse>

function check({ point, visitId }: Scene, scan = label('LO-SII_PENTA'), planned: string[] = []) {
  return point.done(checkVial, { visitId, scan, planned, chosenLotId: null })
}

const codesOf = (scene: Scene, scan = label('LO-SII_PENTA'), planned: string[] = []) =>
  check(scene, scan, planned).stops.map(({ code }) => code)

describe('a vial under the scanner', () => {
  test('that fits everything names its lot and the due dose it serves', () => {
    const scene = atTheNurse()
    expect(check(scene)).toMatchObject({ lot: { lotId: scene.penta }, stops: [] })
    expect(check(scene).dueId).not.toBeNull()
    expect(check(scene).code).toMatchObject({ gtin, lot: 'LO-SII_PENTA', serial: '000017' })
  })

  test('with our own label names its lot as well', () => {
    const scene = atTheNurse()
    expect(check(scene, scanned(lotLabelOf(scene.penta)))).toMatchObject({
      lot: { lotId: scene.penta },
      stops: [],
    })
  })

  const stops: readonly (readonly [string, (scene: Scene) => readonly string[]])[] = [
    ['vial.damaged', scene => codesOf(scene, scanned(`0108935060123457${'17270630'}10LO-SII_PENTA`))],
    [
      'vial.foreign-label',
      scene => codesOf(scene, scanned(lotLabelOf('0190a1b2-0000-7000-8000-00000000ffff'))),
    ],
    ['vial.no-lot', scene => codesOf(scene, scanned(`01${gtin}17270630`))],
    ['vial.not-here', scene => codesOf(scene, label('KHONG-CO'))],
    ['vial.expiry-differs', scene => codesOf(scene, label('LO-SII_PENTA', '270531'))],
    [
      'vial.not-planned',
      scene => {
        stockLot(scene.point, { vaccineCode: 'TD_IVAC' })
        return codesOf(scene, label('LO-TD_IVAC'))
      },
    ],
    [
      'lot.suspended',
      scene => {
        scene.point.done(setLotStatus, { lotId: scene.penta, status: 'suspended', reason: 'Chờ kiểm định' })
        return codesOf(scene)
      },
    ],
    [
      'lot.quarantined',
      scene => {
        const reason = 'Tủ lạnh 12 °C đêm qua'
        scene.point.done(setLotStatus, { lotId: scene.penta, status: 'quarantined', reason })
        return codesOf(scene)
      },
    ],
    [
      'lot.empty',
      scene => {
        scene.point.done(moveStock, { lotId: scene.penta, kind: 'wasted', doses: 10, note: 'Vỡ' })
        return codesOf(scene)
      },
    ],
  ]
  test.each(stops)('%s stops it', (code, scan) => {
    expect(scan(atTheNurse())).toEqual([code])
  })

  test('lot.expired stops it', () => {
    const scene = atTheNurse({ expiresOn: '2026-11-22' })
    scene.point.moveClock(86_400_000)
    expect(codesOf(scene, label('LO-SII_PENTA', '261122'))).toContain('lot.expired')
  })

  test('of a vaccine that was added by hand is planned', () => {
    const scene = atTheNurse()
    stockLot(scene.point, { vaccineCode: 'TD_IVAC' })
    expect(check(scene, label('LO-TD_IVAC'), ['TD_IVAC'])).toMatchObject({ stops: [], dueId: null })
  })

  test('of a number that two vaccines share is asked for, never guessed', () => {
    const scene = atTheNurse()
    const twin = stockLot(scene.point, {
      vaccineCode: 'MVVAC',
      number: 'LO-SII_PENTA',
      expiresOn: on('2027-06-30'),
    })
    const found = check(scene, scanned('lo-sii_penta'))
    expect(found.stops.map(({ code }) => code)).toEqual(['vial.several'])
    expect(found.choices.map(({ lotId }) => lotId).toSorted()).toEqual([scene.penta, twin].toSorted())
    const pointed = {
      visitId: scene.visitId,
      scan: scanned('lo-sii_penta'),
      planned: [],
      chosenLotId: scene.penta,
    }
    expect(scene.point.done(checkVial, pointed)).toMatchObject({ lot: { lotId: scene.penta }, stops: [] })
  })
})

describe('a scanned label is held against the dose again when it is saved', () => {
  test('the very lot is recorded, and that its label was scanned', () => {
    const scene = atTheNurse()
    const { point, visitId, shot, drops } = scene
    point.done(recordDoses, { visitId, doses: [{ ...shot, scan: label('LO-SII_PENTA') }, drops] })
    const kept = point.store.records.list('dose', { visit_id: visitId }, 'vaccine_code DESC')
    expect(kept.map(({ labelCheck }) => labelCheck)).toEqual(['scanned', 'chosen'])
  })

  test('another lot than the label says is refused', () => {
    const { point, visitId, penta } = atTheNurse()
    const second = stockLot(point, { vaccineCode: 'SII_PENTA', number: 'LO-2' })
    const doses = [{ ...planned('SII_PENTA', second), scan: label('LO-SII_PENTA') }]
    expect(refusedCodes(point, recordDoses, { visitId, doses })).toEqual(['vial.other-lot'])
    expect(
      refusedCodes(point, recordDoses, {
        visitId,
        doses: [{ ...planned('SII_PENTA', penta), scan: label('LO-9') }],
      }),
    ).toEqual(['vial.not-here'])
  })
})

describe('what a product number means is learned from receipts', () => {
  const measles = { vaccineCode: 'MVVAC', number: 'LO-SII_PENTA', gtin }

  test('a label whose number has been another vaccine stops, although its lot and expiry are here', () => {
    const scene = atTheNurse()
    stockLot(scene.point, { ...measles, number: 'MV-1' })
    expect(codesOf(scene)).toEqual(['vial.product-differs'])
  })

  test('the number decides between two vaccines of one lot number', () => {
    const scene = atTheNurse()
    const measlesLot = stockLot(scene.point, measles)
    expect(check(scene)).toMatchObject({ lot: { lotId: measlesLot }, choices: [] })
  })

  test('a number that was another vaccine so far is asked about, and then is both', () => {
    const { point } = atTheNurse()
    const receive = (changes: object) => () => stockLot(point, { ...measles, ...changes })
    receive({})()
    const asOther = { vaccineCode: 'SII_PENTA', number: 'P-2' }
    expect(receive(asOther)).toThrow('lot.gtin-of-other')
    receive({ ...asOther, isSameNumberMeant: true })()
    expect(point.store.safety.productsOf(gtin)).toEqual(['MVVAC', 'SII_PENTA'])
    expect(receive({ number: 'M-3', gtin: '08935060123457' })).toThrow('lot.bad-gtin')
    expect(point.store.lots.list('MVVAC').map(({ number }) => number)).not.toContain('M-3')
  })

  test('more of a lot teaches nothing twice', () => {
    const { point } = atTheNurse()
    stockLot(point, measles)
    stockLot(point, measles)
    expect(point.store.records.list('product-code', { gtin }, 'id')).toHaveLength(1)
  })
})

test('an open vial of the lot that is over its hours stops every vial of it', () => {
  const scene = atTheNurse()
  const { point } = scene
  const lotId = stockLot(point, { vaccineCode: 'BCG_IVAC', number: 'BCG-1', doses: 20 })
  point.done(openVial, { lotId, doses: 10, place: 'store', vvmStage: null })
  expect(codesOf(scene, label('BCG-1'), ['BCG_IVAC'])).toEqual([])
  point.moveClock(7 * 3_600_000)
  expect(codesOf(scene, label('BCG-1'), ['BCG_IVAC'])).toEqual(['vial.over-hours'])
})

test.each([
  ['BCG_IVAC', 'IM'],
  ['BCG_IVAC', 'SC'],
  ['BOPV_POLYVAC', 'IM'],
  ['SII_PENTA', 'PO'],
] as const)('%s by %s is no route: refused', (vaccineCode, route) => {
  const { point, visitId } = atTheNurse()
  const lotId = stockLot(point, { vaccineCode, number: 'LO-R' })
  const overrides = [{ code: 'dose.not-due', reason: 'thử' }]
  const doses = [planned(vaccineCode, lotId, { route, overrides })]
  expect(refusedCodes(point, recordDoses, { visitId, doses })).toEqual(['dose.wrong-route'])
})
