import { describe, expect, test } from 'vitest'
import { seedPractice } from '../../../main/services/point/seed-practice'
import { getChart, summarizeDue } from '../../../src/contract/dose-calls'
import { listPersons } from '../../../src/contract/person-calls'
import { getAppState, signIn } from '../../../src/contract/point-calls'
import { listLots } from '../../../src/contract/stock-calls'
import { getBoard } from '../../../src/contract/visit-calls'
import { openTestPoint } from '../../helpers/test-point'
import { pictureOf } from './ready-point'

const point = openTestPoint({ mode: 'practice' })
seedPractice(point.ports)
point.actAs('head')

describe('practice mode', () => {
  test('opens with a point, users and about 400 people', () => {
    const state = point.done(getAppState, {})
    expect(state).toMatchObject({ mode: 'practice', setUp: true })
    expect(state.users.length).toBeGreaterThanOrEqual(4)
    expect(state.persons).toBeGreaterThan(380)
    expect(state.persons).toBeLessThan(420)
  })

  test('everybody gets in with the PIN of practice mode', () => {
    for (const { userId } of point.done(getAppState, {}).users)
      expect(point.codes(signIn, { userId, pin: '2580' })).toEqual([])
  })

  test('has a morning ahead: people expected, lots to use, doses due', () => {
    const { expected } = point.done(getBoard, { on: null })
    expect(expected.length).toBeGreaterThan(20)
    expect(expected.every(card => card.labels.length > 0)).toBe(true)
    expect(point.done(listLots, { vaccineCode: null }).length).toBeGreaterThan(5)
    const personIds = expected.slice(0, 20).map(card => card.personId)
    const due = point.done(summarizeDue, { personIds })
    expect(due.every(({ dueLabels, overdueLabels }) => dueLabels.length + overdueLabels.length > 0)).toBe(
      true,
    )
  })

  test('has no dose before a birth or after today, for anybody', () => {
    const odd = point.db
      .prepare<[string], number>(
        `SELECT count(*) FROM dose JOIN person ON person.id = dose.person_id
         WHERE given_on < birth_date OR given_on > ?`,
      )
      .pluck()
    expect(odd.get('2026-11-22')).toBe(0)
  })

  test('gives every small child a chart', () => {
    const { hits } = point.done(listPersons, { offset: 0, limit: 60 })
    const children = hits.filter(({ birthDate }) => birthDate > '2024-11-22')
    expect(children.length).toBeGreaterThan(5)
    for (const { personId } of children)
      expect(point.done(getChart, { personId, on: null }).chart.rows.length).toBeGreaterThan(0)
  })

  test('is filled once', () => {
    const before = pictureOf(point)
    seedPractice(point.ports)
    expect(pictureOf(point)).toEqual(before)
  })
})
