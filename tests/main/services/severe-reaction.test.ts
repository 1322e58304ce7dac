import { describe, expect, test } from 'vitest'
import { listReportClocks } from '../../../src/contract/aefi-calls'
import { listBesideCase } from '../../../src/contract/contact-calls'
import { recordDoses } from '../../../src/contract/dose-calls'
import { getSessionDay } from '../../../src/contract/session-day-calls'
import { setLotStatus } from '../../../src/contract/stock-calls'
import { getVisit, openVisit, recordReaction } from '../../../src/contract/visit-calls'
import { afterSevere, noted, view } from './after-setting'
import {
  dayMs,
  givePenta,
  on,
  openReadyPoint,
  pictureOf,
  planned,
  readyForInjection,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

describe('a severe reaction', () => {
  test('in one write: its case, the session stopped, the lot suspended, the clock running', () => {
    const { point, lotId, caseId, reactionId, doseId } = afterSevere()
    const of = view(point, caseId)
    expect(of).toMatchObject({ reactionId, doseIds: [doseId], state: 'draft', stoppedSession: true })
    expect(of.lots).toMatchObject([{ lotId, status: 'suspended', wasSuspendedHere: true }])
    expect(point.done(getSessionDay, { on: null }).state).toBe('stopped')
    expect(point.done(listReportClocks, {}).lines).toMatchObject([
      { caseId, dueAt: '2026-11-23T01:12:00.000Z', waiting: ['health-department', 'provincial-cdc'] },
    ])
  })

  test('writes nothing at all when a part of it cannot be written', () => {
    const point = openReadyPoint()
    const { visitId } = givePenta(point, register(point), stockLot(point, { vaccineCode: 'SII_PENTA' }))
    point.db.exec(`CREATE TEMP TRIGGER no_stop BEFORE INSERT ON main.session_day
      BEGIN SELECT RAISE(ABORT, 'the disk was pulled out'); END`)
    const before = pictureOf(point)
    expect(point.call(recordReaction, { visitId, ...noted }).ok).toBe(false)
    expect(pictureOf(point)).toEqual(before)
  })

  test('nobody is taken in or vaccinated after it, with this lot or any other', () => {
    const { point } = afterSevere()
    const third = register(point, { name: 'Phạm Thị Mẫu', birthDate: on('2026-08-20') })
    expect(refusedCodes(point, openVisit, { personId: third })).toEqual(['session.stopped'])
  })

  test('a child who already waits for the injection gets no dose', () => {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
    const other = stockLot(point, { vaccineCode: 'SII_PENTA', number: 'KHAC-1' })
    const { visitId } = givePenta(point, register(point), lotId)
    const waiting = register(point, { name: 'Phạm Thị Mẫu', birthDate: on('2026-08-20') })
    const next = readyForInjection(point, waiting)
    point.done(recordReaction, { visitId, ...noted })
    expect(refusedCodes(point, recordDoses, { visitId: next, doses: [planned('SII_PENTA', other)] })).toEqual(
      ['session.stopped'],
    )
  })

  test('is severe by its sign, whatever the screen called it', () => {
    const point = openReadyPoint()
    const { visitId } = givePenta(point, register(point), stockLot(point, { vaccineCode: 'SII_PENTA' }))
    const answer = point.done(recordReaction, { visitId, ...noted, kind: 'common', signs: ['convulsion'] })
    expect(answer.caseId).not.toBeNull()
    expect(point.done(getVisit, { visitId }).reactions).toMatchObject([{ kind: 'severe' }])
  })

  test('a common one opens no case and stops nothing', () => {
    const point = openReadyPoint()
    const { visitId } = givePenta(point, register(point), stockLot(point, { vaccineCode: 'SII_PENTA' }))
    const common = { ...noted, kind: 'common' as const, signs: ['fever'], temperatureC: 38 }
    expect(point.done(recordReaction, { visitId, ...common }).caseId).toBeNull()
    expect(point.done(getSessionDay, { on: null }).state).toBe('open')
  })

  test('a lot that somebody took out of use before keeps its reason', () => {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
    const { visitId } = givePenta(point, register(point), lotId)
    point.done(setLotStatus, { lotId, status: 'suspended', reason: 'Công văn của tỉnh' })
    const { caseId } = point.done(recordReaction, { visitId, ...noted })
    expect(point.store.lots.find(lotId)?.statusReason).toBe('Công văn của tỉnh')
    expect(view(point, caseId ?? '').lots).toMatchObject([{ wasSuspendedHere: false }])
  })

  test('how it went on belongs to the open case, and opens no second one', () => {
    const { point, visitId, caseId } = afterSevere()
    const later = point.done(recordReaction, { visitId, ...noted, outcome: 'referred' })
    expect(later.caseId).toBe(caseId)
    point.done(recordReaction, { visitId, ...noted, outcome: 'died' })
    const of = view(point, caseId)
    expect(of.facts).toMatchObject({ outcome: 'died', serious: 'hospital,death' })
    expect(of.reactions).toHaveLength(3)
    expect(point.done(listReportClocks, {}).lines).toHaveLength(1)
  })
})

describe('who else', () => {
  test('got the same lot or came to the session: named with phone and time, without the child itself', () => {
    const { point, caseId, second, lotId } = afterSevere()
    const polio = stockLot(point, { vaccineCode: 'BOPV_POLYVAC' })
    expect(polio).not.toBe(lotId)
    const page = point.done(listBesideCase, { caseId, offset: 0, limit: 50 })
    expect(page.counts).toMatchObject({ doses: 1, persons: 1, reached: 0 })
    expect(page.lines).toMatchObject([
      {
        personId: second,
        displayName: 'Lê Văn Thử',
        phone: '0912345678',
        isSameLot: true,
        isSameSession: true,
        lotNumber: 'PTA-12/26',
        givenAt: '2026-11-22T01:00:00.000Z',
        contact: null,
      },
    ])
  })

  test('the same lot on another day counts, another lot of another day does not', () => {
    const point = openReadyPoint()
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
    const other = stockLot(point, { vaccineCode: 'SII_PENTA', number: 'KHAC-2' })
    const yesterday = register(point, { name: 'Lê Văn Thử', birthDate: on('2026-09-01') })
    givePenta(point, yesterday, lotId)
    givePenta(point, register(point, { name: 'Phạm Thị Mẫu', birthDate: on('2026-08-20') }), other)
    point.moveClock(dayMs)
    const { visitId } = givePenta(point, register(point), lotId)
    const { caseId } = point.done(recordReaction, { visitId, ...noted })
    const { lines } = point.done(listBesideCase, { caseId: caseId ?? '', offset: 0, limit: 50 })
    expect(lines).toMatchObject([{ personId: yesterday, isSameLot: true, isSameSession: false }])
  })
})
