import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBirthData } from '../../../../src/contract/birth-file'
import { day, type Instant } from '../../../../src/domain/calendar/calendar-day'
import { isPossible, isUnusual } from '../../../../src/domain/maternal/birth-data'
import { knownTests, outcomeOf, withPreterm } from '../../../../src/domain/maternal/birth-makes'
import { birthProblems, isTime } from '../../../../src/domain/maternal/birth-rules'
import { scheduleAfterBirth } from '../../../../src/domain/maternal/postnatal-rules'

const file = JSON.parse(
  readFileSync(new URL('../../../../resources/handbook/birth.json', import.meta.url), 'utf8'),
) as Record<string, unknown>
const data = readBirthData(file)

const child = (bornOn: string, bornAt: string | null) => ({
  ...{ bornOn: day(bornOn), bornAt, weightG: 3000, lengthCm: null, headCm: null },
  ...{ apgar1: null, apgar5: null, apgar10: null, screenings: {} },
})
const common = { gestationWeeks: null, gestationDays: null, bloodLossMl: null, complications: [] }
const facts = { data, now: '2026-11-22T01:00:00.000Z' as Instant, periodOn: null, otherBirths: [] }

describe('the order of children', () => {
  const cases: readonly (readonly [string, ReturnType<typeof child>[], readonly string[]])[] = [
    ['over midnight', [child('2026-11-20', '23:58'), child('2026-11-21', '00:06')], []],
    ['in the same minute', [child('2026-11-21', '00:06'), child('2026-11-21', '00:06')], []],
    ['without a minute', [child('2026-11-21', null), child('2026-11-21', '00:06')], []],
    [
      'the second before the first',
      [child('2026-11-21', '10:00'), child('2026-11-21', '09:59')],
      ['birth.order'],
    ],
    ['the minute after now', [child('2026-11-22', '08:01')], ['birth.in-future']],
    ['the minute that is now', [child('2026-11-22', '08:00')], []],
  ]
  test.each(cases)('%s', (_what, children, codes) => {
    expect(birthProblems(common, children, facts).map(({ code }) => code)).toEqual(codes)
  })

  test('a birth fits its pregnancy from 20 to 45 completed weeks, leap day and all', () => {
    const codesAt = (bornOn: string) =>
      birthProblems(common, [child(bornOn, null)], { ...facts, periodOn: day('2024-01-10') }).map(
        ({ code }) => code,
      )
    expect(codesAt('2024-05-28')).toEqual(['birth.before-pregnancy'])
    expect(codesAt('2024-05-29')).toEqual([])
    expect(codesAt('2024-11-26')).toEqual([])
    expect(codesAt('2024-11-27')).toEqual(['birth.before-pregnancy'])
  })
})

describe('what a mother hands on', () => {
  const visit = (on: string, code: string, result: 'negative' | 'positive' | 'pending') => ({
    visitedOn: day(on),
    tests: [{ code, result, note: null }],
  })
  test('once positive stays positive; pending says nothing', () => {
    const visits = [visit('2026-03-01', 'hbsag', 'positive'), visit('2026-09-01', 'hbsag', 'negative')]
    expect(knownTests([...visits, visit('2026-09-01', 'hiv', 'pending')], [])).toEqual([
      { alert: 'mother-hbsag-positive', result: 'positive', on: '2026-03-01' },
      { alert: 'mother-hiv', result: 'unknown', on: null },
    ])
  })
  test('preterm is below 37 completed weeks, and keeps its note', () => {
    const noted = [{ code: 'preterm' as const, note: 'sinh mổ', notedOn: day('2026-01-01') }]
    expect(withPreterm([], 36, 37, day('2026-01-01'))).toHaveLength(1)
    expect(withPreterm([], 37, 37, day('2026-01-01'))).toEqual([])
    expect(withPreterm(noted, 35, 37, day('2026-01-01'))).toEqual(noted)
    expect(withPreterm(noted, null, 37, day('2026-01-01'))).toEqual([])
  })
  test('a pregnancy ends as a stillbirth only where no child lived', () => {
    expect(outcomeOf([{ alive: false }, { alive: true }])).toBe('birth')
    expect(outcomeOf([{ alive: false }])).toBe('stillbirth')
  })
})

describe('the visits after a birth', () => {
  test('are done, due, ahead or missed by their days', () => {
    const states = (visits: readonly string[], today: string) =>
      scheduleAfterBirth(data, day('2026-11-01'), visits.map(day), day(today)).map(({ state }) => state)
    expect(states([], '2026-11-01')).toEqual(['due', 'ahead', 'ahead'])
    expect(states(['2026-11-03'], '2026-11-04')).toEqual(['done', 'due', 'ahead'])
    expect(states(['2026-11-20'], '2026-12-13')).toEqual(['missed', 'missed', 'done'])
    expect(states([], '2026-12-14')).toEqual(['missed', 'missed', 'missed'])
  })
})

describe('the file', () => {
  test('limits are inclusive, and what is possible may be unusual', () => {
    const { weightG } = data.limits
    expect([300, 7000, null].map(value => isPossible(weightG, value))).toEqual([true, true, true])
    expect([299, 7001].map(value => isPossible(weightG, value))).toEqual([false, false])
    expect([999, 1000, null].map(value => isUnusual(weightG, value))).toEqual([true, false, false])
  })
  test.each(['00:00', '23:59', '02:35'])('%s is a time', time => expect(isTime(time)).toBe(true))
  test.each(['24:00', '2:35', '02:60', ''])('%j is none', time => expect(isTime(time)).toBe(false))
  test('overlapping visits, codes that stand twice and unknown fields are refused', () => {
    const visits = [
      { code: 'a', vi: 'A', en: 'A', fromDay: 0, toDay: 7 },
      { code: 'b', vi: 'B', en: 'B', fromDay: 7, toDay: 9 },
    ]
    expect(() => readBirthData({ ...file, visits })).toThrow('overlap')
    const twice = [data.complications[0], data.complications[0]]
    expect(() => readBirthData({ ...file, complications: twice })).toThrow('twice')
    expect(() => readBirthData({ ...file, more: 1 })).toThrow()
  })
})
