import { expect, test } from 'vitest'
import { chartInput, chartOf } from '../../../main/services/immunization/chart'
import { keptChart } from '../../../main/services/immunization/kept-charts'
import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { addDays, vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { buildChart } from '../../../src/domain/schedule/chart'
import { openReadyPoint, register } from './ready-point'

/** A point with one child, and the input of its chart as of so many days from today. */
function setting() {
  const point = openReadyPoint()
  const personId = register(point)
  const person = () => {
    const found = point.store.records.find('person', personId)
    if (!found) throw new Error('just registered')
    return found
  }
  const today = vietnamDayOf(point.ports.clock())
  const input = (days = 0) => chartInput(point.ports, personId, person(), addDays(today, days))
  return { point, personId, person, today, input }
}

test('the same question is answered by the same chart, and by the one that a fresh build gives', () => {
  const { input } = setting()
  expect(keptChart(input())).toBe(keptChart(input()))
  expect(keptChart(input())).toEqual(buildChart(input()))
})

test('another day, another dose and another list of products are other questions', () => {
  const { point, personId, person, today, input } = setting()
  const before = chartOf(point.ports, personId, person(), today)
  expect(keptChart(input(1))).not.toBe(before)
  expect(keptChart(input(1))).toEqual(buildChart(input(1)))
  point.done(recordHistoricalDoses, {
    personId,
    doses: [
      {
        ...{ vaccineCode: 'BCG_IVAC', givenOn: person().birthDate, statedNumber: 1 },
        ...{ lotNumber: null, placeName: 'Trạm Y tế xã khác' },
      },
    ],
  })
  const after = chartOf(point.ports, personId, person(), today)
  expect(after).not.toBe(before)
  expect(after).toEqual(buildChart(input()))
  const others = { ...input(), vaccines: new Map(input().vaccines) }
  expect(keptChart(others)).not.toBe(after)
})
