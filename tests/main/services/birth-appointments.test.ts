import { expect, test } from 'vitest'
import { recordBirth } from '../../../src/contract/birth-calls'
import { recordAntenatalVisit } from '../../../src/contract/pregnancy-calls'
import { birthOf, enrol, openBirthPoint } from './birth-setting'
import { visit } from './pregnancy-setting'
import { on } from './ready-point'

/** A woman who is expected again on 5 December, and gives birth to the child of her first pregnancy. */
function bornBeforeTheVisit(goesOn: boolean) {
  const { point, motherId, pregnancyId } = openBirthPoint()
  const fields = visit({ nextVisitOn: on('2026-12-05') })
  const isConfirmed = true
  point.done(recordAntenatalVisit, { pregnancyId, fields, isConfirmed })
  // As it arrives from another point: here nobody enrols a second one while the first goes on.
  if (goesOn) enrol(point, motherId, { enrolledOn: on('2026-11-21'), lastPeriodOn: null })
  point.done(recordBirth, birthOf(motherId, pregnancyId))
  return point.store.visits.appointmentsOf(motherId).map(({ on: day, status }) => [day, status])
}

test('nobody keeps the appointments of a pregnancy that has ended', () => {
  expect(bornBeforeTheVisit(false)).toEqual([['2026-12-05', 'cancelled']])
})

test('those of a pregnancy that goes on are kept when an older one ends', () => {
  expect(bornBeforeTheVisit(true)).toEqual([['2026-12-05', 'planned']])
})
