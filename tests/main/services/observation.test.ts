import { describe, expect, test } from 'vitest'
import { recordDoses } from '../../../src/contract/dose-calls'
import { buildDocument } from '../../../src/contract/internal-calls'
import { finishObservation, getVisit, openVisit, recordReaction } from '../../../src/contract/visit-calls'
import {
  dayMs,
  givePenta,
  minuteMs,
  on,
  openReadyPoint,
  planned,
  readyForInjection,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

/** A child who has just got a dose. */
function underObservation() {
  const point = openReadyPoint()
  const personId = register(point)
  const { visitId, doseId } = givePenta(point, personId, stockLot(point, { vaccineCode: 'SII_PENTA' }))
  return { point, personId, visitId, doseId }
}

const next = {
  on: on('2026-12-22'),
  slot: 'morning' as const,
  time: null,
  labels: ['5 trong 1 mũi 2', 'bOPV mũi 2'],
}
const hives = {
  kind: 'common' as const,
  signs: ['Nổi mày đay'],
  temperatureC: 37.4,
  treatment: null,
  outcome: 'observing' as const,
  note: null,
}

describe('sending home', () => {
  test('visit.severe-reaction-open until it is noted how the severe reaction ended, with or without a reason', () => {
    const { point, visitId } = underObservation()
    const severe = { ...hives, kind: 'severe' as const, signs: ['breathing-difficulty'] }
    point.done(recordReaction, { visitId, ...severe })
    point.moveClock(30 * minuteMs)
    for (const earlyBecause of [null, 'Người nhà xin về'])
      expect(refusedCodes(point, finishObservation, { visitId, earlyBecause, next })).toEqual([
        'visit.severe-reaction-open',
      ])
    point.done(recordReaction, { visitId, ...severe, outcome: 'referred' })
    point.done(finishObservation, { visitId, earlyBecause: null, next: null })
    expect(point.done(getVisit, { visitId }).stage).toBe('done')
  })

  test('visit.observation-not-over a moment before 30 minutes, with the minutes left; then it is over', () => {
    const { point, visitId } = underObservation()
    point.moveClock(30 * minuteMs - 1)
    const request = { visitId, earlyBecause: null, next }
    expect(point.call(finishObservation, request)).toMatchObject({
      ok: false,
      error: { code: 'visit.observation-not-over', problems: [{ params: { left: 1, until: '08:30' } }] },
    })
    expect(refusedCodes(point, finishObservation, request)).toEqual(['visit.observation-not-over'])
    point.moveClock(1)
    point.done(finishObservation, request)
    expect(point.done(getVisit, { visitId })).toMatchObject({
      stage: 'done',
      outcome: 'vaccinated',
      closedAt: '2026-11-22T01:30:00.000Z',
      appointment: { on: '2026-12-22', labels: next.labels, status: 'planned' },
    })
  })

  test('earlier only with a reason, which is kept; a blank one is none', () => {
    const { point, visitId } = underObservation()
    const request = { visitId, earlyBecause: 'Chuyển cấp cứu', next: null }
    expect(refusedCodes(point, finishObservation, { ...request, earlyBecause: '  ' })).toEqual([
      'visit.observation-not-over',
    ])
    point.done(finishObservation, request)
    expect(point.done(getVisit, { visitId })).toMatchObject({ stage: 'done', outcomeNote: 'Chuyển cấp cứu' })
  })

  test('the next appointment lies after today', () => {
    const { point, visitId } = underObservation()
    point.moveClock(30 * minuteMs)
    const request = { visitId, earlyBecause: null, next: { ...next, on: on('2026-11-22') } }
    expect(refusedCodes(point, finishObservation, request)).toEqual(['contract.bad-request'])
  })

  test('a new appointment takes the place of the old one', () => {
    const { point, personId, visitId } = underObservation()
    point.moveClock(30 * minuteMs)
    point.done(finishObservation, { visitId, earlyBecause: null, next })
    point.moveClock(dayMs)
    const again = readyForInjection(point, personId)
    const bcg = stockLot(point, { vaccineCode: 'BCG_IVAC' })
    const dose = planned('BCG_IVAC', bcg, { site: 'LA', route: 'ID', volumeMl: 0.1 })
    point.done(recordDoses, { visitId: again, doses: [dose] })
    point.moveClock(30 * minuteMs)
    const later = { ...next, on: on('2026-12-24') }
    point.done(finishObservation, { visitId: again, earlyBecause: null, next: later })
    const appointments = point.store.visits.appointmentsOf(personId)
    expect(appointments.map(appointment => [appointment.on, appointment.status])).toEqual([
      ['2026-12-22', 'cancelled'],
      ['2026-12-24', 'planned'],
    ])
  })

  test('somebody not yet injected is not sent home this way', () => {
    const point = openReadyPoint()
    const { visitId } = point.done(openVisit, { personId: register(point) })
    const request = { visitId, earlyBecause: null, next: null }
    expect(refusedCodes(point, finishObservation, request)).toEqual(['visit.wrong-stage'])
  })

  test('a child forgotten over night can still be sent home', () => {
    const { point, visitId } = underObservation()
    point.moveClock(dayMs)
    expect(point.codes(finishObservation, { visitId, earlyBecause: null, next })).toEqual([])
  })
})

describe('a reaction', () => {
  test('is noted at the doses of the visit and shown with it', () => {
    const { point, visitId, doseId } = underObservation()
    point.moveClock(12 * minuteMs)
    const { reactionId } = point.done(recordReaction, { visitId, ...hives })
    expect(point.done(getVisit, { visitId }).reactions).toMatchObject([
      { reactionId, doseIds: [doseId], signs: ['Nổi mày đay'], onsetAt: '2026-11-22T01:12:00.000Z' },
    ])
  })

  test('can still be noted when the family calls in the evening', () => {
    const { point, visitId } = underObservation()
    point.moveClock(30 * minuteMs)
    point.done(finishObservation, { visitId, earlyBecause: null, next: null })
    point.moveClock(600 * minuteMs)
    expect(point.codes(recordReaction, { visitId, ...hives, temperatureC: 38.6 })).toEqual([])
  })

  test('stands on the vaccination record', () => {
    const { point, personId, visitId } = underObservation()
    point.done(recordReaction, { visitId, ...hives })
    const document = point.done(buildDocument, {
      kind: 'vaccination-record',
      personId,
      visitId: null,
      printerId: null,
    })
    expect(JSON.stringify(document)).toContain('Nổi mày đay')
  })

  test('is refused before any injection', () => {
    const point = openReadyPoint()
    const { visitId } = point.done(openVisit, { personId: register(point) })
    expect(refusedCodes(point, recordReaction, { visitId, ...hives })).toEqual(['visit.wrong-stage'])
  })
})
