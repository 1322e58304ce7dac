import { describe, expect, test } from 'vitest'
import { getChart, recordDoses, recordHistoricalDoses, voidDose } from '../../../src/contract/dose-calls'
import { moveStock, setLotStatus } from '../../../src/contract/stock-calls'
import { getVisit, openVisit, signScreening } from '../../../src/contract/visit-calls'
import type { TestPoint } from '../../helpers/test-point'
import {
  atTheNurse,
  balanceOf,
  checklist,
  dayMs,
  minuteMs,
  on,
  openReadyPoint,
  planned,
  readyForInjection,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

const nowhere = '018f0000-0000-7000-8000-000000000000'

describe('recording', () => {
  test('two doses from two lots are one action: both doses, both lots one less, and the child is observed', () => {
    const { point, penta, polio, personId, visitId, shot, drops } = atTheNurse()
    const { doseIds } = point.done(recordDoses, { visitId, doses: [shot, drops] })
    expect(doseIds).toHaveLength(2)
    expect([balanceOf(point, penta), balanceOf(point, polio)]).toEqual([9, 9])
    const { doses } = point.done(getChart, { personId, on: null })
    const { userId } = point.actAs('head')
    expect(doses).toHaveLength(2)
    expect(doses[0]).toMatchObject({
      kind: 'administered',
      vaccineCode: 'SII_PENTA',
      lotId: penta,
      lotNumber: 'LO-SII_PENTA',
      lotExpiresOn: '2027-06-30',
      givenOn: '2026-11-22',
      givenAt: '2026-11-22T01:00:00.000Z',
      site: 'LVL',
      route: 'IM',
      volumeMl: 0.5,
      givenByUserId: userId,
      givenByName: 'Trưởng trạm',
      placeName: 'Trạm Y tế Phường Đông Sơn',
    })
    expect(point.done(getVisit, { visitId })).toMatchObject({
      stage: 'observation',
      outcome: 'vaccinated',
      injectedAt: '2026-11-22T01:00:00.000Z',
      observationMinutes: 30,
      doseIds,
    })
  })

  test('the same request sent twice stores one dose and takes one from stock', () => {
    const { point, penta, visitId, shot } = atTheNurse()
    const requestId = '0190a1b2-0000-7000-8000-000000000001'
    const first = point.done(recordDoses, { visitId, doses: [shot] }, requestId)
    const entries = point.entries()
    expect(point.done(recordDoses, { visitId, doses: [shot] }, requestId)).toEqual(first)
    expect(point.entries()).toBe(entries)
    expect(balanceOf(point, penta)).toBe(9)
  })

  test('the window hears that something changed once, and of whom', () => {
    const { point, personId, visitId, shot } = atTheNurse()
    point.events.length = 0
    const requestId = '0190a1b2-0000-7000-8000-000000000002'
    point.done(recordDoses, { visitId, doses: [shot] }, requestId)
    point.done(recordDoses, { visitId, doses: [shot] }, requestId)
    expect(point.events).toEqual([
      { name: 'records.changed', nouns: ['dose', 'visit'], personIds: [personId] },
    ])
  })

  test('the last dose of a lot can be given, and the day of expiry itself still counts', () => {
    const { point, penta, visitId, shot } = atTheNurse({ doses: 1, expiresOn: '2026-11-22' })
    point.done(recordDoses, { visitId, doses: [shot] })
    expect(balanceOf(point, penta)).toBe(0)
  })
})

type Scene = ReturnType<typeof atTheNurse>

/** What stops a dose: no reason can pass it. */
const refused: readonly {
  readonly code: string
  readonly why: string
  readonly options?: Parameters<typeof atTheNurse>[0]
  readonly before?: (scene: Scene) => void
  readonly doses?: (scene: Scene) => readonly ReturnType<typeof planned>[]
}[] = [
  {
    code: 'lot.suspended',
    why: 'the lot is suspended',
    before: ({ point, penta }) =>
      point.done(setLotStatus, { lotId: penta, status: 'suspended', reason: 'Chờ kết quả kiểm định' }),
  },
  {
    code: 'lot.empty',
    why: 'the lot is empty',
    options: { doses: 1 },
    before: ({ point, penta }) =>
      point.done(moveStock, { lotId: penta, kind: 'wasted', doses: 1, note: 'Vỡ lọ' }),
  },
  {
    code: 'lot.wrong-vaccine',
    why: 'the lot is of another product',
    doses: ({ polio }) => [planned('SII_PENTA', polio)],
  },
  { code: 'lot.not-found', why: 'the lot is unknown', doses: () => [planned('SII_PENTA', nowhere)] },
  {
    code: 'dose.duplicate-same-day',
    why: 'the same product stands twice in one action',
    doses: ({ shot }) => [shot, shot],
  },
  {
    code: 'dose.duplicate-same-day',
    why: 'the dose was already copied from a card for today',
    before: ({ point, personId }) =>
      point.done(recordHistoricalDoses, {
        personId,
        doses: [
          {
            vaccineCode: 'SII_PENTA',
            givenOn: on('2026-11-22'),
            statedNumber: null,
            lotNumber: null,
            placeName: null,
          },
        ],
      }),
  },
  {
    code: 'dose.duplicate-same-day',
    why: 'another product with the same antigens was given today',
    doses: ({ point, shot }) => [shot, planned('HEXAXIM', stockLot(point, { vaccineCode: 'HEXAXIM' }))],
  },
]

describe('a dose is refused, nothing is written and stock stays as it was', () => {
  test.each(refused)('$code when $why', ({ code, options, before, doses }) => {
    const scene = atTheNurse(options)
    before?.(scene)
    const lines = [...(doses?.(scene) ?? [scene.shot])]
    expect(refusedCodes(scene.point, recordDoses, { visitId: scene.visitId, doses: lines })).toContain(code)
  })

  test('lot.expired when the lot ran out the day before', () => {
    const point = openReadyPoint()
    const penta = stockLot(point, { vaccineCode: 'SII_PENTA', expiresOn: on('2026-11-22') })
    const personId = register(point)
    point.moveClock(dayMs)
    const visitId = readyForInjection(point, personId)
    const request = { visitId, doses: [planned('SII_PENTA', penta)] }
    expect(refusedCodes(point, recordDoses, request)).toEqual(['lot.expired'])
    expect(balanceOf(point, penta)).toBe(10)
  })

  test('all reasons of all lines come together, each with its field', () => {
    const { point, visitId, polio } = atTheNurse()
    const answer = point.call(recordDoses, {
      visitId,
      doses: [planned('SII_PENTA', polio), planned('BCG_IVAC', nowhere)],
    })
    expect(answer.ok ? [] : answer.error.problems.map(({ code, field }) => [code, field])).toEqual([
      ['lot.wrong-vaccine', 'doses.0.lotId'],
      ['lot.not-found', 'doses.1.lotId'],
    ])
  })

  test('one refused line takes the good one with it', () => {
    const { point, penta, visitId, shot } = atTheNurse()
    refusedCodes(point, recordDoses, { visitId, doses: [shot, planned('BCG_IVAC', nowhere)] })
    expect(balanceOf(point, penta)).toBe(10)
  })
})

describe('a dose needs its checklist', () => {
  test('visit.wrong-stage before the checklist is signed, and after the doses are recorded', () => {
    const { point, visitId, shot } = atTheNurse()
    const other = register(point, { name: 'Lê Gia Bảo', sex: 'male' })
    const waiting = point.done(openVisit, { personId: other }).visitId
    expect(refusedCodes(point, recordDoses, { visitId: waiting, doses: [shot] })).toEqual([
      'visit.wrong-stage',
    ])
    point.done(recordDoses, { visitId, doses: [shot] })
    expect(refusedCodes(point, recordDoses, { visitId, doses: [shot] })).toEqual(['visit.wrong-stage'])
  })

  test('dose.not-screened when the only checklist turned out to be a mistake', () => {
    const { point, visitId, shot } = atTheNurse()
    const [screening] = point.store.records.list('screening', { visit_id: visitId }, 'id')
    voidByOtherStation(point, screening?.id ?? '')
    expect(refusedCodes(point, recordDoses, { visitId, doses: [shot] })).toEqual(['dose.not-screened'])
  })

  test('a checklist of yesterday opens nothing today; the visit can still be ended', () => {
    const { point, visitId, shot } = atTheNurse()
    point.moveClock(dayMs)
    expect(refusedCodes(point, recordDoses, { visitId, doses: [shot] })).toEqual(['visit.wrong-stage'])
  })

  test('a deferred child gets no dose until a new checklist says otherwise', () => {
    const { point, visitId, personId, shot } = atTheNurse()
    point.done(
      signScreening,
      checklist(point, personId, visitId, { temperatureC: 38.5, concluded: 'deferred' }),
    )
    expect(refusedCodes(point, recordDoses, { visitId, doses: [shot] })).toEqual(['visit.wrong-stage'])
    const again = readyForInjection(point, personId)
    expect(point.codes(recordDoses, { visitId: again, doses: [shot] })).toEqual([])
  })
})

function voidByOtherStation(point: TestPoint, recordId: string): void {
  point.store.transaction(() =>
    point.store.journal.append([{ noun: 'screening', recordId, verb: 'voided', reason: 'Nhầm trẻ' }], {
      at: point.ports.clock(),
      userId: null,
      requestId: null,
    }),
  )
}

test('the next day the forecast has changed: the first doses are given, the second ones wait', () => {
  const { point, personId, visitId, shot, drops } = atTheNurse()
  const dueBefore = point.done(getChart, { personId, on: null }).chart.today.map(due => due.label.vi)
  expect(dueBefore).toEqual(['5 trong 1 mũi 1', 'BCG', 'bOPV mũi 1'])
  point.done(recordDoses, { visitId, doses: [shot, drops] })
  point.moveClock(dayMs + minuteMs)
  const { chart } = point.done(getChart, { personId, on: null })
  expect(chart.on).toBe('2026-11-23')
  expect(chart.today.map(due => due.label.vi)).toEqual(['BCG'])
  expect(chart.next?.on).toBe('2026-12-22')
  expect(chart.next?.labels.map(label => label.vi)).toEqual(expect.arrayContaining(['5 trong 1 mũi 2']))
})

test('a dose voided today may be recorded again the same day', () => {
  const { point, personId, visitId, shot } = atTheNurse()
  const { doseIds } = point.done(recordDoses, { visitId, doses: [shot] })
  point.done(voidDose, { doseId: doseIds[0] ?? '', reason: 'Nhập nhầm trẻ' })
  const line = {
    vaccineCode: 'SII_PENTA',
    givenOn: on('2026-11-22'),
    statedNumber: 1,
    lotNumber: null,
    placeName: null,
  }
  expect(point.codes(recordHistoricalDoses, { personId, doses: [line] })).toEqual([])
})
