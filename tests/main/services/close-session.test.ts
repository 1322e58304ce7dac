import { describe, expect, test } from 'vitest'
import { rebuildTables } from '../../../main/db/rebuild'
import { renderPageHtml } from '../../../main/printing/page/render-page'
import { closeSession, getClosing, recordNoShows, signSession } from '../../../src/contract/close-calls'
import { recordDoses } from '../../../src/contract/dose-calls'
import { buildDocument } from '../../../src/contract/internal-calls'
import { addUser } from '../../../src/contract/point-calls'
import { getSessionDay, reopenSession, stopSession } from '../../../src/contract/session-day-calls'
import { moveStock } from '../../../src/contract/stock-calls'
import { closeVial } from '../../../src/contract/vial-calls'
import { finishObservation, leaveVisit, openVisit } from '../../../src/contract/visit-calls'
import type { SessionSheet } from '../../../src/domain/document/session-sheet'
import type { TestPoint } from '../../helpers/test-point'
import {
  atTheNurse,
  dayMs,
  minuteMs,
  on,
  openReadyPoint,
  pictureOf,
  planned,
  readyForInjection,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

const today = on('2026-11-22')
const pin = '2580'

function headOf(point: TestPoint): string {
  return point.store.records.list('user', {}, 'created_stamp')[0]?.id ?? ''
}
const sign = (point: TestPoint) => point.done(signSession, { userId: headOf(point), pin }).signatureId

/** The request that closes today, vials counted so that nothing is missing. */
function closing(
  point: TestPoint,
  changes: { readonly left?: number; readonly because?: string | null } = {},
) {
  const { lots } = point.done(getClosing, { on: null })
  return {
    on: today,
    lots: lots.map(({ lotId, vials, left }) => ({
      lotId,
      vials,
      left: changes.left ?? left,
      differsBecause: changes.because ?? null,
    })),
    note: null,
    signatureId: sign(point),
  }
}

/** Somebody who is expected on a day. */
function expected(point: TestPoint, name: string, phone: string): string {
  const personId = register(point, { name, phone, birthDate: on('2026-08-03'), relatives: [] })
  point.store.transaction(() =>
    point.store.journal.append(
      [
        {
          noun: 'appointment',
          recordId: point.ports.newId(),
          verb: 'recorded',
          body: {
            personId,
            on: today,
            slot: 'morning',
            time: null,
            labels: ['bOPV mũi 2'],
            status: 'planned',
          },
        },
      ],
      { at: point.ports.clock(), userId: null, requestId: null },
    ),
  )
  return personId
}

describe('nobody is lost when a day is closed', () => {
  test.each(['screening', 'injection', 'observation'] as const)('somebody in %s keeps it open', stage => {
    const { point, visitId, shot, personId } = atTheNurse()
    if (stage === 'observation') point.done(recordDoses, { visitId, doses: [shot] })
    if (stage === 'screening') {
      point.done(leaveVisit, { visitId, note: 'Về lấy sổ' })
      point.done(openVisit, { personId })
    }
    expect(refusedCodes(point, closeSession, closing(point))).toEqual(['session.people-inside'])
    const [inside] = point.done(getClosing, { on: null }).inside
    expect(inside?.stage).toBe(stage)
    if (stage === 'observation') {
      point.done(finishObservation, { visitId, earlyBecause: 'Chuyển bệnh viện', next: null })
    } else point.done(leaveVisit, { visitId: inside?.visitId ?? '', note: 'Gia đình xin về' })
    point.done(closeSession, closing(point))
    expect(point.done(getSessionDay, { on: null }).state).toBe('closed')
  })

  test('each who did not come needs a reason; several are answered at once, and asked again the newer counts', () => {
    const point = openReadyPoint()
    const ids = ['Bé Thử Một', 'Bé Thử Hai', 'Bé Thử Ba'].map((name, at) =>
      expected(point, name, `091200000${at}`),
    )
    const [first = '', second = '', third = ''] = ids
    expect(refusedCodes(point, closeSession, closing(point))).toEqual(['session.no-show-unexplained'])
    point.done(recordNoShows, { on: today, personIds: [first, second], reason: 'ill', note: null })
    point.done(recordNoShows, { on: today, personIds: [second], reason: 'away', note: null })
    expect(
      refusedCodes(point, recordNoShows, { on: today, personIds: [third], reason: 'other', note: '' }),
    ).toEqual(['reason.missing'])
    point.done(openVisit, { personId: third })
    expect(
      refusedCodes(point, recordNoShows, { on: today, personIds: [third], reason: 'ill', note: null }),
    ).toEqual(['session.not-expected'])
    const { noShows, figures } = point.done(getClosing, { on: null })
    expect(noShows.map(({ personId, reason }) => [personId, reason])).toEqual([
      [first, 'ill'],
      [second, 'away'],
    ])
    expect(figures).toMatchObject({ expected: 3, arrived: 1, noShows: 2 })
  })
})

describe('vials', () => {
  test('doses that nobody can account for keep the day open until somebody writes why', () => {
    const { point, visitId, shot, penta } = atTheNurse({ doses: 20 })
    point.done(recordDoses, { visitId, doses: [shot] })
    point.done(moveStock, { lotId: penta, kind: 'wasted', doses: 2, note: 'Rơi vỡ' })
    point.done(finishObservation, { visitId, earlyBecause: 'Chuyển bệnh viện', next: null })
    expect(point.done(getClosing, { on: null }).lots).toMatchObject([
      { lotId: penta, vials: 3, opened: 3, given: 1, wasted: 2, left: 0 },
    ])
    const request = closing(point)
    const withMore = { ...request, lots: request.lots.map(counted => ({ ...counted, vials: 9 })) }
    expect(refusedCodes(point, closeSession, withMore)).toEqual(['session.lot-unexplained'])
    expect(refusedCodes(point, closeSession, { ...withMore, lots: [] })).toEqual(['session.lot-not-counted'])
    const told = {
      ...withMore,
      lots: withMore.lots.map(counted => ({ ...counted, differsBecause: 'Đếm nhầm đầu buổi' })),
    }
    point.done(closeSession, { ...told, signatureId: sign(point) })
    const { because } = point.done(getSessionDay, { on: null })
    expect(because?.closing?.lots).toMatchObject([
      { lotId: penta, vials: 9, differsBecause: 'Đếm nhầm đầu buổi' },
    ])
  })
})

test('a vial that ends with the session is thrown away before the day is signed; its rest is waste', () => {
  const point = openReadyPoint()
  const lotId = stockLot(point, { vaccineCode: 'BCG_IVAC', doses: 20 })
  const personId = register(point, { birthDate: on('2026-10-20') })
  const visitId = readyForInjection(point, personId)
  const shot = planned('BCG_IVAC', lotId, { site: 'LA', route: 'ID', volumeMl: 0.1 })
  point.done(recordDoses, { visitId, doses: [shot] })
  point.done(finishObservation, { visitId, earlyBecause: 'Chuyển bệnh viện', next: null })
  expect(point.done(getClosing, { on: null }).lots).toMatchObject([
    { vials: 1, opened: 10, given: 1, left: 9 },
  ])
  expect(refusedCodes(point, closeSession, closing(point))).toEqual(['session.vial-open'])
  for (const { vialId } of point.done(getClosing, { on: null }).openVials)
    point.done(closeVial, { vialId, because: 'open-vial', note: null })
  point.done(closeSession, closing(point))
  expect(point.done(getSessionDay, { on: null }).because?.closing?.lots).toMatchObject([
    { opened: 10, given: 1, wasted: 9, left: 0, difference: 0 },
  ])
})

describe('the signature', () => {
  test('a wrong PIN is counted and shut out as at sign-in, and closes nothing', () => {
    const point = openReadyPoint()
    const userId = headOf(point)
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(point.codes(signSession, { userId, pin: '1111' })).toEqual(['user.wrong-pin'])
    expect(point.codes(signSession, { userId, pin })).toEqual(['user.locked-out'])
    point.moveClock(6 * minuteMs)
    expect(point.done(signSession, { userId, pin }).signatureId).toMatch(/^[0-9a-f-]{36}$/u)
  })

  test('is good for two minutes and for one closing; whoever signed is who is written', () => {
    const point = openReadyPoint()
    const nurse = point.done(addUser, { name: 'Điều dưỡng Thử', role: 'vaccinator', pin: '9182' }).userId
    const request = closing(point)
    point.moveClock(2 * minuteMs + 1)
    expect(refusedCodes(point, closeSession, request)).toEqual(['session.signature-old'])
    const { signatureId } = point.done(signSession, { userId: nurse, pin: '9182' })
    point.done(closeSession, { ...request, signatureId })
    expect(point.done(getSessionDay, { on: null }).because).toMatchObject({
      byUserId: nurse,
      byName: 'Điều dưỡng Thử',
      byRole: 'vaccinator',
    })
    point.done(reopenSession, { on: today, reason: 'Có người đến muộn' })
    expect(refusedCodes(point, closeSession, { ...request, signatureId })).toEqual(['session.signature-old'])
  })

  test('a receptionist may not sign', () => {
    const point = openReadyPoint()
    const userId = point.done(addUser, { name: 'Tiếp đón Thử', role: 'receptionist', pin: '9182' }).userId
    expect(point.codes(signSession, { userId, pin: '9182' })).toEqual(['session.may-not-sign'])
  })
})

describe('after the close', () => {
  test('a late child and a late dose need the day opened again with a reason; what was signed stays readable', () => {
    const { point, personId, visitId } = atTheNurse()
    point.done(leaveVisit, { visitId, note: 'Gia đình xin về' })
    point.done(closeSession, closing(point))
    expect(refusedCodes(point, openVisit, { personId })).toEqual(['session.closed'])
    expect(refusedCodes(point, closeSession, closing(point))).toEqual(['session.closed'])
    point.moveClock(minuteMs)
    point.done(reopenSession, { on: today, reason: 'Có người đến muộn' })
    point.done(openVisit, { personId })
    const { state, changes } = point.done(getSessionDay, { on: null })
    expect(state).toBe('open')
    expect(changes.map(change => [change.state, change.closing?.figures.left ?? null])).toEqual([
      ['closed', 1],
      ['open', null],
    ])
  })

  test('a stopped session is closed without opening it; the sheet tells of the stop', async () => {
    const point = openReadyPoint()
    expected(point, 'Bé Thử Vắng', '0912000009')
    const { personId } = point.done(getClosing, { on: null }).noShows[0] ?? { personId: '' }
    point.done(recordNoShows, { on: today, personIds: [personId], reason: 'refused', note: null })
    point.done(stopSession, { reason: 'Mất điện' })
    const request = {
      kind: 'session-close' as const,
      personId: null,
      visitId: null,
      printerId: null,
      on: today,
    }
    expect(point.codes(buildDocument, request)).toEqual(['session.not-closed'])
    point.done(closeSession, { ...closing(point), note: 'Buổi ngắn' })
    expect(point.done(getSessionDay, { on: null }).state).toBe('closed')
    const sheet = point.done(buildDocument, request) as SessionSheet
    const html = await renderPageHtml(sheet, {
      paper: 'A4',
      bilingual: false,
      fontBase: 'https://print.invalid/',
    })
    for (const words of [
      'Tạm dừng lúc 08:00',
      'Mất điện',
      'Bé Thử Vắng',
      'Từ chối tiêm',
      'Buổi ngắn',
      'Trưởng điểm',
    ])
      expect(html).toContain(words)
  })

  test('yesterday is asked for until it is closed; tomorrow cannot be', () => {
    const { point, visitId } = atTheNurse()
    point.moveClock(dayMs)
    expect(point.done(getClosing, { on: null }).unclosedBefore).toBe(today)
    point.done(leaveVisit, { visitId, note: 'Đã về hôm qua' })
    point.done(closeSession, { ...closing(point), lots: [] })
    expect(point.done(getClosing, { on: null }).unclosedBefore).toBeNull()
    expect(refusedCodes(point, closeSession, { ...closing(point), on: on('2026-11-24') })).toEqual([
      'session.in-future',
    ])
  })
})

test('closing, no-shows and calls are what the journal adds up to', () => {
  const point = openReadyPoint()
  const personId = expected(point, 'Bé Thử Vắng', '0912000009')
  point.done(recordNoShows, { on: today, personIds: [personId], reason: 'ill', note: null })
  point.done(closeSession, closing(point))
  const before = pictureOf(point)
  rebuildTables(point.db, ids => ids.toReversed())
  expect(pictureOf(point)).toEqual(before)
})
