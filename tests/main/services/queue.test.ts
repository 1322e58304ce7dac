import { describe, expect, test } from 'vitest'
import { recordDoses } from '../../../src/contract/dose-calls'
import { callVisit, getCallScreen, setWaitLimit } from '../../../src/contract/queue-calls'
import { stopSession } from '../../../src/contract/session-day-calls'
import { getBoard, leaveVisit, openVisit } from '../../../src/contract/visit-calls'
import { atTheNurse, minuteMs, openReadyPoint, refusedCodes, register } from './ready-point'

describe('calling', () => {
  test('shows number and short name in the lane; again counts; saved, the card has moved and is called no more', () => {
    const { point, visitId, shot } = atTheNurse()
    point.done(openVisit, { personId: register(point, { name: 'Bé Thử Hai', relatives: [] }) })
    expect(point.done(callVisit, { visitId })).toEqual({ ticket: 1, calls: 1 })
    point.moveClock(minuteMs)
    expect(point.done(callVisit, { visitId }).calls).toBe(2)
    expect(point.done(getBoard, { on: null }).injection).toMatchObject([
      { ticket: 1, calls: 2, calledAt: '2026-11-22T01:01:00.000Z' },
    ])
    const called = { ticket: 1, name: 'Ngọc (N.)' }
    expect(point.done(getCallScreen, {})).toMatchObject({
      state: 'open',
      newest: { ...called, stage: 'injection' },
      lanes: [
        { stage: 'screening', called: null, next: [{ ticket: 2, name: 'Hai (B.)' }], waiting: 1 },
        { stage: 'injection', called: { ...called, calls: 2 }, next: [], waiting: 1 },
        { stage: 'observation', called: null, waiting: 0 },
      ],
    })
    point.done(recordDoses, { visitId, doses: [shot] })
    const after = point.done(getCallScreen, {})
    expect(after.newest).toBeNull()
    expect(after.lanes.map(lane => lane.called)).toEqual([null, null, null])
    expect(point.done(getBoard, { on: null }).observation[0]).toMatchObject({ calls: 0, calledAt: null })
  })

  test('nobody who has left, or who came on another day', () => {
    const { point, visitId } = atTheNurse()
    point.done(leaveVisit, { visitId, note: 'Gia đình xin về' })
    expect(refusedCodes(point, callVisit, { visitId })).toEqual(['visit.wrong-stage'])
    const other = atTheNurse()
    other.point.moveClock(24 * 60 * minuteMs)
    expect(refusedCodes(other.point, callVisit, { visitId: other.visitId })).toEqual(['visit.wrong-stage'])
  })

  test('the screen on the wall has no full name, birth date or vaccine, and answers when nobody has signed in', () => {
    const { point, visitId } = atTheNurse()
    point.done(callVisit, { visitId })
    point.done(stopSession, { reason: 'Chờ bác sĩ' })
    point.signOut()
    const shown = JSON.stringify(point.done(getCallScreen, {}))
    expect(shown).toContain('"state":"stopped"')
    for (const secret of ['Ánh', 'Nguyễn', '2026-09-15', 'Penta', 'Chờ bác sĩ', visitId])
      expect(shown).not.toContain(secret)
  })
})

test('the limit of waiting is 30 minutes until the head chooses another', () => {
  const point = openReadyPoint()
  expect(point.done(getBoard, { on: null }).waitLimitMinutes).toBe(30)
  point.done(setWaitLimit, { minutes: 45 })
  expect(point.done(getBoard, { on: null }).waitLimitMinutes).toBe(45)
  point.actAs('screener')
  expect(refusedCodes(point, setWaitLimit, { minutes: 10 })).toEqual(['user.not-allowed'])
})
