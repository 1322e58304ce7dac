import { describe, expect, test } from 'vitest'
import { allServices } from '../../../main/services'
import { allCalls } from '../../../src/contract/all-calls'
import { getAppState } from '../../../src/contract/point-calls'
import { type Role, roles } from '../../../src/domain/point/point'
import { openReadyPoint, pictureOf } from './ready-point'

const calls = [...allCalls.values()]
const engineCalls = calls.filter(({ servedBy }) => servedBy === 'engine')
const requestId = '0190a1b2-0000-7000-8000-000000000005'

test('every call of the engine is served once, and nothing else is', () => {
  const served = allServices.map(({ call }) => call.name)
  expect([...served].sort()).toEqual(engineCalls.map(({ name }) => name).sort())
  expect(new Set(served).size).toBe(served.length)
})

describe('who may call what', () => {
  const point = openReadyPoint()
  const actorOf = (role: Role) => ({ ...point.actAs(role), role })
  const restricted = engineCalls.flatMap(({ name, audience }) =>
    Array.isArray(audience)
      ? roles.filter(role => !audience.includes(role)).map(role => ({ name, role }))
      : [],
  )

  test.each(restricted)('$name is refused to a $role', ({ name, role }) => {
    const before = pictureOf(point)
    const answer = point.dispatch(name, { requestId, payload: {}, actor: actorOf(role) })
    expect(answer).toMatchObject({ ok: false, error: { code: 'user.not-allowed' } })
    expect(pictureOf(point)).toEqual(before)
  })

  const forUsers = engineCalls.filter(({ audience }) => audience !== 'anyone' && audience !== 'internal')
  test.each(forUsers)('$name is refused to somebody who has not signed in', ({ name }) => {
    const answer = point.dispatch(name, { requestId, payload: {}, actor: null })
    expect(answer).toMatchObject({ ok: false, error: { code: 'user.not-signed-in' } })
  })

  test('a supervisor writes answers to what came up, and the file of how the points stand', () => {
    const writes = calls.filter(({ kind }) => kind === 'write')
    const open = writes.filter(({ audience }) => Array.isArray(audience) && audience.includes('supervisor'))
    expect(open.map(({ name }) => name).toSorted()).toEqual([
      'export.save-file',
      'supervision.answer-difficulty',
      'supervision.answer-report',
    ])
  })

  test('before anybody has signed in, only setting up is written', () => {
    const open = engineCalls.filter(({ kind, audience }) => kind === 'write' && audience === 'anyone')
    expect(open.map(({ name }) => name)).toEqual(['point.set-up'])
  })
})

describe('what the engine does not take', () => {
  const point = openReadyPoint()
  test('a call nobody knows', () => {
    const answer = point.dispatch('person.erase', { requestId, payload: {}, actor: point.actAs('admin') })
    expect(answer).toMatchObject({ ok: false, error: { code: 'contract.unknown-call' } })
  })

  test('a field nobody asked for', () => {
    const payload = { extra: 1 }
    const answer = point.dispatch(getAppState.name, { requestId, payload, actor: null })
    expect(answer).toMatchObject({ ok: false, error: { code: 'contract.bad-request' } })
  })

  test.each(engineCalls.filter(({ request }) => !request.safeParse({}).success))(
    '$name without its fields',
    ({ name }) => {
      const before = point.entries()
      const answer = point.dispatch(name, { requestId, payload: null, actor: point.actAs('head') })
      expect(answer).toMatchObject({ ok: false })
      expect(point.entries()).toBe(before)
    },
  )
})
