import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import type { RequestOf } from '../../../src/contract/call'
import { adviseVials, giveNextSession, savePlan } from '../../../src/contract/plan-calls'
import { openVisit } from '../../../src/contract/visit-calls'
import { addDays } from '../../../src/domain/calendar/calendar-day'
import { seededRandom } from '../../../src/domain/exchange/random'
import type { TestPoint } from '../../helpers/test-point'
import { open, request, today, village } from './plan-setting'
import { dayMs, refusedCodes } from './ready-point'

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
})
