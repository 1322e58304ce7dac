import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import {
  chanceOfAtLeast,
  comingDistribution,
  enoughFor,
  meanOf,
} from '../../../../src/domain/session-plan/coming'
import { holdOrInvite } from '../../../../src/domain/session-plan/hold-vaccine'
import { decideVial, neededOf, wasteOf } from '../../../../src/domain/session-plan/vial-decision'
import type { VialRule } from '../../../../src/domain/session-plan/vial-rule'
import type { VialChild, VialQuestion } from '../../../../src/domain/session-plan/vial-types'
import { playYear } from '../../../helpers/vial-year/play-year'
import { alwaysOpen, byRule, threshold } from '../../../helpers/vial-year/policy'
import { scenarios } from '../../../helpers/vial-year/scenario'

const rule: VialRule = {
  missedCost: 22,
  lateCost: 3,
  weekCost: 0.3,
  returnChance: 0.8,
  callChance: 0.3,
  sureShare: 0.9,
  worthWaitingShare: 0.15,
  lastCallMinutes: 60,
}

const child = (personId: string, changes: Partial<VialChild> = {}): VialChild => ({
  personId,
  inTimeUntil: day('2027-03-01'),
  latestOn: day('2027-11-01'),
  turnedAway: 0,
  ...changes,
})
const children = (count: number, prefix = 'c') =>
  Array.from({ length: count }, (_, index) => child(`${prefix}${index}`))

const ask = (changes: Partial<VialQuestion> = {}) =>
  decideVial({
    on: day('2026-11-27'),
    dosesPerVial: 20,
    openDoses: 0,
    present: [],
    toCome: [],
    walkIns: 0,
    others: [],
    nextSessionOn: day('2026-12-04'),
    nextExpected: 3,
    mayWait: true,
    rule,
    ...changes,
  })

describe('how many come', () => {
  test('a sum of chances, with the mean and every number between', () => {
    const coming = comingDistribution([0.5, 0.5, 1])
    expect(coming.map(chance => Math.round(chance * 100))).toEqual([0, 25, 50, 25])
    expect(meanOf(coming)).toBeCloseTo(2)
    expect(chanceOfAtLeast(coming, 2)).toBeCloseTo(0.75)
    expect(enoughFor(coming, 0.7)).toBe(2)
    expect(enoughFor(coming, 0.95)).toBe(3)
  })

  test('those who were not invited come on top', () => {
    const coming = comingDistribution([1], 2)
    expect(meanOf(coming)).toBeCloseTo(3, 4)
    expect(coming.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 5)
  })

  test('waste is what stays in the last vial', () => {
    expect([0, 1, 19, 20, 21].map(count => wasteOf(count, 20))).toEqual([0, 19, 1, 0, 19])
  })
})

describe('the vial decision', () => {
  test('whoever is too old at the next session opens the vial alone', () => {
    const pressed = child('old', { latestOn: day('2026-12-03') })
    expect(ask({ present: [pressed], mayWait: false })).toMatchObject({
      action: 'open-now',
      reason: { code: 'cannot-wait', personIds: ['old'] },
      vials: 1,
    })
  })

  test('nobody is sent home twice', () => {
    const before = child('before', { turnedAway: 1 })
    expect(ask({ present: [before], mayWait: false })).toMatchObject({ action: 'open-now' })
  })

  test('without a next session one child is enough', () => {
    expect(ask({ present: children(1), nextSessionOn: null })).toMatchObject({
      action: 'open-now',
      reason: { code: 'no-next-session' },
    })
  })

  test('one who can wait a week, with nobody to come, gets it at the next session', () => {
    expect(ask({ present: children(1), mayWait: false })).toMatchObject({
      action: 'next-session',
      reason: { code: 'too-few' },
      call: [],
    })
  })

  test('from the number on at which opening costs less, it is opened', () => {
    const needed = neededOf({ ...question(), present: children(1) })
    expect(needed).toBeGreaterThan(1)
    expect(ask({ present: children(needed) })).toMatchObject({
      action: 'open-now',
      reason: { code: 'enough' },
    })
    expect(ask({ present: children(needed - 1), mayWait: false }).action).toBe('next-session')
  })

  test('while enough others are expected, it waits; when that is nearly sure, it does not', () => {
    const toCome = (chance: number) => children(6, 'later').map(one => ({ ...one, chance }))
    expect(ask({ present: children(1), toCome: toCome(0.35) })).toMatchObject({ action: 'wait' })
    expect(ask({ present: children(1), toCome: toCome(0.95) })).toMatchObject({
      action: 'open-now',
      reason: { code: 'sure-to-open' },
    })
  })

  test('an open vial serves first, and the one over it opens a question of its own', () => {
    expect(ask({ present: children(3), openDoses: 5 })).toMatchObject({
      action: 'use-open',
      reason: { code: 'in-open-vial', left: 2 },
      vials: 0,
    })
    expect(ask({ present: children(3), openDoses: 2, mayWait: false }).action).toBe('next-session')
  })

  test('calls the most urgent first, and no more than the vial may need', () => {
    const others = [
      child('later'),
      child('soon', { latestOn: day('2026-12-20') }),
      child('home', { turnedAway: 1 }),
    ]
    const advice = ask({ present: children(6), others })
    expect(advice.call).toEqual(['home', 'soon', 'later'])
    expect(ask({ present: children(20), others }).call).toEqual([])
  })

  test('a full vial is opened whatever a dose is worth', () => {
    const cheap = { ...rule, missedCost: 0, lateCost: 0, weekCost: 0 }
    expect(ask({ present: children(20), rule: cheap }).action).toBe('open-now')
  })

  test('nobody here and nobody to come is no question', () => {
    expect(ask()).toMatchObject({ action: 'nothing', reason: { code: 'nobody' } })
  })
})

const question = (): VialQuestion => ({
  on: day('2026-11-27'),
  dosesPerVial: 20,
  openDoses: 0,
  present: [],
  toCome: [],
  walkIns: 0,
  others: [],
  nextSessionOn: day('2026-12-04'),
  nextExpected: 3,
  mayWait: true,
  rule,
})

describe('who is asked this time', () => {
  const due = (count: number, changes: Partial<VialChild> = {}) =>
    children(count).map(one => ({ ...one, ...changes, chance: 0.75 }))
  const hold = (changes: Partial<Parameters<typeof holdOrInvite>[0]> = {}) =>
    holdOrInvite({
      on: day('2026-11-27'),
      dosesPerVial: 20,
      due: due(2),
      nextSessionOn: day('2026-12-04'),
      newUntilNext: 1.2,
      rule,
      ...changes,
    })

  test('two who are in time for two more sessions wait for the next vial', () => {
    expect(hold()).toMatchObject({ action: 'hold', reason: { code: 'better-together' } })
  })

  test('nobody waits whose time ends before a second chance', () => {
    const near = [...due(1), { ...child('near', { inTimeUntil: day('2026-12-08') }), chance: 0.75 }]
    expect(hold({ due: near })).toMatchObject({
      action: 'invite',
      reason: { code: 'cannot-wait', personIds: ['near'] },
    })
  })

  test('nobody waits who is late already, was sent home, or has no next session', () => {
    expect(hold({ due: due(2, { inTimeUntil: day('2026-11-20') }) }).action).toBe('invite')
    expect(hold({ due: due(2, { turnedAway: 1 }) }).action).toBe('invite')
    expect(hold({ nextSessionOn: null })).toMatchObject({
      action: 'invite',
      reason: { code: 'no-next-session' },
    })
  })

  test('a vial that is well used is not put off', () => {
    expect(hold({ dosesPerVial: 2, due: due(8) }).action).toBe('invite')
  })
})

describe('over years of sessions', () => {
  test.each(scenarios)(
    '$name: nobody is missed more often than by always opening, and less is thrown away',
    scenario => {
      const years = [1, 2, 3, 4, 5, 6]
      const sum = (policy: typeof alwaysOpen) =>
        years
          .map(seed => playYear(scenario, policy, seed))
          .reduce((a, b) => ({ missed: a.missed + b.missed, vials: a.vials + b.vials }), {
            missed: 0,
            vials: 0,
          })
      const [ours, always] = [sum(byRule('rule', rule, true)), sum(alwaysOpen)]
      const half = sum(threshold('half', ({ dosesPerVial }) => dosesPerVial / 2))
      expect(ours.missed).toBeLessThanOrEqual(always.missed + 2)
      expect(ours.missed).toBeLessThan(half.missed)
      expect(ours.vials).toBeLessThanOrEqual(always.vials * 1.02)
    },
  )
})
