import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  type CalendarDay,
  day,
  fromEpochDays,
  toEpochDays,
} from '../../../../src/domain/calendar/calendar-day'
import {
  type DatingFacts,
  datingOf,
  daysToDue,
  gestationOn,
  isAskedAbout,
  trimesterOf,
} from '../../../../src/domain/maternal/dating'
import { shippedRules } from '../../../helpers/pregnancies'

const rules = shippedRules.dating
const nothing: DatingFacts = { lastPeriodOn: null, lastPeriodSure: null, scan: null, statedDueOn: null }

const dueDates = [
  { why: 'a plain year', period: '2025-01-01', due: '2025-10-08' },
  { why: '29 February lies within', period: '2024-01-01', due: '2024-10-07' },
  { why: 'the period began on 29 February', period: '2024-02-29', due: '2024-12-05' },
  { why: 'the period began the day before 29 February', period: '2024-02-28', due: '2024-12-04' },
  { why: 'the same day in a year without it', period: '2025-02-28', due: '2025-12-05' },
  { why: 'it is due on 29 February', period: '2027-05-25', due: '2028-02-29' },
  { why: 'a year end', period: '2026-03-28', due: '2027-01-02' },
  { why: '2100 has no 29 February', period: '2099-12-01', due: '2100-09-07' },
  { why: '2000 has one', period: '1999-12-01', due: '2000-09-06' },
]

describe('the due date by the period', () => {
  test.each(dueDates)('$period gives $due: $why', ({ period, due }) => {
    const dating = datingOf(rules, { ...nothing, lastPeriodOn: day(period) })
    expect(dating).toMatchObject({ by: 'period', reason: 'period-only', dueOn: due, startOn: period })
  })
})

/** Period 2026-01-01: due 2026-10-08. Scans on a day at which the period makes her so many weeks. */
const rulings = [
  {
    why: '5 days apart before 9 weeks',
    on: '2026-02-26',
    weeks: 7,
    days: 2,
    by: 'period',
    reason: 'period-agrees',
    due: '2026-10-08',
    later: 5,
  },
  {
    why: '6 days apart before 9 weeks',
    on: '2026-02-26',
    weeks: 7,
    days: 1,
    by: 'scan',
    reason: 'scan-differs',
    due: '2026-10-14',
    later: 6,
  },
  {
    why: 'the last day before 9 weeks',
    on: '2026-03-04',
    weeks: 8,
    days: 0,
    by: 'scan',
    reason: 'scan-differs',
    due: '2026-10-14',
    later: 6,
  },
  {
    why: 'the first day of 9 weeks allows 7',
    on: '2026-03-05',
    weeks: 8,
    days: 0,
    by: 'period',
    reason: 'period-agrees',
    due: '2026-10-08',
    later: 7,
  },
  {
    why: '8 days apart at 12 weeks',
    on: '2026-03-26',
    weeks: 10,
    days: 6,
    by: 'scan',
    reason: 'scan-differs',
    due: '2026-10-16',
    later: 8,
  },
  {
    why: 'the scan is ahead',
    on: '2026-03-26',
    weeks: 13,
    days: 1,
    by: 'scan',
    reason: 'scan-differs',
    due: '2026-09-30',
    later: -8,
  },
  {
    why: '10 days apart at 18 weeks',
    on: '2026-05-07',
    weeks: 16,
    days: 4,
    by: 'period',
    reason: 'period-agrees',
    due: '2026-10-08',
    later: 10,
  },
  {
    why: '11 days apart at 18 weeks',
    on: '2026-05-07',
    weeks: 16,
    days: 3,
    by: 'scan',
    reason: 'scan-differs',
    due: '2026-10-19',
    later: 11,
  },
  {
    why: '14 days apart at 24 weeks',
    on: '2026-06-18',
    weeks: 22,
    days: 0,
    by: 'period',
    reason: 'period-agrees',
    due: '2026-10-08',
    later: 14,
  },
  {
    why: '21 days apart at 30 weeks',
    on: '2026-07-30',
    weeks: 27,
    days: 0,
    by: 'period',
    reason: 'period-agrees',
    due: '2026-10-08',
    later: 21,
  },
  {
    why: '22 days apart at 30 weeks',
    on: '2026-07-30',
    weeks: 26,
    days: 6,
    by: 'scan',
    reason: 'scan-differs',
    due: '2026-10-30',
    later: 22,
  },
]

describe('which of period and scan counts', () => {
  test.each(rulings)('$by: $why', ({ on, weeks, days, by, reason, due, later }) => {
    const facts = { ...nothing, lastPeriodOn: day('2026-01-01'), lastPeriodSure: true }
    const dating = datingOf(rules, { ...facts, scan: { on: day(on), weeks, days } })
    expect(dating).toMatchObject({ by, reason, dueOn: due, scanLaterDays: later, periodDueOn: '2026-10-08' })
  })

  test('an unsure period gives way to a scan that agrees with it', () => {
    const facts = { ...nothing, lastPeriodOn: day('2026-01-01'), lastPeriodSure: false }
    const dating = datingOf(rules, { ...facts, scan: { on: day('2026-03-26'), weeks: 11, days: 6 } })
    expect(dating).toMatchObject({ by: 'scan', reason: 'period-unsure', dueOn: '2026-10-09' })
  })

  test('a scan that is too old dates nothing, where the rules say so', () => {
    const facts = { ...nothing, lastPeriodOn: day('2026-01-01') }
    const scan = { on: day('2026-07-30'), weeks: 25, days: 0 }
    const strict = { ...rules, scanBeforeWeeks: 24 }
    expect(datingOf(strict, { ...facts, scan })).toMatchObject({ by: 'period', reason: 'scan-too-late' })
    expect(datingOf(strict, { ...nothing, scan })).toMatchObject({ by: 'scan', reason: 'scan-only' })
  })

  test('a scan over a leap day is counted in days', () => {
    const scan = { on: day('2024-03-01'), weeks: 8, days: 3 }
    expect(datingOf(rules, { ...nothing, scan })).toMatchObject({
      startOn: '2024-01-02',
      dueOn: '2024-10-08',
    })
  })

  test('a stated date counts only when nothing else is known', () => {
    const stated = { ...nothing, statedDueOn: day('2026-12-01') }
    expect(datingOf(rules, stated)).toMatchObject({
      by: 'stated',
      dueOn: '2026-12-01',
      startOn: '2026-02-24',
    })
    const withPeriod = { ...stated, lastPeriodOn: day('2026-01-01') }
    expect(datingOf(rules, withPeriod)).toMatchObject({ by: 'period', dueOn: '2026-10-08' })
    expect(datingOf(rules, nothing)).toBeNull()
  })
})

const ages = [
  { on: '2024-02-29', weeks: 0, days: 0 },
  { on: '2024-03-01', weeks: 0, days: 1 },
  { on: '2024-03-07', weeks: 1, days: 0 },
  { on: '2024-05-22', weeks: 11, days: 6 },
  { on: '2024-12-05', weeks: 40, days: 0 },
  { on: '2024-12-14', weeks: 41, days: 2 },
  { on: '2025-02-28', weeks: 52, days: 1 },
]

describe('the age on a day', () => {
  const dating = { startOn: day('2024-02-29') }

  test.each(ages)('period on 29 February 2024, $on: $weeks+$days', ({ on, weeks, days }) => {
    expect(gestationOn(dating, day(on))).toEqual({ weeks, days, totalDays: weeks * 7 + days })
  })

  test('there is none before the period', () => {
    expect(gestationOn(dating, day('2024-02-28'))).toBeNull()
  })

  test('more than 44 weeks is asked about, 44+0 is not', () => {
    const at = (on: CalendarDay) => gestationOn(dating, on) ?? { weeks: 0, days: 0, totalDays: 0 }
    expect(isAskedAbout(rules, at(day('2025-01-02')))).toBe(false)
    expect(isAskedAbout(rules, at(day('2025-01-03')))).toBe(true)
  })

  test('trimesters begin with 14 and 28 weeks', () => {
    const days = [0, 97, 98, 195, 196, 290]
    const trimesters = days.map(totalDays =>
      trimesterOf(rules, { weeks: Math.floor(totalDays / 7), days: totalDays % 7, totalDays }),
    )
    expect(trimesters).toEqual([1, 1, 2, 2, 3, 3])
  })
})

describe('whatever the day', () => {
  const anyDay = fc
    .integer({ min: toEpochDays(day('1990-01-01')), max: toEpochDays(day('2110-12-31')) })
    .map(fromEpochDays)

  test('one day later is one day more, and the due date is 40+0', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 330 }), (lastPeriodOn, passed) => {
        const dating = datingOf(rules, { ...nothing, lastPeriodOn })
        if (!dating) throw new Error('a period dates')
        const on = addDays(lastPeriodOn, passed)
        const [today, tomorrow] = [gestationOn(dating, on), gestationOn(dating, addDays(on, 1))]
        expect(today?.totalDays).toBe(passed)
        expect((tomorrow?.totalDays ?? 0) - (today?.totalDays ?? 0)).toBe(1)
        expect((today?.weeks ?? 0) * 7 + (today?.days ?? 0)).toBe(passed)
        expect(gestationOn(dating, dating.dueOn)).toEqual({ weeks: 40, days: 0, totalDays: 280 })
        expect(daysToDue(dating, on)).toBe(280 - passed)
      }),
    )
  })

  test('a scan alone gives back the age it said, on its day; a stated date is 40+0', () => {
    const scans = fc.record({
      on: anyDay,
      weeks: fc.integer({ min: 4, max: 42 }),
      days: fc.integer({ min: 0, max: 6 }),
    })
    fc.assert(
      fc.property(scans, scan => {
        const dating = datingOf(rules, { ...nothing, scan })
        if (!dating) throw new Error('a scan dates')
        expect(gestationOn(dating, scan.on)).toMatchObject({ weeks: scan.weeks, days: scan.days })
        const stated = datingOf(rules, { ...nothing, statedDueOn: scan.on })
        if (!stated) throw new Error('a stated date dates')
        expect(gestationOn(stated, scan.on)).toMatchObject({ weeks: 40, days: 0 })
      }),
    )
  })

  test('the date that counts is always one of the two, and never further from the period than the rule allows', () => {
    const both = fc.record({
      lastPeriodOn: anyDay,
      passed: fc.integer({ min: 28, max: 294 }),
      weeks: fc.integer({ min: 4, max: 42 }),
      days: fc.integer({ min: 0, max: 6 }),
    })
    fc.assert(
      fc.property(both, ({ lastPeriodOn, passed, weeks, days }) => {
        const scan = { on: addDays(lastPeriodOn, passed), weeks, days }
        const dating = datingOf(rules, { ...nothing, lastPeriodOn, lastPeriodSure: true, scan })
        if (!dating) throw new Error('both date')
        expect([dating.periodDueOn, dating.scanDueOn]).toContain(dating.dueOn)
        const isWithin = Math.abs(dating.scanLaterDays ?? 0) <= (dating.allowedDays ?? 0)
        expect(dating.by).toBe(isWithin ? 'period' : 'scan')
      }),
    )
  })
})
