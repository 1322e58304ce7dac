import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readChildHandbook } from '../../../../src/contract/child-file'
import { readGrowthRules } from '../../../../src/contract/growth-file'
import { readPregnancyRules } from '../../../../src/contract/pregnancy-file'
import { readProgramme } from '../../../../src/contract/programme-file'
import { addDays, type CalendarDay, day } from '../../../../src/domain/calendar/calendar-day'
import type { SignsFound } from '../../../../src/domain/child/milestones'
import { usualScheduleOf } from '../../../../src/domain/maternal/antenatal-schedule'
import { datingOf } from '../../../../src/domain/maternal/dating'
import { inOrder, type SaidFinding } from '../../../../src/domain/report/handbook-lists'
import { milestoneLine, underweightLine } from '../../../../src/domain/report/lines-of-children'
import {
  antenatalLine,
  expectedBirthLine,
  type PregnantRow,
} from '../../../../src/domain/report/lines-of-women'

const readResource = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../resources/${name}`, import.meta.url), 'utf8'))
const read = (name: string) => readResource(`handbook/${name}`)
const { limits } = readProgramme(read('programme.json'))
const rules = readPregnancyRules(read('pregnancy.json'))
const schedule = usualScheduleOf(rules)
const today = day('2026-11-22')
const place = { personId: 'p', communeCode: '16378', hamlet: 'Thôn 1' }

/** A woman so many weeks along today, by her period. */
function pregnant(weeks: number, visits: readonly (readonly [CalendarDay, CalendarDay | null])[] = []) {
  const dating = datingOf(rules.dating, {
    lastPeriodOn: addDays(today, -weeks * 7),
    lastPeriodSure: true,
    scan: null,
    statedDueOn: null,
  })
  return {
    ...place,
    pregnancyId: 'g',
    fetuses: 1,
    hasRisks: false,
    dating,
    enrolledOn: addDays(today, -30),
    visits: visits.map(([visitedOn, nextVisitOn]) => ({ visitedOn, nextVisitOn })),
  } satisfies PregnantRow & { enrolledOn: CalendarDay }
}

const due = (woman: ReturnType<typeof pregnant>) => antenatalLine(woman, schedule, limits.antenatal, today)

describe('women due for a visit', () => {
  const [first] = schedule.visits
  if (!first) throw new Error('a schedule has visits')

  test('in the week of the schedule, and a week before it; not two weeks before', () => {
    expect(due(pregnant(first.dueWeek))).toMatchObject({ on: today, daysLate: null, say: { visit: 1 } })
    expect(due(pregnant(first.dueWeek - 1))).toMatchObject({ on: addDays(today, 7), daysLate: null })
    expect(due(pregnant(first.dueWeek - 2))).toBeNull()
  })

  test('late from the day after that week', () => {
    expect(due(pregnant(first.dueWeek + 1))).toMatchObject({ daysLate: 1, say: { lastVisitOn: null } })
  })

  test('the day that was agreed goes before the schedule', () => {
    const agreed = (inDays: number) => due(pregnant(20, [[addDays(today, -60), addDays(today, inDays)]]))
    expect(agreed(-10)).toMatchObject({ on: addDays(today, -10), daysLate: 10 })
    expect(agreed(5)).toMatchObject({ on: addDays(today, 5), daysLate: null })
    expect(agreed(8)).toBeNull()
  })

  test('a day agreed behind the weeks of the next visit does not hide that visit', () => {
    const [, second] = schedule.visits
    if (!second) throw new Error('a schedule has two visits')
    const weeks = second.dueWeek + 1
    const firstOn = addDays(today, (first.dueWeek - weeks) * 7)
    const woman = pregnant(weeks, [[firstOn, addDays(today, 200)]])
    expect(due(woman)).toMatchObject({ daysLate: 1, say: { visit: second.number, lastVisitOn: firstOn } })
  })

  test('without any date she is to be seen since she was enrolled, and the list says that the date is missing', () => {
    const woman = { ...pregnant(20), dating: null }
    expect(due(woman)).toMatchObject({ on: woman.enrolledOn, daysLate: 30, say: { age: null, visit: null } })
  })
})

describe('expected births', () => {
  const expected = (dueIn: number) => {
    const weeks = 40
    const dating = pregnant(weeks).dating
    if (!dating) throw new Error('dated')
    return expectedBirthLine(
      { ...pregnant(weeks), dating: { ...dating, dueOn: addDays(today, dueIn) } },
      limits.expectedBirths,
      today,
    )
  }
  test.each([
    [0, { daysLate: null }],
    [8, { daysLate: null }],
    [30, { daysLate: null }],
    [-3, { daysLate: 3 }],
    [-29, { daysLate: 29, say: { isForgotten: true } }],
  ] as const)('in %i days', (dueIn, line) => {
    expect(expected(dueIn)).toMatchObject({ on: addDays(today, dueIn), ...line })
  })
  test('not those further ahead', () => {
    expect(expected(31)).toBeNull()
  })
})

describe('children who are too light or falter', () => {
  const { cutOffs } = readGrowthRules(readResource('growth/findings.json'))
  const found = (code: string, severity: 'moderate' | 'severe' = 'moderate') =>
    ({
      kind: 'cut-off',
      code,
      severity,
      indicator: 'weight-for-age',
      z: -2.4,
      on: addDays(today, -3),
      isCorrected: false,
      text: null,
    }) as const
  const fell = {
    kind: 'weight-fell',
    severity: 'moderate',
    since: addDays(today, -40),
    fromZ: 0,
    toZ: -1.2,
    on: today,
    isCorrected: false,
    text: null,
  } as const
  const judged = (findings: readonly SaidFinding[], birthDate = day('2026-02-22')) =>
    underweightLine({ ...place, birthDate, findings, weightOn: () => 6 }, limits.underweight, cutOffs, today)

  test('underweight, wasted and faltering children are on it, with the newest day', () => {
    expect(judged([found('underweight')])).toMatchObject({ on: addDays(today, -3) })
    expect(judged([fell, found('severely-wasted')])).toMatchObject({ on: today, say: { weightKg: 6 } })
  })
  test('those who are only short, too heavy, or light by a corrected age are not; nor is anybody from five years on', () => {
    expect(judged([])).toBeNull()
    expect(judged([found('stunted'), found('overweight-under-5')])).toBeNull()
    expect(judged([{ ...found('underweight'), isCorrected: true }])).toBeNull()
    expect(judged([found('underweight')], day('2021-11-22'))).toBeNull()
  })
  test('what is severe comes first', () => {
    const lines = [judged([fell]), judged([found('severely-underweight', 'severe')])].flatMap(it => it ?? [])
    expect(inOrder(lines).map(({ on }) => on)).toEqual([addDays(today, -3), today])
  })
})

describe('late signs of development', () => {
  const lists = readChildHandbook(readResource('handbook/child.json'))
  const late = (found: readonly SignsFound[], birthDate = day('2025-11-22')) =>
    milestoneLine({ ...place, birthDate, gestationWeeks: 39, found }, limits.milestones, lists, today)
  const seen = (daysAgo: number, answer: 'yes' | 'not-yet'): SignsFound => ({
    on: addDays(today, -daysAgo),
    signs: { 'rolls-over': answer },
  })
  test('a sign that was not yet there past its age, until it is seen', () => {
    expect(late([seen(5, 'not-yet')])).toMatchObject({
      on: addDays(today, -5),
      say: { signs: [{ code: 'rolls-over' }] },
    })
    expect(late([seen(40, 'not-yet'), seen(5, 'yes')])).toBeNull()
    expect(late([])).toBeNull()
  })
  test('not while its age lasts', () => {
    expect(late([seen(5, 'not-yet')], addDays(today, -130))).toBeNull()
  })
})

test('of children not weighed the youngest ages come first, then who has waited longest', () => {
  const line = (personId: string, band: number, on: string) => ({
    ...place,
    personId,
    on: day(on),
    daysLate: 1,
    say: { list: 'not-weighed' as const, birthDate: day('2024-01-01'), lastOn: null, band },
  })
  const lines = [line('old', 2, '2024-01-01'), line('b', 0, '2026-11-01'), line('a', 0, '2026-10-01')]
  expect(inOrder(lines).map(({ personId }) => personId)).toEqual(['a', 'b', 'old'])
})
