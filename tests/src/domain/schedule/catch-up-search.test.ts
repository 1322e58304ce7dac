import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween } from '../../../../src/domain/calendar/calendar-day'
import { offset } from '../../../../src/domain/calendar/offset'
import { planCatchUp } from '../../../../src/domain/schedule/catch-up'
import type { CatchUpPlan } from '../../../../src/domain/schedule/catch-up-types'
import { bestOfEveryPlan, type Worth } from './every-plan'
import { type SmallAntigen, smallInput, smallProducts } from './small-schedule'

const from = '2026-01-05'
const horizonDays = 11

const dose = fc
  .record({
    age: fc.integer({ min: 0, max: 9 }),
    later: fc.integer({ min: 0, max: 3 }),
    slack: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }),
    open: fc.option(fc.integer({ min: 1, max: 8 }), { freq: 2 }),
    interval: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ age, later, slack, open, interval }) => ({
    age,
    recommended: age + later,
    pastDue: slack && age + later + slack,
    max: open && age + later + open,
    interval,
  }))

const antigens: fc.Arbitrary<readonly SmallAntigen[]> = fc
  .subarray([...smallProducts], { minLength: 1, maxLength: 3 })
  .chain(products =>
    fc.tuple(
      ...products.map(product =>
        fc.array(dose, { minLength: 1, maxLength: 3 }).map(doses => ({ ...product, doses })),
      ),
    ),
  )

const given = fc.array(
  fc.record({ age: fc.integer({ min: 0, max: 3 }), product: fc.constantFrom(...smallProducts) }),
  { maxLength: 2 },
)

const smallCase = fc.record({
  antigens,
  given,
  maxInjections: fc.integer({ min: 1, max: 3 }),
  minGapDays: fc.integer({ min: 1, max: 3 }),
})

function worthOf(plan: CatchUpPlan): Worth {
  const doses = plan.visits.flatMap(({ on, doses: all }) => all.map(() => daysBetween(plan.from, on)))
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  return [-doses.length || 0, plan.visits.length, sum(doses), sum(plan.visits.map(it => it.injections))]
}

function compareAll(maxWaitDays: fc.Arbitrary<number | null>, numRuns: number): void {
  fc.assert(
    fc.property(smallCase, maxWaitDays, ({ antigens: all, given: before, ...limits }, wait) => {
      const history = before
        .filter(({ product }) => all.some(({ code }) => code === product.code))
        .map(({ age, product }) => [addDays(day('2026-01-01'), age), product.product] as const)
      const input = smallInput(all, from, history)
      const options = { ...limits, maxWaitDays: wait }
      const plan = planCatchUp(input, {
        ...options,
        horizon: offset(`${horizonDays} days`),
        searchLimit: 100_000,
      })
      const until = addDays(day(from), horizonDays)
      expect(worthOf(plan)).toEqual(bestOfEveryPlan(input, { ...options, until }))
      expect(plan.isFewest).toBe(true)
    }),
    { numRuns },
  )
}

describe('equal to the best of every plan there is', () => {
  test('when a dose may wait a few days for another', () => {
    compareAll(fc.integer({ min: 0, max: 4 }), 300)
  })

  test('when a dose may wait without end: every day is tried, not only days on which a dose becomes possible', () => {
    compareAll(fc.constant(null), 200)
  })
})
