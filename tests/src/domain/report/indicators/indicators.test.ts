import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDoseLists } from '../../../../../src/contract/dose-list-file'
import { readIndicatorRules } from '../../../../../src/contract/indicator-file'
import { addDays, type CalendarDay, daysBetween } from '../../../../../src/domain/calendar/calendar-day'
import { between, chance, seededRandom } from '../../../../../src/domain/exchange/random'
import type { Month } from '../../../../../src/domain/report/count-programme'
import {
  dosesGiven,
  type IndicatorChild,
  leftOutOn,
} from '../../../../../src/domain/report/indicators/indicator-child'
import {
  indicatorView,
  type Measure,
  namesOf,
  shareOf,
  standingOf,
} from '../../../../../src/domain/report/indicators/measure'
import { monthsOf, picturesOf, placePictures } from '../../../../../src/domain/report/indicators/pictures'

const file: unknown = JSON.parse(
  readFileSync(new URL('../../../../../resources/indicators/indicators.json', import.meta.url), 'utf8'),
)
const lists: unknown = JSON.parse(
  readFileSync(
    new URL('../../../../../resources/reports/lists/fully-immunised.json', import.meta.url),
    'utf8',
  ),
)
const needed = ['BCG', 'Diphtheria', 'HepB', 'Hib', 'Polio', 'Measles']
const rules = readIndicatorRules(file, readDoseLists(lists, new Set(needed)))
const on = '2026-11-22' as CalendarDay
const cohort = { from: '2025-01' as Month, to: '2025-12' as Month }
const view = indicatorView(rules, on)
const question = { view, doses: rules.doses, cohort }

function born(birthDate: string, parts: Partial<IndicatorChild> = {}): IndicatorChild {
  return {
    personId: birthDate,
    birthDate: birthDate as CalendarDay,
    communeCode: '22363',
    hamlet: 'Thôn 1',
    ageDays: daysBetween(birthDate as CalendarDay, on),
    leftOut: null,
    given: {},
    ageAtDose: {},
    tried: {},
    birthDose: 'none',
    fullyOn: null,
    lacking: ['BCG'],
    ...parts,
  }
}

const day = (text: string) => text as CalendarDay
const dose = (antigen: string, number: number, when: string, isValid = true) => ({
  antigen,
  number,
  isValid,
  on: day(when),
  birthDose: null,
})
const asked = (measure: Measure, child: IndicatorChild) => standingOf(view, measure, child)

test('only valid doses count, and one that does not count is named as the reason', () => {
  const given = dosesGiven(
    rules,
    day('2025-03-01'),
    [dose('Diphtheria', 1, '2025-04-01', false), dose('Diphtheria', 2, '2025-06-01')],
    on,
  )
  expect(given.given).toEqual({ 'dpt-2': '2025-06-01' })
  expect(given.tried).toEqual({ 'dpt-1': '2025-04-01' })
  const child = born('2025-03-01', given)
  expect(asked({ kind: 'dose', doseId: 'dpt-1' }, child)).toEqual({
    isCounted: false,
    note: { code: 'not-valid', on: '2025-04-01' },
  })
})

test('a dose repeated after one that did not count is given on the day of the repetition', () => {
  const doses = [dose('Measles', 1, '2025-09-01', false), dose('Measles', 1, '2025-12-20')]
  expect(dosesGiven(rules, day('2025-03-01'), doses, on)).toMatchObject({
    given: { 'measles-1': '2025-12-20' },
    tried: {},
  })
})

test('a dose of hepatitis B at two months is no birth dose; what lies ahead of the day is not known yet', () => {
  const late = [dose('HepB', 1, '2025-05-01'), dose('BCG', 1, '2026-12-01')]
  expect(dosesGiven(rules, day('2025-03-01'), late, on)).toMatchObject({
    given: {},
    tried: { 'hepb-birth': '2025-05-01' },
  })
})

test('a child is asked for a dose a month after it was due, not before', () => {
  const measure = { kind: 'dose', doseId: 'measles-1' } as const
  expect(asked(measure, born('2026-01-22'))).toMatchObject({ isCounted: false })
  expect(asked(measure, born('2026-01-23'))).toBeNull()
})

/** All doses of a full immunisation, the one against measles on a day of its own. */
const all = (measlesOn: string, isValid = true) => [
  ...rules.fullyImmunised.needs
    .filter(({ antigen }) => antigen !== 'Measles')
    .flatMap(({ antigen, doses }) =>
      Array.from({ length: doses }, (_, index) => dose(antigen, index + 1, `2025-0${index + 3}-10`)),
    ),
  dose('Measles', 1, measlesOn, isValid),
]
test.each([
  { why: 'all doses within the first year', doses: all('2025-12-01'), counted: true, lacking: [] },
  {
    why: 'the last dose on the first birthday',
    doses: all('2026-01-05'),
    counted: false,
    lacking: ['Measles'],
  },
  { why: 'the last dose on the day before it', doses: all('2026-01-04'), counted: true, lacking: [] },
  {
    why: 'a dose that does not count',
    doses: all('2025-12-01', false),
    counted: false,
    lacking: ['Measles'],
  },
])('fully immunised: $why', ({ doses, counted, lacking }) => {
  const child = born('2025-01-05', dosesGiven(rules, day('2025-01-05'), doses, on))
  expect(child.lacking).toEqual(lacking)
  expect(asked({ kind: 'fully-immunised' }, child)?.isCounted).toBe(counted)
})

test('nobody is asked for a full immunisation before the first birthday', () => {
  const given = dosesGiven(rules, day('2025-11-23'), all('2026-09-01'), on)
  expect(asked({ kind: 'fully-immunised' }, born('2025-11-23', given))).toBeNull()
})

test('drop-out asks those who had the first dose and are old enough for the last', () => {
  const measure = { kind: 'drop-out', dropOutId: 'dpt-1-3' } as const
  const first = { given: { 'dpt-1': day('2026-05-01') } }
  expect(asked(measure, born('2026-03-01', first))).toMatchObject({ isCounted: true })
  expect(asked(measure, born('2026-07-01', first))).toBeNull()
  expect(asked(measure, born('2026-03-01'))).toBeNull()
  const both = { given: { 'dpt-1': day('2026-05-01'), 'dpt-3': day('2026-07-01') } }
  expect(asked(measure, born('2026-03-01', both))).toMatchObject({ isCounted: false })
})

test('zero-dose is asked at twelve months', () => {
  expect(asked({ kind: 'zero-dose' }, born('2025-11-22'))).toMatchObject({ isCounted: true })
  expect(asked({ kind: 'zero-dose' }, born('2025-11-23'))).toBeNull()
})

const entry = (state: 'moved-in' | 'moved-out' | 'died' | 'temporary', when: string, until?: string) => ({
  id: when,
  createdAt: when,
  state,
  on: day(when),
  until: until === undefined ? null : day(until),
})
test.each([
  { why: 'nothing was ever noted', entries: [], left: null },
  { why: 'moved out', entries: [entry('moved-out', '2026-05-01')], left: 'moved-out' },
  {
    why: 'moved out and came back',
    entries: [entry('moved-out', '2026-05-01'), entry('moved-in', '2026-06-01')],
    left: null,
  },
  { why: 'died', entries: [entry('died', '2026-05-01')], left: 'died' },
  { why: 'will have moved', entries: [entry('moved-out', '2026-11-23')], left: null },
  {
    why: 'a stay that is over',
    entries: [entry('temporary', '2026-05-01', '2026-06-01')],
    left: 'temporary',
  },
  { why: 'a stay that is not', entries: [entry('temporary', '2026-05-01', '2026-12-01')], left: null },
])('who is left out: $why', ({ entries, left }) => {
  expect(leftOutOn(entries, on)).toBe(left)
})

test('who is left out is in no denominator, and the picture says how many', () => {
  const children = [born('2025-02-01'), born('2025-02-02', { leftOut: 'died' }), born('2025-02-03')]
  const pictures = picturesOf(question, children)
  expect(pictures).toMatchObject({ followed: 2, leftOut: [{ why: 'died', children: 1 }] })
  expect(pictures.coverage.map(({ of }) => of)).not.toContain(3)
  expect(pictures.panels.flatMap(({ curves }) => curves.map(({ points }) => points[0]?.of))).not.toContain(3)
})

function randomChildren(seed: number, count: number): readonly IndicatorChild[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, index) => {
    const birthDate = addDays(day('2025-01-01'), between(random, 0, 364))
    const given: Record<string, CalendarDay> = {}
    const ageAtDose: Record<string, number> = {}
    for (const { id } of rules.doses) {
      const age = between(random, 0, 700)
      const givenOn = addDays(birthDate, age)
      if (!chance(random, 0.7) || givenOn > on) continue
      given[id] = givenOn
      ageAtDose[id] = age
    }
    return born(birthDate, {
      personId: `p${index}`,
      given,
      ageAtDose,
      communeCode: chance(random, 0.5) ? '22363' : '14797',
      hamlet: `Thôn ${between(random, 1, 4)}`,
      leftOut: chance(random, 0.1) ? 'moved-out' : null,
      fullyOn: chance(random, 0.5) ? addDays(birthDate, 300) : null,
      birthDose: chance(random, 0.5) ? 'in-time' : chance(random, 0.5) ? 'late' : 'none',
    })
  })
}

const nowhere = { place: null, bornIn: null }

test.each([1, 2, 3])('random register %i: every mark opens to as many names as it says', seed => {
  const children = randomChildren(seed, 120)
  const pictures = picturesOf(question, children)
  const names = (measure: Measure, which: 'counted' | 'missing' | 'all', bornIn: Month | null = null) =>
    namesOf(view, measure, children, { ...nowhere, bornIn, which })
  const { fullyImmunised, coverage, dropOuts, zeroDose, birthDose, panels } = pictures
  const both = [...dropOuts, zeroDose, ...birthDose]
  for (const { measure, counted, of } of [fullyImmunised, ...coverage, ...both.map(({ whole }) => whole)]) {
    expect(names(measure, 'counted')).toHaveLength(counted)
    expect(names(measure, 'missing')).toHaveLength(of - counted)
    expect(names(measure, 'all')).toHaveLength(of)
  }
  for (const { whole, byMonth } of both) {
    expect(byMonth.months.reduce((sum, { counted }) => sum + counted, 0)).toBe(whole.counted)
    for (const [index, month] of monthsOf(cohort).entries())
      expect(names(byMonth.measure, 'counted', month)).toHaveLength(byMonth.months[index]?.counted ?? -1)
  }
  const answers = birthDose.reduce((sum, { whole }) => sum + whole.counted, 0)
  expect(answers).toBe(birthDose[0]?.whole.of)
  for (const { curves } of panels)
    for (const { doseId, points } of curves)
      for (const { ageDays, counted, of } of points.filter((_, index) => index % 5 === 0))
        expect(shareOf(view, { kind: 'by-age', doseId, ageDays }, children)).toEqual({ counted, of })
})

test('hamlets add up to their commune, and communes to all', () => {
  const children = randomChildren(7, 200)
  const measure = { kind: 'dose', doseId: 'dpt-3' } as const
  const whole = shareOf(view, measure, children)
  const communes = placePictures(question, measure, children, null)
  const sum = (parts: readonly { readonly whole: { readonly counted: number; readonly of: number } }[]) => ({
    counted: parts.reduce((all, part) => all + part.whole.counted, 0),
    of: parts.reduce((all, part) => all + part.whole.of, 0),
  })
  expect(sum(communes)).toEqual(whole)
  for (const commune of communes) {
    const hamlets = placePictures(question, measure, children, commune.communeCode)
    expect(sum(hamlets)).toEqual(commune.whole)
    for (const { hamlet, whole: own } of hamlets) {
      const place = { communeCode: commune.communeCode, hamlet }
      expect(namesOf(view, measure, children, { place, bornIn: null, which: 'counted' })).toHaveLength(
        own.counted,
      )
    }
  }
})

test.each([
  { why: 'a dose that does not exist', part: { zeroDose: { dose: 'nothing' } } },
  { why: 'an age nobody can read', part: { grace: 'soon' } },
  { why: 'a field nobody knows', part: { more: 1 } },
  { why: 'steps that fall', part: { delays: { untilDays: [3, 1] } } },
])('a file is refused for $why', ({ part }) => {
  const known = file as Record<string, unknown>
  const merged = Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      typeof value === 'object' ? { ...(known[name] as object), ...value } : value,
    ]),
  )
  expect(() => readIndicatorRules({ ...known, ...merged }, readDoseLists(lists, new Set(needed)))).toThrow()
})

test('a curve ends where less than a quarter of the children have reached the age', () => {
  const old = Array.from({ length: 2 }, () => born('2025-01-01'))
  const young = Array.from({ length: 8 }, () => born('2025-11-23'))
  const bcg = picturesOf(question, [...old, ...young]).panels[0]?.curves[1]
  // 364 days are 52 weeks: the younger ones have reached them, and nothing beyond is drawn of two in ten.
  expect(bcg?.points.at(-1)).toEqual({ ageDays: 364, counted: 0, of: 10 })
})
