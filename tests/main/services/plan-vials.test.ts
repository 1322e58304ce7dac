import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import type { RequestOf } from '../../../src/contract/call'
import { recordDoses } from '../../../src/contract/dose-calls'
import { adviseVials, giveNextSession, savePlan } from '../../../src/contract/plan-calls'
import { finishObservation, openVisit, signScreening } from '../../../src/contract/visit-calls'
import { addDays } from '../../../src/domain/calendar/calendar-day'
import { seededRandom } from '../../../src/domain/exchange/random'
import type { TestPoint } from '../../helpers/test-point'
import { open, request, today, village } from './plan-setting'
import {
  checklist,
  dayMs,
  identify,
  minuteMs,
  planned as plannedDose,
  refusedCodes,
  stockLot,
} from './ready-point'

describe('the vial question of the day', () => {
  const bcg = (point: TestPoint) =>
    point.done(adviseVials, {}).find(({ vaccineCode }) => vaccineCode === 'BCG_IVAC')
  const planned = (nextSessionOn: RequestOf<typeof savePlan>['nextSessionOn']) => {
    const { point, people } = village()
    const asked = request(open(point), { nextSessionOn })
    point.done(savePlan, {
      ...asked,
      people: asked.people.filter(({ personId }) => personId === people.newborn),
    })
    return { point, people }
  }

  test('a child who came, while nobody knows of another session: open', () => {
    const { point, people } = planned(null)
    point.done(openVisit, { personId: people.newborn })
    expect(bcg(point)).toMatchObject({
      dosesPerVial: 10,
      openDoses: 0,
      advice: { action: 'open-now', reason: { code: 'no-next-session' }, vials: 1 },
    })
  })

  test('others who are due are named with their phones, so that the vial is used', () => {
    const { point, people } = planned(null)
    point.done(openVisit, { personId: people.newborn })
    const called = bcg(point)?.call ?? []
    expect(called.map(({ phone }) => phone)).toContain('0912000001')
    expect(called.map(({ personId }) => personId)).not.toContain(people.newborn)
  })

  test('sent to the next session once, a child is not sent again', () => {
    const { point, people } = planned(addDays(today, 7))
    point.done(openVisit, { personId: people.newborn })
    const asked = { vaccineCode: 'BCG_IVAC', personIds: [people.newborn], nextSessionOn: addDays(today, 7) }
    expect(point.done(giveNextSession, asked)).toEqual({ appointments: 1 })
    const next = point.store.visits.appointmentsOn(addDays(today, 7))
    expect(next).toMatchObject([{ personId: people.newborn, labels: ['BCG'], status: 'planned' }])
    expect(refusedCodes(point, giveNextSession, { ...asked, nextSessionOn: addDays(today, 14) })).toEqual([
      'plan.cannot-wait',
    ])
    expect(bcg(point)).toBeUndefined()
    point.moveClock(7 * dayMs)
    point.done(openVisit, { personId: people.newborn })
    expect(bcg(point)?.advice).toMatchObject({ action: 'open-now' })
    expect(compareRebuild(point.db, seededRandom(5))).toEqual([])
  })

  test('the day a child was promised survives the usual appointment made at the end of the visit', () => {
    const { point, people } = planned(addDays(today, 7))
    const { visitId } = point.done(openVisit, { personId: people.twoMonths })
    const asked = { vaccineCode: 'BCG_IVAC', personIds: [people.twoMonths], nextSessionOn: addDays(today, 7) }
    point.done(giveNextSession, asked)
    point.done(signScreening, checklist(point, people.twoMonths, visitId))
    identify(point, visitId)
    point.done(recordDoses, {
      visitId,
      doses: [plannedDose('SII_PENTA', stockLot(point, { vaccineCode: 'SII_PENTA' }))],
    })
    point.moveClock(31 * minuteMs)
    point.done(finishObservation, {
      visitId,
      earlyBecause: null,
      next: { on: addDays(today, 30), slot: 'morning', time: null, labels: ['5 trong 1 mũi 2'] },
    })
    const days = point.store.visits
      .appointmentsOf(people.twoMonths)
      .filter(({ status }) => status === 'planned')
      .map(appointment => appointment.on)
    expect(days).toEqual([addDays(today, 7), addDays(today, 30)])
  })
})
