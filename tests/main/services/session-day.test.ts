import { describe, expect, test } from 'vitest'
import { stopSession as stopInside } from '../../../main/services/session/session-day'
import { recordDoses } from '../../../src/contract/dose-calls'
import { getSessionDay, reopenSession, stopSession } from '../../../src/contract/session-day-calls'
import { leaveVisit, openVisit } from '../../../src/contract/visit-calls'
import { atTheNurse, minuteMs, on, refusedCodes, register } from './ready-point'

const today = on('2026-11-22')
const reason = 'Một cháu khó thở sau tiêm'

describe('a stopped session', () => {
  test('takes nobody in and gives no dose until the head opens it again with a reason', () => {
    const { point, visitId, shot } = atTheNurse()
    const next = register(point, { name: 'Bé Thử Nghiệm', birthDate: on('2026-01-05') })
    point.done(stopSession, { reason })
    expect(refusedCodes(point, recordDoses, { visitId, doses: [shot] })).toEqual(['session.stopped'])
    expect(refusedCodes(point, openVisit, { personId: next })).toEqual(['session.stopped'])
    expect(refusedCodes(point, reopenSession, { on: today, reason: '  ' })).toEqual(['reason.missing'])
    point.actAs('vaccinator')
    expect(refusedCodes(point, reopenSession, { on: today, reason: 'Cháu đã ổn' })).toEqual([
      'user.not-allowed',
    ])
    point.actAs('head')
    point.moveClock(minuteMs)
    point.done(reopenSession, { on: today, reason: 'Cháu đã ổn định' })
    point.done(openVisit, { personId: next })
    expect(point.done(recordDoses, { visitId, doses: [shot] }).doseIds).toHaveLength(1)
  })

  test('says why, by whom and when; whoever waits may still leave', () => {
    const { point, visitId, shot } = atTheNurse()
    point.done(stopSession, { reason })
    expect(point.call(recordDoses, { visitId, doses: [shot] })).toMatchObject({
      error: { problems: [{ params: { reason, by: 'Trưởng trạm', at: '2026-11-22T01:00:00.000Z' } }] },
    })
    expect(refusedCodes(point, stopSession, { reason })).toEqual(['session.stopped'])
    point.done(leaveVisit, { visitId, note: 'Buổi tiêm tạm dừng' })
    expect(point.done(getSessionDay, { on: null })).toMatchObject({
      on: today,
      state: 'stopped',
      because: { reason, byName: 'Trưởng trạm' },
    })
  })

  test('a use case stops the session inside its own write, and each stop keeps its reason', () => {
    const { point } = atTheNurse()
    const actor = point.actAs('vaccinator', 'Điều dưỡng thử')
    const at = point.ports.clock()
    point.store.transaction(() => {
      const write = (entries: Parameters<typeof point.store.journal.append>[0]) =>
        void point.store.journal.append(entries, { at, userId: actor.userId, requestId: null })
      const context = { ...point.ports, actor, at, today, write, receive: () => undefined }
      stopInside(context, today, 'Sốc phản vệ')
      stopInside(context, today, 'Thu hồi lô')
    })
    const { state, changes } = point.done(getSessionDay, { on: today })
    expect({ state, reasons: changes.map(change => change.reason) }).toEqual({
      state: 'stopped',
      reasons: ['Sốc phản vệ', 'Thu hồi lô'],
    })
    point.actAs('head')
    point.done(reopenSession, { on: today, reason: 'Đã báo Sở Y tế' })
    expect(point.done(getSessionDay, { on: today }).state).toBe('open')
    expect(refusedCodes(point, reopenSession, { on: today, reason: 'Lần nữa' })).toEqual([
      'session.already-open',
    ])
  })

  test('tomorrow is another day', () => {
    const { point, personId } = atTheNurse()
    point.done(stopSession, { reason })
    point.moveClock(24 * 60 * minuteMs)
    expect(point.done(openVisit, { personId }).ticket).toBe(1)
  })
})
