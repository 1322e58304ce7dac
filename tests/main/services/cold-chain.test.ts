import { describe, expect, test } from 'vitest'
import {
  decideBreach,
  getFridgeChart,
  importLog,
  listBreaches,
  listFridges,
  lookAtLog,
  recordReading,
  saveFridge,
} from '../../../src/contract/cold-chain-calls'
import { recordDoses } from '../../../src/contract/dose-calls'
import { setLotStatus } from '../../../src/contract/stock-calls'
import { atTheNurse, pictureOf, refusedCodes, stockLot } from './ready-point'

type Scene = ReturnType<typeof withFridge>

/** A child at the nurse, two lots, and the fridge they stand in. */
function withFridge(vaccineCodes: string[] | null = null) {
  const scene = atTheNurse()
  const { fridgeId } = scene.point.done(saveFridge, {
    fridgeId: null,
    name: 'Tủ 1',
    vaccineCodes,
    isActive: true,
  })
  scene.point.moveClock(3_600_000)
  return { ...scene, fridgeId }
}

const reading = (fridgeId: string, temperatureC: number, changes: object = {}) => ({
  fridgeId,
  at: null,
  temperatureC,
  minC: null,
  maxC: null,
  note: null,
  ...changes,
})
const statusOf = ({ point }: Scene, lotId: string) => point.store.lots.find(lotId)?.status
const breachesOf = ({ point }: Scene, onlyUndecided = true) => point.done(listBreaches, { onlyUndecided })

describe('a reading by hand', () => {
  test('within 2–8 °C touches no lot', () => {
    const scene = withFridge()
    expect(scene.point.done(recordReading, reading(scene.fridgeId, 4.6)).breachIds).toEqual([])
    expect(statusOf(scene, scene.penta)).toBe('active')
    expect(scene.point.done(listFridges, {})).toMatchObject([{ last: { temperatureC: 4.6 }, undecided: 0 }])
  })

  test('too warm puts every lot of the fridge in quarantine, in the same write, and its doses are refused', () => {
    const scene = withFridge()
    const { point, visitId, shot, penta, polio } = scene
    expect(point.done(recordReading, reading(scene.fridgeId, 9.4)).breachIds).toHaveLength(1)
    expect([statusOf(scene, penta), statusOf(scene, polio)]).toEqual(['quarantined', 'quarantined'])
    expect(refusedCodes(point, recordDoses, { visitId, doses: [shot] })).toEqual(['lot.quarantined'])
  })

  test('frozen spares what freezing does not spoil', () => {
    const scene = withFridge()
    scene.point.done(recordReading, reading(scene.fridgeId, 3, { minC: -0.5 }))
    expect([statusOf(scene, scene.penta), statusOf(scene, scene.polio)]).toEqual(['quarantined', 'active'])
  })

  test('leaves lots of another fridge alone', () => {
    const scene = withFridge(['BOPV_POLYVAC'])
    scene.point.done(recordReading, reading(scene.fridgeId, 12))
    expect([statusOf(scene, scene.penta), statusOf(scene, scene.polio)]).toEqual(['active', 'quarantined'])
  })

  test('again and again too warm is one breach until somebody has decided; a lot that came since joins', () => {
    const scene = withFridge()
    const { point, fridgeId } = scene
    point.done(recordReading, reading(fridgeId, 9.4))
    point.moveClock(3_600_000)
    expect(point.done(recordReading, reading(fridgeId, 10)).breachIds).toEqual([])
    const fresh = stockLot(point, { vaccineCode: 'MVVAC' })
    point.moveClock(60_000)
    expect(point.done(recordReading, reading(fridgeId, 11)).breachIds).toHaveLength(1)
    expect(breachesOf(scene)[0]?.lots.map(({ lotId }) => lotId)).toEqual([fresh])
  })

  test.each([
    ['fridge.bad-range', { minC: 5 }],
    ['fridge.bad-range', { maxC: 4 }],
    ['fridge.in-future', { at: '2026-11-23T01:00:00.000Z' }],
    ['fridge.not-found', { fridgeId: '0190a1b2-0000-7000-8000-00000000ffff' }],
  ])('%s', (code, changes) => {
    const { point, fridgeId } = withFridge()
    expect(refusedCodes(point, recordReading, reading(fridgeId, 4.5, changes) as never)).toEqual([code])
  })
})

describe('what becomes of a lot of a breach', () => {
  function breached() {
    const scene = withFridge()
    scene.point.done(recordReading, reading(scene.fridgeId, 9.4))
    const breachId = breachesOf(scene)[0]?.breachId ?? ''
    const decide = (lotId: string, decision: 'use' | 'discard') => ({
      breachId,
      lotId,
      decision,
      reason: 'VVM giai đoạn 1, theo hướng dẫn của CDC',
    })
    return { ...scene, decide }
  }

  test('is decided by the head alone', () => {
    const { point, penta, decide } = breached()
    point.actAs('store-keeper')
    expect(refusedCodes(point, decideBreach, decide(penta, 'use'))).toEqual(['user.not-allowed'])
  })

  test('used: back in use, and the decision is kept with its reason', () => {
    const scene = breached()
    const { point, penta, visitId, shot, decide } = scene
    point.done(decideBreach, decide(penta, 'use'))
    expect(statusOf(scene, penta)).toBe('active')
    expect(point.codes(recordDoses, { visitId, doses: [shot] })).toEqual([])
    const lot = breachesOf(scene, false)[0]?.lots.find(each => each.lotId === penta)
    expect(lot?.decision).toMatchObject({ decision: 'use', byName: 'Trưởng trạm' })
    expect(refusedCodes(point, decideBreach, decide(penta, 'discard'))).toEqual(['breach.already-decided'])
  })

  test('discarded: suspended, so that nobody gives it', () => {
    const scene = breached()
    const { point, penta, visitId, shot, decide } = scene
    point.done(decideBreach, decide(penta, 'discard'))
    expect(refusedCodes(point, recordDoses, { visitId, doses: [shot] })).toEqual(['lot.suspended'])
  })

  test('put back into use without a decision it is refused all the same', () => {
    const { point, penta, visitId, shot } = breached()
    point.done(setLotStatus, { lotId: penta, status: 'active', reason: 'Mở lại' })
    expect(refusedCodes(point, recordDoses, { visitId, doses: [shot] })).toEqual(['lot.breach-undecided'])
  })

  test('in doubt twice it is back only after both are decided', () => {
    const scene = breached()
    const { point, penta, fridgeId, decide } = scene
    point.moveClock(3_600_000)
    point.done(recordReading, reading(fridgeId, 3, { minC: -2 }))
    point.done(decideBreach, decide(penta, 'use'))
    expect(statusOf(scene, penta)).toBe('quarantined')
    const breachId = breachesOf(scene).find(({ kind }) => kind === 'frozen')?.breachId ?? ''
    point.done(decideBreach, { ...decide(penta, 'use'), breachId })
    expect(statusOf(scene, penta)).toBe('active')
  })

  test('suspended for another reason it stays suspended', () => {
    const scene = withFridge()
    scene.point.done(setLotStatus, { lotId: scene.penta, status: 'suspended', reason: 'Phản ứng nặng' })
    scene.point.done(recordReading, reading(scene.fridgeId, 9.4))
    expect(scene.point.store.lots.find(scene.penta)?.statusReason).toBe('Phản ứng nặng')
  })
})

describe('the file of a logger', () => {
  /** Ten minutes a line, from 01:10 of the day of the tests on. */
  const file = (...degrees: number[]) =>
    [
      'Thời gian;Nhiệt độ',
      ...degrees.map((c, at) => `22/11/2026 08:${10 + at * 10};${String(c).replace('.', ',')}`),
    ].join('\n')
  const warm = file(5, 9, 9.6, 9, 9)

  test('is shown before it is kept, and nothing is written by looking', () => {
    const { point } = withFridge()
    const before = pictureOf(point)
    expect(point.done(lookAtLog, { text: warm })).toMatchObject({
      count: 5,
      lowestC: 5,
      highestC: 9.6,
      unreadCount: 0,
      breaches: [{ kind: 'too-warm', extremeC: 9.6 }],
    })
    expect(pictureOf(point)).toEqual(before)
  })

  test('is one record; its breach puts the lots that stood there in quarantine', () => {
    const scene = withFridge()
    const { point, fridgeId, penta } = scene
    const taken = point.done(importLog, { fridgeId, fileName: 'tu-1.csv', text: warm })
    expect(taken).toMatchObject({ count: 5 })
    expect(statusOf(scene, penta)).toBe('quarantined')
    expect(point.store.records.list('fridge-log', {}, 'id')).toHaveLength(1)
    const chart = point.done(getFridgeChart, { fridgeId, days: 1 })
    expect(chart.logged.map(({ temperatureC }) => temperatureC)).toEqual([5, 9, 9.6, 9, 9])
  })

  test('taken in twice asks nobody twice', () => {
    const { point, fridgeId } = withFridge()
    point.done(importLog, { fridgeId, fileName: 'tu-1.csv', text: warm })
    expect(point.done(importLog, { fridgeId, fileName: 'tu-1.csv', text: warm }).breachIds).toEqual([])
  })

  test('does not touch a lot that came after it', () => {
    const scene = withFridge()
    const { point, fridgeId } = scene
    const fresh = stockLot(point, { vaccineCode: 'MVVAC' })
    point.done(importLog, { fridgeId, fileName: 'tu-1.csv', text: warm })
    expect(statusOf(scene, fresh)).toBe('active')
  })

  test.each([
    ['fridge-log.no-rows', ''],
    ['fridge-log.no-time', 'a;b\n1;2'],
    ['fridge-log.no-temperature', 'Thời gian;Ghi chú\n22/11/2026 08:10;tốt'],
    ['fridge.in-future', 'Thời gian;Nhiệt độ\n23/11/2026 08:10;5'],
  ])('%s', (code, text) => {
    const { point, fridgeId } = withFridge()
    expect(refusedCodes(point, importLog, { fridgeId, fileName: 'tu-1.csv', text })).toEqual([code])
  })

  test('of a month with a point in five minutes is taken in; what is longer is refused', () => {
    const { point, fridgeId } = withFridge()
    const lines = Array.from({ length: 9_001 }, (_, at) => {
      const moment = new Date(Date.parse('2026-10-20T00:00:00.000Z') + at * 300_000).toISOString()
      return `${moment.slice(0, 19)}Z;4,5`
    })
    const file = (count: number) => `Time;T\n${lines.slice(0, count).join('\n')}`
    const request = { fridgeId, fileName: 'thang.csv', text: file(9_001) }
    expect(refusedCodes(point, importLog, request)).toEqual(['fridge-log.too-long'])
    expect(point.done(importLog, { ...request, text: file(8_928) }).count).toBe(8_928)
  })
})

test('two fridges of one name, and a product nobody knows, are refused', () => {
  const { point } = withFridge()
  const fridge = { fridgeId: null, name: 'tủ 1', vaccineCodes: null, isActive: true }
  expect(refusedCodes(point, saveFridge, fridge)).toEqual(['fridge.name-taken'])
  const unknown = { ...fridge, name: 'Tủ 2', vaccineCodes: ['KHONG_CO'] }
  expect(refusedCodes(point, saveFridge, unknown)).toEqual(['dose.unknown-vaccine'])
})

test('missing readings are told since the fridge is here', () => {
  const { point, fridgeId } = withFridge()
  point.done(recordReading, reading(fridgeId, 4.5))
  point.moveClock(86_400_000)
  const [fridge] = point.done(listFridges, {})
  expect(fridge?.missing).toEqual([{ on: '2026-11-22', half: 'afternoon' }])
})
