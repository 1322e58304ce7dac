import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../../../src/domain/calendar/calendar-day'
import {
  missingTests,
  nextSlot,
  nextVisitDay,
  slotsOn,
  testsOn,
  usualScheduleOf,
} from '../../../../src/domain/maternal/antenatal-schedule'
import { plainVisit, shippedRules } from '../../../helpers/pregnancies'

const start = day('2026-01-01')
const dating = { startOn: start }
const scheduleOf = (code: string) => {
  const found = shippedRules.schedules.find(each => each.code === code)
  if (!found) throw new Error(`no schedule ${code}`)
  return found
}
/** A visit at so many weeks and days. */
const visitAt = (weeks: number, days = 0) => ({ ...plainVisit, visitedOn: addDays(start, weeks * 7 + days) })
const statesAt = (code: string, visits: readonly [number, number?][], weeks: number, days = 0) =>
  slotsOn(
    scheduleOf(code),
    dating,
    visits.map(([w, d]) => visitAt(w, d)),
    addDays(start, weeks * 7 + days),
  )
    .map(({ state }) => state)
    .join(' ')

const states = [
  {
    why: 'before the first week is over',
    code: 'four',
    visits: [],
    weeks: 6,
    days: 0,
    is: 'due coming coming coming',
  },
  {
    why: 'the last day of the week in which it is due',
    code: 'four',
    visits: [],
    weeks: 12,
    days: 6,
    is: 'due coming coming coming',
  },
  { why: 'the day after', code: 'four', visits: [], weeks: 13, days: 0, is: 'late coming coming coming' },
  { why: 'enrolled late', code: 'four', visits: [], weeks: 20, days: 0, is: 'missed due coming coming' },
  {
    why: 'one done, the second late',
    code: 'four',
    visits: [[10]],
    weeks: 27,
    days: 3,
    is: 'done late coming coming',
  },
  {
    why: 'two visits in the weeks of one',
    code: 'four',
    visits: [[8], [10]],
    weeks: 14,
    days: 0,
    is: 'done due coming coming',
  },
  {
    why: 'a visit on the border counts for the second',
    code: 'four',
    visits: [[14]],
    weeks: 14,
    days: 0,
    is: 'missed done coming coming',
  },
  {
    why: 'all done',
    code: 'four',
    visits: [[10], [25], [32], [37]],
    weeks: 39,
    days: 0,
    is: 'done done done done',
  },
  {
    why: 'eight: the week of 36',
    code: 'eight',
    visits: [[11], [20], [26], [30], [34]],
    weeks: 36,
    days: 6,
    is: 'done done done done done due coming coming',
  },
  {
    why: 'eight: past term',
    code: 'eight',
    visits: [[11]],
    weeks: 41,
    days: 1,
    is: 'done missed missed missed missed missed missed late',
  },
] as const

describe('visits of a schedule', () => {
  test.each(states)('$code at $weeks+$days: $why', ({ code, visits, weeks, days, is }) => {
    expect(
      statesAt(
        code,
        visits.map(visit => [...visit] as [number]),
        weeks,
        days,
      ),
    ).toBe(is)
  })

  test('a visit that is still to come is not done', () => {
    expect(statesAt('four', [[30]], 20)).toBe('missed due coming coming')
  })

  test('the next visit is the one that is late before those that come', () => {
    const slots = slotsOn(scheduleOf('eight'), dating, [visitAt(11)], addDays(start, 21 * 7))
    expect(nextSlot(slots)).toMatchObject({ number: 2, state: 'late', dueOn: '2026-05-21' })
    expect(nextSlot(slotsOn(scheduleOf('four'), dating, [], addDays(start, 44 * 7)))).toBeNull()
  })

  test('after a visit the week of the following one is proposed; after the last nothing', () => {
    const schedule = usualScheduleOf(shippedRules)
    expect(nextVisitDay(schedule, dating, addDays(start, 10 * 7))).toBe(addDays(start, 20 * 7))
    expect(nextVisitDay(schedule, dating, addDays(start, 40 * 7))).toBeNull()
    expect(nextVisitDay(schedule, null, start)).toBeNull()
  })
})

const tested = (weeks: number, code: string, result: 'negative' | 'positive' | 'pending' | 'declined') => ({
  ...visitAt(weeks),
  tests: [{ code, result, note: null }],
})
const stateOf = (code: string, weeks: number, visits: readonly ReturnType<typeof tested>[] = []) =>
  testsOn(shippedRules, dating, visits, addDays(start, weeks * 7)).find(({ rule }) => rule.code === code)

const asked = [
  { code: 'hiv', weeks: 5, is: 'due' },
  { code: 'hiv', weeks: 20, is: 'late' },
  { code: 'glucose', weeks: 23, is: 'coming' },
  { code: 'glucose', weeks: 24, is: 'due' },
  { code: 'glucose', weeks: 28, is: 'due' },
  { code: 'glucose', weeks: 29, is: 'late' },
  { code: 'anomaly', weeks: 10, is: 'coming' },
  { code: 'anomaly', weeks: 13, is: 'late' },
  { code: 'anomaly', weeks: 14, is: 'passed' },
]

describe('tests of a pregnancy', () => {
  test.each(asked)('$code at $weeks weeks is $is', ({ code, weeks, is }) => {
    expect(stateOf(code, weeks)?.state).toBe(is)
  })

  test('the newest answer counts; waiting and declined are said as such', () => {
    const pending = tested(10, 'hbsag', 'pending')
    expect(stateOf('hbsag', 11, [pending])?.state).toBe('pending')
    expect(stateOf('hbsag', 20, [pending, tested(12, 'hbsag', 'positive')])).toMatchObject({
      state: 'done',
      result: 'positive',
      on: addDays(start, 12 * 7),
    })
    expect(stateOf('syphilis', 20, [tested(10, 'syphilis', 'declined')])?.state).toBe('declined')
  })

  test('missing are those that everybody gets', () => {
    const codes = missingTests(testsOn(shippedRules, dating, [], addDays(start, 26 * 7))).map(
      ({ rule }) => rule.code,
    )
    expect(codes).toEqual(['hiv', 'syphilis', 'hbsag', 'glucose'])
    expect(missingTests(testsOn(shippedRules, null, [], start)).map(({ rule }) => rule.code)).toEqual([
      'hiv',
      'syphilis',
      'hbsag',
    ])
  })
})
