import { describe, expect, test } from 'vitest'
import { getChart } from '../../../src/contract/dose-calls'
import {
  addUser,
  getAppState,
  listStagedAntigens,
  setUpPoint,
  setUserActive,
  signIn,
  updatePoint,
} from '../../../src/contract/point-calls'
import { openTestPoint } from '../../helpers/test-point'
import { home, minuteMs, openReadyPoint, pointSetUp, refusedCodes, register } from './ready-point'

const { point: pointFields, user: firstUser } = pointSetUp

describe('setting up', () => {
  test('a fresh point knows that it is not set up, and who it is afterwards', () => {
    const point = openTestPoint()
    expect(point.done(getAppState, {})).toMatchObject({ setUp: false, point: null, users: [], station: null })
    const { pointId, userId } = point.done(setUpPoint, pointSetUp)
    expect(point.done(getAppState, {})).toMatchObject({
      setUp: true,
      pointId,
      point: { name: 'Trạm Y tế Phường Đông Sơn', kind: 'commune-station' },
      station: { name: 'Máy 1', number: 1 },
      users: [{ userId, name: 'Trưởng trạm', role: 'head', active: true }],
      persons: 0,
      today: '2026-11-22',
    })
  })

  test('no answer carries a PIN or its hash', () => {
    const point = openReadyPoint()
    expect(JSON.stringify(point.done(getAppState, {}))).not.toMatch(/scrypt|hash|salt|2580/i)
  })

  const refused = [
    {
      why: 'the commune lies in another province',
      request: {
        ...pointSetUp,
        point: { ...pointFields, address: { ...pointFields.address, provinceCode: '01' } },
      },
      code: 'unit.unknown',
    },
    {
      why: 'no commune was chosen',
      request: {
        ...pointSetUp,
        point: { ...pointFields, address: { ...pointFields.address, communeCode: null } },
      },
      code: 'unit.unknown',
    },
    {
      why: 'the telephone number cannot be one',
      request: { ...pointSetUp, point: { ...pointFields, phone: '12' } },
      code: 'person.bad-phone',
    },
    {
      why: 'the PIN is one digit repeated',
      request: { ...pointSetUp, user: { ...firstUser, pin: '0000' } },
      code: 'user.weak-pin',
    },
    {
      why: 'the PIN is digits in a row',
      request: { ...pointSetUp, user: { ...firstUser, pin: '4321' } },
      code: 'user.weak-pin',
    },
    {
      why: 'the PIN is too short',
      request: { ...pointSetUp, user: { ...firstUser, pin: '25' } },
      code: 'contract.bad-request',
    },
  ]
  test.each(refused)('$code when $why, and nothing is written', ({ request, code }) => {
    expect(refusedCodes(openTestPoint(), setUpPoint, request)).toEqual([code])
  })

  test('happens once', () => {
    expect(refusedCodes(openReadyPoint(), setUpPoint, pointSetUp)).toEqual(['point.already-set-up'])
  })
})

describe('changing what is known of the point', () => {
  test('keeps the point and changes its fields', () => {
    const point = openReadyPoint()
    const { pointId } = point.done(getAppState, {})
    point.done(updatePoint, {
      point: { ...pointFields, name: 'Trạm Y tế Đông Sơn', phone: '0237 3 812 345' },
    })
    expect(point.done(getAppState, {})).toMatchObject({
      pointId,
      point: { name: 'Trạm Y tế Đông Sơn', phone: '02373812345', versions: 2 },
    })
  })

  const refused = [
    { code: 'unit.unknown', change: { address: { ...home, communeCode: '99999' } } },
    { code: 'person.bad-phone', change: { phone: '12' } },
  ]
  test.each(refused)('$code, and nothing is written', ({ code, change }) => {
    const request = { point: { ...pointFields, ...change } }
    expect(refusedCodes(openReadyPoint(), updatePoint, request)).toEqual([code])
  })

  test('a staged antigen is due only where the point offers it', () => {
    const point = openReadyPoint()
    const staged = point.done(listStagedAntigens, {}).map(({ code }) => code)
    expect(staged).toContain('Rotavirus')
    const personId = register(point)
    const labels = () => point.done(getChart, { personId, on: null }).chart.today.flatMap(due => due.antigens)
    expect(labels()).not.toContain('Rotavirus')
    point.done(updatePoint, { point: { ...pointFields, offeredAntigens: ['Rotavirus'] } })
    expect(labels()).toContain('Rotavirus')
  })
})

describe('users', () => {
  test('somebody added signs in with the own PIN', () => {
    const point = openReadyPoint()
    const { userId } = point.done(addUser, { name: 'Điều dưỡng tiêm', role: 'vaccinator', pin: '9182' })
    expect(point.done(signIn, { userId, pin: '9182' })).toEqual({
      userId,
      name: 'Điều dưỡng tiêm',
      role: 'vaccinator',
    })
  })

  const refused = [
    {
      why: 'the name is taken, marks or not',
      user: { name: 'truong tram', pin: '9182' },
      code: 'user.name-taken',
    },
    { why: 'the PIN is weak', user: { name: 'Đón tiếp', pin: '1234' }, code: 'user.weak-pin' },
    { why: 'the name is blank', user: { name: '  ', pin: '9182' }, code: 'contract.bad-request' },
  ]
  test.each(refused)('$code when $why', ({ user, code }) => {
    expect(refusedCodes(openReadyPoint(), addUser, { role: 'receptionist', ...user })).toEqual([code])
  })

  test('somebody switched off does not get in, and does again when switched on', () => {
    const point = openReadyPoint()
    const { userId } = point.done(addUser, { name: 'Đón tiếp', role: 'receptionist', pin: '9182' })
    point.done(setUserActive, { userId, active: false })
    expect(point.codes(signIn, { userId, pin: '9182' })).toEqual(['user.wrong-pin'])
    point.done(setUserActive, { userId, active: true })
    expect(point.codes(signIn, { userId, pin: '9182' })).toEqual([])
  })

  test('nobody can switch themselves off, so somebody who manages users always remains', () => {
    const point = openReadyPoint()
    const { userId } = point.actAs('head')
    expect(refusedCodes(point, setUserActive, { userId, active: false })).toEqual(['user.not-allowed'])
  })
})

describe('wrong PINs', () => {
  test('five of them lock one user out for five minutes, and the answer counts down', () => {
    const point = openReadyPoint()
    const { userId } = point.actAs('head')
    const left = Array.from({ length: 5 }, () => {
      const answer = point.call(signIn, { userId, pin: '0001' })
      return answer.ok ? null : answer.error.problems[0]?.params.attemptsLeft
    })
    expect(left).toEqual([4, 3, 2, 1, 0])
    expect(point.codes(signIn, { userId, pin: '2580' })).toEqual(['user.locked-out'])
    point.moveClock(5 * minuteMs - 1)
    expect(point.codes(signIn, { userId, pin: '2580' })).toEqual(['user.locked-out'])
    point.moveClock(1)
    expect(point.codes(signIn, { userId, pin: '2580' })).toEqual([])
  })

  test('others still get in, and a right PIN forgets the wrong ones', () => {
    const point = openReadyPoint()
    const { userId: first } = point.actAs('head')
    const { userId: second } = point.done(addUser, { name: 'Đón tiếp', role: 'receptionist', pin: '9182' })
    for (let time = 0; time < 4; time += 1) point.call(signIn, { userId: first, pin: '0001' })
    expect(point.codes(signIn, { userId: second, pin: '9182' })).toEqual([])
    expect(point.codes(signIn, { userId: first, pin: '2580' })).toEqual([])
    for (let time = 0; time < 4; time += 1) point.call(signIn, { userId: first, pin: '0001' })
    expect(point.codes(signIn, { userId: first, pin: '2580' })).toEqual([])
  })
})
