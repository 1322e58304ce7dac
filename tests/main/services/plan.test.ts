import { describe, expect, test } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { getPlanLine, listHealthWorkers, saveHealthWorker, savePlan } from '../../../src/contract/plan-calls'
import { recordResidence } from '../../../src/contract/residence-calls'
import { getBoard, openVisit } from '../../../src/contract/visit-calls'
import { addDays, day } from '../../../src/domain/calendar/calendar-day'
import { seededRandom } from '../../../src/domain/exchange/random'
import { open, request, slots, today, village } from './plan-setting'
import { dayMs, refusedCodes, register } from './ready-point'

describe('a plan', () => {
  test('proposes who is due with what for, where, and by which phone', () => {
    const { point, people } = village()
    const view = open(point)
    expect(view.plan).toBe(null)
    expect(view.totalDue).toBe(4)
    const newborn = view.lines.find(({ personId }) => personId === people.newborn)
    expect(newborn).toMatchObject({
      hamlet: 'Thôn 1',
      phone: '0912000002',
      contact: { relation: 'mother', name: 'Trần Thị Phượng' },
      state: 'proposed',
      slotAt: 0,
      chance: view.rules.attendance.usualShare,
    })
    expect(newborn?.doses.map(({ vaccineCode }) => vaccineCode)).toContain('BCG_IVAC')
    expect(view.onShelf).toMatchObject({ BCG_IVAC: 40, SII_PENTA: 12 })
    expect(open(point, { places: [{ communeCode: '16378', hamlet: 'Thôn 2' }] }).lines).toHaveLength(2)
  })

  test('names the product this point would take, one shot for all the antigens it covers, by age', () => {
    const { point, people } = village()
    const products = (personId: string) =>
      open(point)
        .lines.find(line => line.personId === personId)
        ?.doses.map(({ vaccineCode }) => vaccineCode)
    expect(products(people.twinA)?.filter(code => code === 'SII_PENTA')).toHaveLength(1)
    expect(products(people.twinA)).toContain('BOPV_POLYVAC')
    const grown = register(point, { name: 'Lê Thị Bảy Tuổi', birthDate: day('2019-05-01') })
    expect(products(grown)).not.toContain('SII_PENTA')
  })

  test('spreads over the slots by their capacity, families together, and leaves nobody unsaid', () => {
    const { point, people } = village()
    const view = open(point, { slots: slots(2, 1) })
    const at = (id: string) => view.lines.find(({ personId }) => personId === id)?.slotAt
    expect(view.lines.filter(({ slotAt }) => slotAt === 0)).toHaveLength(2)
    expect(view.lines.filter(({ slotAt }) => slotAt === 1)).toHaveLength(1)
    expect(view.lines.filter(({ slotAt }) => slotAt === null)).toHaveLength(1)
    const wide = open(point, { slots: slots(3, 3) })
    const wideAt = (id: string) => wide.lines.find(({ personId }) => personId === id)?.slotAt
    expect(wideAt(people.twinA)).toBe(wideAt(people.twinB))
    expect(at(people.twinA)).not.toBeUndefined()
  })

  test('who has an appointment stays in, also where there is no room for all of them', () => {
    const { point } = village()
    point.done(savePlan, request(open(point)))
    const narrow = open(point, { slots: slots(1, 1) })
    expect(narrow.lines.map(({ slotAt }) => slotAt).toSorted()).toEqual([0, 0, 1, 1])
  })

  test('saving it writes everybody an appointment, and the board expects them', () => {
    const { point } = village()
    const saved = point.done(savePlan, request(open(point)))
    expect(saved).toMatchObject({ invited: 4, removed: 0 })
    expect(point.done(getBoard, { on: null }).expected).toHaveLength(4)
    const again = open(point)
    expect(again.plan).toMatchObject({ planId: saved.planId, version: 1, byName: 'Trưởng trạm' })
    expect(again.lines.every(({ state }) => state === 'invited')).toBe(true)
    expect(compareRebuild(point.db, seededRandom(3))).toEqual([])
  })

  test('saved again without a change it writes the plan alone, and one appointment each stays', () => {
    const { point } = village()
    point.done(savePlan, request(open(point)))
    const before = point.entries()
    point.done(savePlan, request(open(point)))
    expect(point.entries()).toBe(before + 1)
    expect(point.store.visits.appointmentsOn(today)).toHaveLength(4)
  })

  test('whoever is left out needs a reason, which is kept; the board expects them no more', () => {
    const { point, people } = village()
    point.done(savePlan, request(open(point)))
    const rest = request(open(point))
    const without = { ...rest, people: rest.people.filter(({ personId }) => personId !== people.newborn) }
    expect(refusedCodes(point, savePlan, without)).toEqual(['reason.missing'])
    point.done(savePlan, {
      ...without,
      removed: [{ personId: people.newborn, reason: 'Mẹ xin hoãn, bé ốm' }],
    })
    expect(point.done(getBoard, { on: null }).expected).toHaveLength(3)
    const line = open(point).lines.find(({ personId }) => personId === people.newborn)
    expect(line).toMatchObject({ state: 'removed', removedBecause: 'Mẹ xin hoãn, bé ốm', slotAt: null })
  })

  test('two who plan the same day do not overwrite one another', () => {
    const { point } = village()
    const seenByBoth = request(open(point))
    point.done(savePlan, seenByBoth)
    expect(refusedCodes(point, savePlan, seenByBoth)).toEqual(['plan.changed'])
  })

  test('nobody is invited who died or moved away', () => {
    const { point, people } = village()
    const asked = request(open(point))
    point.done(recordResidence, {
      personId: people.newborn,
      state: 'died',
      on: day('2026-11-20'),
      until: null,
      reason: null,
      otherPlace: null,
      note: null,
    })
    expect(refusedCodes(point, savePlan, asked)).toEqual(['plan.person-not-followed'])
    expect(refusedCodes(point, getPlanLine, { on: today, personId: people.newborn })).toEqual([
      'plan.person-not-followed',
    ])
    expect(open(point).lines.map(({ personId }) => personId)).not.toContain(people.newborn)
  })

  test('somebody who is here already is not taken out of the plan', () => {
    const { point, people } = village()
    point.done(savePlan, request(open(point)))
    point.done(openVisit, { personId: people.newborn })
    const rest = request(open(point))
    const without = {
      ...rest,
      people: rest.people.filter(({ personId }) => personId !== people.newborn),
      removed: [{ personId: people.newborn, reason: 'nhầm' }],
    }
    expect(refusedCodes(point, savePlan, without)).toEqual(['plan.already-here'])
  })

  test('an invitation takes the place of a later appointment, and a held vaccine is not asked for', () => {
    const { point, people } = village()
    point.done(savePlan, request(open(point, { on: addDays(today, 7) }), { on: addDays(today, 7) }))
    const line = open(point).lines.find(({ personId }) => personId === people.newborn)
    expect(line?.otherAppointmentOn).toBe(addDays(today, 7))
    point.done(savePlan, request(open(point), { heldVaccines: ['BCG_IVAC'] }))
    const planned = point.store.visits
      .appointmentsOf(people.newborn)
      .filter(({ status }) => status === 'planned')
    expect(planned.map(appointment => appointment.on)).toEqual([today])
    expect(planned.flatMap(({ labels }) => labels)).not.toContain('BCG')
  })

  const refused = [
    { why: 'there is no slot', given: { slots: [] }, code: 'plan.no-slot' },
    { why: 'a slot takes nobody', given: { slots: slots(0) }, code: 'plan.bad-slot' },
    { why: 'the day is over', given: { on: addDays(today, -1) }, code: 'plan.past-day' },
    { why: 'the next session is today', given: { nextSessionOn: today }, code: 'plan.bad-next-session' },
  ]
  test.each(refused)('$code when $why', ({ given, code }) => {
    const { point } = village()
    expect(refusedCodes(point, savePlan, request(open(point), given))).toContain(code)
  })

  test('somebody twice is refused', () => {
    const { point } = village()
    const asked = request(open(point))
    const twice = { ...asked, people: [...asked.people, ...asked.people.slice(0, 1)] }
    expect(refusedCodes(point, savePlan, twice)).toEqual(['plan.person-twice'])
  })

  test('who came of those invited is what is expected of the next', () => {
    const { point, people } = village()
    point.done(savePlan, request(open(point)))
    point.done(openVisit, { personId: people.newborn })
    point.moveClock(7 * dayMs)
    const view = open(point, { on: addDays(today, 7) })
    expect(view.attendance).toMatchObject({ invited: 4, came: 1 })
    expect(view.attendance.overall).toBeLessThan(view.rules.attendance.usualShare)
  })
})

describe('health workers', () => {
  test('one a hamlet, changed by writing another, gone without a name', () => {
    const { point } = village()
    const save = (name: string, phone: string | null) =>
      point.done(saveHealthWorker, { communeCode: '16378', hamlet: 'Thôn 1', name, phone })
    save('Bùi Thị Một', '0912 345 678')
    save('Bùi Thị Hai', '0912345679')
    expect(point.done(listHealthWorkers, {})).toMatchObject([{ name: 'Bùi Thị Hai', phone: '0912345679' }])
    expect(open(point).workers).toHaveLength(1)
    save('', null)
    expect(point.done(listHealthWorkers, {})).toEqual([])
    const bad = { communeCode: '16378', hamlet: 'Thôn 1', name: 'Bùi Thị Ba', phone: '12' }
    expect(refusedCodes(point, saveHealthWorker, bad)).toEqual(['person.bad-phone'])
  })
})
