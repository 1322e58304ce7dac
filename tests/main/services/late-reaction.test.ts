import { describe, expect, test } from 'vitest'
import {
  checkKit,
  getEmergencyCard,
  listReactionDoses,
  recordLateReaction,
} from '../../../src/contract/aefi-calls'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { getSessionDay } from '../../../src/contract/session-day-calls'
import { getVisit } from '../../../src/contract/visit-calls'
import { noted, view } from './after-setting'
import {
  dayMs,
  givePenta,
  minuteMs,
  on,
  openReadyPoint,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

describe('a reaction at home', () => {
  const late = {
    ...noted,
    kind: 'common' as const,
    signs: ['fever'],
    reportedBy: 'Mẹ, gọi điện',
    doseIds: null,
  }

  test('has the day it began, who told, and the doses of the last visit', () => {
    const point = openReadyPoint()
    const personId = register(point)
    const { visitId, doseId } = givePenta(point, personId, stockLot(point, { vaccineCode: 'SII_PENTA' }))
    point.moveClock(2 * dayMs)
    point.done(recordLateReaction, { personId, onsetOn: on('2026-11-23'), ...late })
    expect(point.done(getVisit, { visitId }).reactions).toMatchObject([
      { doseIds: [doseId], onsetAccuracy: 'day', reportedBy: 'Mẹ, gọi điện', kind: 'common' },
    ])
  })

  test('lies between the dose and today, and follows a dose', () => {
    const point = openReadyPoint()
    const personId = register(point)
    const request = { personId, onsetOn: on('2026-11-22'), ...late }
    expect(refusedCodes(point, recordLateReaction, request)).toEqual(['reaction.no-dose'])
    const { doseId } = givePenta(point, personId, stockLot(point, { vaccineCode: 'SII_PENTA' }))
    expect(refusedCodes(point, recordLateReaction, { ...request, onsetOn: on('2026-11-23') })).toEqual([
      'reaction.onset-in-future',
    ])
    const before = { ...request, doseIds: [doseId], onsetOn: on('2026-11-21') }
    expect(refusedCodes(point, recordLateReaction, before)).toEqual(['reaction.onset-before-dose'])
    const other = register(point, { name: 'Lê Văn Thử', birthDate: on('2026-09-01') })
    expect(refusedCodes(point, recordLateReaction, { ...before, personId: other })).toEqual([
      'dose.not-found',
    ])
  })

  test('a severe one days later opens the case and suspends the lot, and stops no other day', () => {
    const point = openReadyPoint()
    const personId = register(point)
    const lotId = stockLot(point, { vaccineCode: 'SII_PENTA' })
    givePenta(point, personId, lotId)
    point.moveClock(2 * dayMs)
    const request = { ...late, signs: ['convulsion'], personId, onsetOn: on('2026-11-23') }
    const { caseId } = point.done(recordLateReaction, request)
    expect(view(point, caseId ?? '')).toMatchObject({ stoppedSession: false, sessionOn: '2026-11-22' })
    expect(view(point, caseId ?? '').facts.onset).toBe('2026-11-23')
    expect(point.store.lots.find(lotId)?.status).toBe('suspended')
    expect(point.done(getSessionDay, { on: null }).state).toBe('open')
  })

  test('after a dose given elsewhere it is kept, with a case without a lot', () => {
    const point = openReadyPoint()
    const personId = register(point)
    const old = {
      vaccineCode: 'BCG_IVAC',
      givenOn: on('2026-09-16'),
      statedNumber: 1,
      lotNumber: null,
      placeName: 'Bệnh viện thử',
    }
    point.done(recordHistoricalDoses, { personId, doses: [old] })
    const severe = { ...late, kind: 'severe' as const, signs: ['Viêm hạch mủ'] }
    const { caseId } = point.done(recordLateReaction, { ...severe, personId, onsetOn: on('2026-11-20') })
    expect(view(point, caseId ?? '')).toMatchObject({ lots: [], suspendedLotIds: [], stoppedSession: false })
  })

  test('what is expected after a vaccine is offered with it', () => {
    const point = openReadyPoint()
    const personId = register(point)
    givePenta(point, personId, stockLot(point, { vaccineCode: 'SII_PENTA' }))
    const { doses } = point.done(listReactionDoses, { personId, visitId: null })
    expect(doses[0]?.expected.map(({ code }) => code)).toEqual(['hepb', 'dtp', 'hib'])
  })
})

describe('the emergency box', () => {
  test('is never fine until somebody looked; the newest look counts', () => {
    const point = openReadyPoint()
    const stateOf = (code: string) =>
      point.done(getEmergencyCard, {}).kit.find(({ itemCode }) => itemCode === code)?.state
    expect(stateOf('adrenaline')).toBe('never-checked')
    const found = { itemCode: 'adrenaline', count: 5, expiresOn: on('2027-12-31'), lotNumber: null }
    point.done(checkKit, { items: [found] })
    expect(stateOf('adrenaline')).toBe('fine')
    point.moveClock(minuteMs)
    point.done(checkKit, { items: [{ ...found, count: 3 }] })
    expect(stateOf('adrenaline')).toBe('short')
    expect(refusedCodes(point, checkKit, { items: [{ ...found, itemCode: 'aspirin' }] })).toEqual([
      'kit.unknown-item',
    ])
  })

  test('the card is there before anybody has signed in', () => {
    const point = openReadyPoint()
    point.signOut()
    expect(point.done(getEmergencyCard, {}).card.bands).toHaveLength(5)
  })
})
