import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { doubtsAbout, type LastWeight, possibleWeightKg } from '../../../../src/domain/screening/plausible'
import { weightRangeKg } from '../../../../src/domain/screening/problems'
import { growthOf, today } from './screening-files'

describe('what a screener is asked to measure again', () => {
  const at = (
    weightKg: number | null,
    ageDays: number,
    last: LastWeight | null = null,
    temperatureC = 36.8,
  ) =>
    doubtsAbout(
      growthOf(ageDays),
      { weightKg, temperatureC },
      { sex: 'female', ageDays, on: today, last },
    ).map(({ code }) => code)
  const lastWeek = (weightKg: number): LastWeight => ({ weightKg, on: day('2026-11-15') })

  test.each([
    ['a usual weight', at(5.4, 68), []],
    ['a comma too far to the left', at(1.54, 68), ['weight-low']],
    ['a weight of another child', at(11, 68), ['weight-high']],
    ['no weight', at(null, 68), []],
    ['an age beyond the tables', at(20, 5000), []],
    ['a tenth lost since last week', at(4.8, 68, lastWeek(5.4)), ['weight-lost']],
    ['a little lost', at(5.2, 68, lastWeek(5.4)), []],
    ['a newborn loses weight', at(2.9, 5, { weightKg: 3.3, on: day('2026-11-18') }), []],
    ['two kilograms more in a week', at(7.4, 68, lastWeek(5.4)), ['weight-gained']],
    ['a usual gain in two months', at(6.6, 120, { weightKg: 5, on: day('2026-09-23') }), []],
    ['34 °C', at(5.4, 68, null, 34), ['temperature-odd']],
    ['41,5 °C', at(5.4, 68, null, 41.5), ['temperature-odd']],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected)
  })
})

describe('only what cannot be is refused', () => {
  test.each([
    ['grams at two months', 'female', 68, 54, false],
    ['a tenth at two months', 'female', 68, 0.54, false],
    ['the smallest newborn', 'female', 1, 0.5, true],
    ['a heavy toddler', 'male', 700, 25, true],
    ['a child whose sex is not known', 'unknown', 68, 5.4, true],
    ['an adult', 'female', 9000, 120, true],
  ] as const)('%s', (_what, sex, ageDays, weightKg, isPossible) => {
    const { lowest, highest } = possibleWeightKg(growthOf(ageDays), { sex, ageDays })
    expect(weightKg >= lowest && weightKg <= highest).toBe(isPossible)
  })

  test('beyond the tables the widest range counts', () => {
    expect(possibleWeightKg(growthOf(9000), { sex: 'male', ageDays: 9000 })).toEqual(weightRangeKg)
  })
})
