import { expect, test } from 'vitest'
import { settleBasis } from '../../../main/services/immunization/keep-forecasts'
import { renewWhatWaits } from '../../../main/services/immunization/renew-forecasts'
import { getChart, recordDoses } from '../../../src/contract/dose-calls'
import { listDue } from '../../../src/contract/due-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { atTheNurse, dayMs, on } from './ready-point'

/** A child whose due doses are, all but what is given, put off until 2026-12-05. */
function putOff(state: 'deferred' | 'refused', isAnyGiven = true) {
  const { point, personId, visitId, drops } = atTheNurse()
  const today = () => vietnamDayOf(point.ports.clock())
  const renew = () => renewWhatWaits(point.ports, today())
  settleBasis(point.ports, today())
  renew()
  const due = () => point.done(getChart, { personId, on: null }).chart.today
  const listed = () => {
    const filter = { status: 'due', rowCode: null, place: null, bornFrom: null, bornTo: null } as const
    const all = { ...filter, until: null, text: '' }
    const { lines } = point.done(listDue, { filter: all, offset: 0, limit: 20, order: 'oldest' })
    return lines.find(({ hit }) => hit.personId === personId)?.doses.map(({ rowCode }) => rowCode) ?? []
  }
  const open = due().filter(({ vaccineCodes }) => !isAnyGiven || !vaccineCodes.includes(drops.vaccineCode))
  const until = state === 'deferred' ? on('2026-12-05') : null
  const before = listed()
  const notGiven = open.map(({ id }) => ({ dueId: id, state, reason: 'Hết vắc xin', until }))
  point.done(recordDoses, { visitId, doses: isAnyGiven ? [drops] : [], notGiven })
  renew()
  return { point, due, listed, renew, open, before }
}

test('a dose the vaccinator puts off is due to nobody before its day, in chart and list, and due on it', () => {
  const { point, due, listed, renew, open, before } = putOff('deferred')
  const rows = open.flatMap(({ rowCodes }) => rowCodes)
  expect(before).toEqual(expect.arrayContaining(rows))
  expect(due()).toEqual([])
  expect(listed().filter(row => rows.includes(row))).toEqual([])
  point.moveClock(13 * dayMs)
  settleBasis(point.ports, vietnamDayOf(point.ports.clock()))
  renew()
  expect(due().flatMap(({ rowCodes }) => rowCodes)).toEqual(expect.arrayContaining(rows))
  expect(listed()).toEqual(expect.arrayContaining(rows))
})

test('a dose that was refused stays due', () => {
  const { due, listed, open } = putOff('refused')
  const rows = open.flatMap(({ rowCodes }) => rowCodes)
  expect(due().flatMap(({ rowCodes }) => rowCodes)).toEqual(expect.arrayContaining(rows))
  expect(listed()).toEqual(expect.arrayContaining(rows))
})

test('where nothing at all was given, what was put off alone puts the kept forecast out of date', () => {
  const { due, listed, before } = putOff('deferred', false)
  expect(before.length).toBeGreaterThan(0)
  expect(due()).toEqual([])
  expect(listed()).toEqual([])
})
