import { describe, expect, test } from 'vitest'
import { type DoseNotGiven, getChart, recordDoses } from '../../../src/contract/dose-calls'
import { getPersonHistory } from '../../../src/contract/person-calls'
import { listNotGiven } from '../../../src/contract/safety-calls'
import { getVisit } from '../../../src/contract/visit-calls'
import { atTheNurse, on, pictureOf, refusedCodes } from './ready-point'

type Scene = ReturnType<typeof atTheNurse>

/** A reason for every due dose that the five-in-one and the drops do not serve. */
function reasons(
  { point, personId, shot, drops }: Scene,
  changes: Partial<DoseNotGiven> = {},
): DoseNotGiven[] {
  const { chart } = point.done(getChart, { personId, on: null })
  const given = [shot.vaccineCode, drops.vaccineCode]
  const open = chart.today.filter(({ vaccineCodes }) => !vaccineCodes.some(code => given.includes(code)))
  expect(open.length).toBeGreaterThan(0)
  const reason = { state: 'deferred' as const, reason: 'Hết vắc xin', until: on('2026-12-20') }
  return open.map(({ id }) => ({ dueId: id, ...reason, ...changes }))
}

describe('what is due and not given', () => {
  test('is kept with state, reason and new date, in the same action as the doses', () => {
    const scene = atTheNurse()
    const { point, personId, visitId, shot, drops } = scene
    const notGiven = reasons(scene)
    point.done(recordDoses, { visitId, doses: [shot, drops], notGiven })
    const kept = point.done(listNotGiven, { personId })
    expect(kept).toHaveLength(notGiven.length)
    expect(kept[0]).toMatchObject({
      visitId,
      on: '2026-11-22',
      state: 'deferred',
      niisState: 5,
      reason: 'Hết vắc xin',
      until: '2026-12-20',
      byName: 'Trưởng trạm',
    })
    expect(point.done(getVisit, { visitId })).toMatchObject({ stage: 'observation', outcome: 'vaccinated' })
  })

  test('stands in the history of the person, with what was put off, why and until when', () => {
    const scene = atTheNurse()
    const { point, personId, visitId, shot, drops } = scene
    point.done(recordDoses, { visitId, doses: [shot, drops], notGiven: reasons(scene) })
    const item = point.done(getPersonHistory, { personId }).find(({ noun }) => noun === 'not-given')
    expect(item).toMatchObject({ verb: 'recorded', userName: 'Trưởng trạm' })
    const told = new Map(item?.changes.map(({ field, after }) => [field, after]))
    expect(['state', 'reason', 'until'].map(field => told.get(field))).toEqual([
      'deferred',
      'Hết vắc xin',
      '2026-12-20',
    ])
    expect(told.get('label')).toBeTruthy()
  })

  test.each([
    ['contraindicated', 3, 'contraindicated'],
    ['refused', 4, 'left'],
  ] as const)(
    '%s is state %i of the national system; without any dose the visit ends',
    (state, niisState, outcome) => {
      const scene = atTheNurse()
      const { point, personId, visitId } = scene
      const { chart } = point.done(getChart, { personId, on: null })
      const notGiven = chart.today.map(({ id }) => ({ dueId: id, state, reason: 'Như đã nói', until: null }))
      point.done(recordDoses, { visitId, doses: [], notGiven })
      expect(point.done(listNotGiven, { personId }).map(each => each.niisState)).toEqual(
        notGiven.map(() => niisState),
      )
      expect(point.done(getVisit, { visitId })).toMatchObject({
        stage: 'done',
        outcome,
        outcomeNote: 'Như đã nói',
      })
    },
  )

  test('must have a reason each: one that is left out keeps all from being saved', () => {
    const scene = atTheNurse()
    const { point, visitId, shot, drops } = scene
    const [first, ...others] = reasons(scene)
    expect(first).toBeDefined()
    const request = { visitId, doses: [shot, drops], notGiven: others }
    expect(refusedCodes(point, recordDoses, request)).toEqual(['not-given.missing'])
    const all = { visitId, doses: [shot], notGiven: reasons(scene) }
    expect(refusedCodes(point, recordDoses, all)).toEqual(['not-given.missing'])
  })

  test.each([
    ['not-given.no-reason', { reason: '  ' }],
    ['not-given.no-date', { until: null }],
    ['not-given.date-not-ahead', { until: on('2026-11-22') }],
    ['not-given.date-not-wanted', { state: 'refused' as const }],
    ['not-given.not-due', { dueId: 'không:1' }],
  ])('%s', (code, changes) => {
    const scene = atTheNurse()
    const { point, visitId, shot, drops } = scene
    const notGiven = reasons(scene).map((each, index) => (index === 0 ? { ...each, ...changes } : each))
    expect(refusedCodes(point, recordDoses, { visitId, doses: [shot, drops], notGiven })).toContain(code)
  })

  test('a visit in which nothing is given and nothing is said is not recorded', () => {
    const { point, visitId } = atTheNurse()
    const before = pictureOf(point)
    expect(point.codes(recordDoses, { visitId, doses: [], notGiven: [] })).toEqual(['contract.bad-request'])
    expect(pictureOf(point)).toEqual(before)
  })
})
