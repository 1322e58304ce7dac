import { describe, expect, test } from 'vitest'
import { planCatchUp } from '../../../src/contract/catch-up-calls'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { buildDocument } from '../../../src/contract/internal-calls'
import { on, openReadyPoint, refusedCodes, register } from './ready-point'

/** A child of 18 months whose card shows one 5-in-1 dose. */
function lateChild() {
  const point = openReadyPoint()
  const personId = register(point, { birthDate: on('2025-05-18') })
  const card = { statedNumber: null, lotNumber: null, placeName: null }
  point.done(recordHistoricalDoses, {
    personId,
    doses: [{ ...card, vaccineCode: 'SII_PENTA', givenOn: on('2025-07-18') }],
  })
  const wishes = { maxInjections: 4, maxWaitDays: 31 }
  return { point, personId, wishes }
}

describe('planCatchUp', () => {
  test('starts today, goes on from the doses recorded, and keeps the limit', () => {
    const { point, personId, wishes } = lateChild()
    const plan = point.done(planCatchUp, { personId, from: null, ...wishes })
    expect(plan.from).toBe('2026-11-22')
    const [today] = plan.visits
    const penta = today?.doses.find(({ vaccineCode }) => vaccineCode === 'SII_PENTA')
    expect([today?.on, penta?.label.vi]).toEqual(['2026-11-22', '5 trong 1 mũi 2'])
    expect(plan.confirmation).toBe('unconfirmed')
    const two = point.done(planCatchUp, { personId, from: null, ...wishes, maxInjections: 2 })
    expect(Math.max(...two.visits.map(({ injections }) => injections))).toBe(2)
  })

  test('starts on a day to come, but never on one gone by', () => {
    const { point, personId, wishes } = lateChild()
    const from = (day: string) => point.done(planCatchUp, { personId, from: on(day), ...wishes }).from
    expect(from('2026-12-01')).toBe('2026-12-01')
    expect(from('2026-11-01')).toBe('2026-11-22')
  })

  test('a dose that may wait half a year saves a visit', () => {
    const { point, personId, wishes } = lateChild()
    const count = (maxWaitDays: number) =>
      point.done(planCatchUp, { personId, from: null, ...wishes, maxWaitDays }).visits.length
    expect(count(183)).toBeLessThan(count(0))
  })

  test('refuses a person it does not know, and a limit of none', () => {
    const { point, wishes } = lateChild()
    const personId = '018f6b2a-0000-7000-8000-00000000dead'
    expect(refusedCodes(point, planCatchUp, { personId, from: null, ...wishes })).toEqual([
      'person.not-found',
    ])
    expect(refusedCodes(point, planCatchUp, { personId, from: null, ...wishes, maxInjections: 0 })).toEqual([
      'contract.bad-request',
    ])
  })
})

test('the paper holds the visits of what was chosen on the screen, and says that the schedule is a draft', () => {
  const { point, personId } = lateChild()
  const request = { kind: 'catch-up-plan' as const, personId, visitId: null, printerId: null }
  const usual = point.done(buildDocument, request)
  const fewest = point.done(buildDocument, { ...request, catchUp: { maxInjections: 4, maxWaitDays: 183 } })
  if (usual.kind !== 'catch-up-plan' || fewest.kind !== 'catch-up-plan') throw new Error('not a plan')
  expect(usual.visits[0]).toMatchObject({ order: 1, day: 'Chủ Nhật, 22/11/2026', age: '18 tháng 4 ngày' })
  expect(fewest.visits.length).toBeLessThan(usual.visits.length)
  expect(usual.isDraft).toBe(true)
  expect(usual.never).toContain('BCG (Lao): đã quá tuổi')
})
