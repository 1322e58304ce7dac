import { expect, test } from 'vitest'
import { recordDoses } from '../../../src/contract/dose-calls'
import { checkVial, listHeldDoses, listNotGiven } from '../../../src/contract/safety-calls'
import { stopSession } from '../../../src/contract/session-day-calls'
import { openVisit, signScreening } from '../../../src/contract/visit-calls'
import {
  checklist,
  identify,
  on,
  openReadyPoint,
  planned,
  refusedCodes,
  register,
  stockLot,
} from './ready-point'

const scan = { text: 'LO-MVVAC', physical: null, touched: false }

/** A child of ten months who got immunoglobulin two days ago: the measles dose is held back, others are not. */
function heldAtTheNurse() {
  const point = openReadyPoint()
  const measles = stockLot(point, { vaccineCode: 'MVVAC' })
  const penta = stockLot(point, { vaccineCode: 'SII_PENTA' })
  const personId = register(point, { birthDate: on('2026-01-10') })
  const { visitId } = point.done(openVisit, { personId })
  const draft = checklist(point, personId, visitId)
  const causes = [{ code: 'immunoglobulin', on: on('2026-11-20'), antigens: [] }]
  const answers = { ...draft.answers, 'immunosuppressive-treatment': { yes: true, detail: null, causes } }
  point.done(signScreening, { ...draft, answers })
  identify(point, visitId)
  return { point, personId, visitId, measles, penta }
}

test('a vaccine the screening holds back is neither scanned nor recorded; the others are', () => {
  const { point, visitId, measles, penta } = heldAtTheNurse()
  const check = point.done(checkVial, { visitId, scan, planned: [], chosenLotId: null })
  expect(check.stops.map(({ code }) => code)).toEqual(['dose.held-back'])
  const overrides = [{ code: 'dose.not-due', reason: 'Bác sĩ chỉ định' }]
  const held = planned('MVVAC', measles, { site: 'LA', route: 'SC', overrides })
  expect(refusedCodes(point, recordDoses, { visitId, doses: [held] })).toEqual(['dose.held-back'])
  expect(point.codes(recordDoses, { visitId, doses: [planned('SII_PENTA', penta)] })).toEqual([])
})

test('a held dose is noted as not given, with what the screening said', () => {
  const { point, personId, visitId, penta } = heldAtTheNurse()
  const held = point.done(listHeldDoses, { visitId })
  expect(held.length).toBeGreaterThan(0)
  expect(new Set(held.map(({ hold }) => hold.conclusion))).toEqual(new Set(['deferred']))
  const doses = [planned('SII_PENTA', penta)]
  expect(refusedCodes(point, recordDoses, { visitId, doses, notGiven: [] })).toContain('not-given.missing')
  const answer = point.call(recordDoses, { visitId, doses, notGiven: [] })
  const missing = answer.ok ? [] : answer.error.problems.map(({ params }) => params.label)
  expect(missing).toContain(held[0]?.due.label.vi)
  expect(point.done(listNotGiven, { personId })).toEqual([])
})

test('while the session is stopped no vial is taken', () => {
  const { point, visitId } = heldAtTheNurse()
  point.done(stopSession, { reason: 'Phản ứng nặng' })
  const check = point.done(checkVial, {
    visitId,
    scan: { ...scan, text: 'LO-SII_PENTA' },
    planned: [],
    chosenLotId: null,
  })
  expect(check.stops.map(({ code }) => code)).toEqual(['session.stopped'])
})
