import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../../../src/domain/calendar/calendar-day'
import { correctedFindings, growthFindings } from '../../../../src/domain/child/growth-findings'
import {
  correctedAgeDays,
  dueOnOf,
  type GrowthChild,
  growthRows,
  type MeasuredOnce,
} from '../../../../src/domain/child/growth-history'
import { weightForAgeAt } from '../../../../src/domain/child/growth-scores'
import { lmsAt } from '../../../../src/domain/child/growth-tables'
import { measurementAt } from '../../../../src/domain/child/growth-z'
import { growthRules, tables } from './growth-data'

const birthDate = day('2026-02-28')
const girl: GrowthChild = { sex: 'female', birthDate, gestationWeeks: null }
type Look = Partial<MeasuredOnce> & { readonly at: number }

/** Looks at a child at ages in days, the last one first asked about. */
function rowsOf(child: GrowthChild, looks: readonly Look[]) {
  const nothing = {
    weightKg: null,
    lengthCm: null,
    position: null,
    hasOedema: false,
    headCm: null,
    armCm: null,
  }
  return growthRows(
    tables,
    child,
    looks.map(({ at, ...rest }) => ({
      id: `look-${at}`,
      on: addDays(child.birthDate, at),
      ...nothing,
      ...rest,
    })),
  )
}
function findingsOf(looks: readonly Look[], child = girl) {
  const rows = rowsOf(child, looks)
  return growthFindings(growthRules, rows, rows.at(-1)?.id ?? '')
}
const codesOf = (found: ReturnType<typeof findingsOf>) =>
  found.map(finding => (finding.kind === 'cut-off' ? finding.code : finding.kind))
const kg = (ageDays: number, z: number) =>
  measurementAt(z, weightForAgeAt(tables, 'female', ageDays) ?? { l: 1, m: 0, s: 0 })
const cm = (ageDays: number, z: number) =>
  measurementAt(z, lmsAt(tables['length-height-for-age-0-5y'], 'female', ageDays) ?? { l: 1, m: 0, s: 0 })
const forLength = (lengthCm: number, z: number) =>
  measurementAt(z, lmsAt(tables['weight-for-length'], 'female', lengthCm) ?? { l: 1, m: 0, s: 0 })

test.each<[string, Look, readonly string[]]>([
  ['a usual child', { at: 300, weightKg: kg(300, 0), lengthCm: cm(300, 0) }, []],
  ['exactly −2 is not under it', { at: 300, weightKg: kg(300, -2) }, []],
  ['a little under −2', { at: 300, weightKg: kg(300, -2.02) }, ['underweight']],
  ['under −3: the worse word alone', { at: 300, weightKg: kg(300, -3.1) }, ['severely-underweight']],
  ['short', { at: 300, lengthCm: cm(300, -2.5) }, ['stunted']],
  ['wasted', { at: 500, lengthCm: 75, weightKg: forLength(75, -2.4) }, ['wasted', 'underweight']],
  ['overweight', { at: 200, lengthCm: 66, weightKg: forLength(66, 2.4) }, ['overweight-under-5']],
  ['a thin arm', { at: 300, armCm: 12.4 }, ['arm-under-125']],
  ['a very thin arm', { at: 300, armCm: 11.4 }, ['arm-under-115']],
  ['an arm before six months', { at: 150, armCm: 11.4 }, []],
  ['swollen feet', { at: 300, weightKg: kg(300, 0), hasOedema: true }, ['oedema']],
  ['a comma too far to the left', { at: 300, weightKg: 0.85 }, ['measure-again']],
  ['nothing measured', { at: 300 }, []],
])('%s', (_what, look, expected) => {
  expect(codesOf(findingsOf([look]))).toEqual(expected)
})

test('at school age BMI speaks, and thinner and heavier have other borders', () => {
  const at = (bmi: number) => codesOf(findingsOf([{ at: 3000, lengthCm: 100, weightKg: bmi }]))
  const lms = lmsAt(tables['bmi-for-age-5-19y'], 'female', 3000 / 30.4375) ?? { l: 1, m: 0, s: 0 }
  const of = (z: number) =>
    at(measurementAt(z, lms)).filter(code => !/stunted|measure|weight$/.test(code) || code === 'overweight')
  expect([of(-2.1), of(1.1), of(2.1), of(0.9)]).toEqual([['thin'], ['overweight'], ['obese'], []])
})

describe('faltering', () => {
  test('a line that falls by one deviation within six months', () => {
    const found = findingsOf([
      { at: 60, weightKg: kg(60, 0.5) },
      { at: 120, weightKg: kg(120, -0.1) },
      { at: 180, weightKg: kg(180, -0.5) },
    ])
    expect(found).toEqual([
      { kind: 'weight-fell', severity: 'moderate', since: addDays(birthDate, 60), fromZ: 0.5, toZ: -0.5 },
    ])
  })

  test('a smaller fall is none', () => {
    expect(
      findingsOf([
        { at: 60, weightKg: kg(60, 0.5) },
        { at: 180, weightKg: kg(180, -0.48) },
      ]),
    ).toEqual([])
  })

  test('what was weighed in the first four weeks, or long ago, starts no line', () => {
    expect(
      findingsOf([
        { at: 3, weightKg: kg(3, 1) },
        { at: 60, weightKg: kg(60, -0.5) },
      ]),
    ).toEqual([])
    expect(
      findingsOf([
        { at: 60, weightKg: kg(60, 1) },
        { at: 400, weightKg: kg(400, -0.5) },
      ]),
    ).toEqual([])
  })

  test.each([
    ['four weeks without gain at four months', 92, 120, 5.5, 5.5, 28, 0],
    ['eight weeks with a loss at ten months', 244, 300, 7.4, 7.2, 56, 0.2],
  ])('%s', (_what, before, now, then, kgNow, days, lostKg) => {
    expect(
      findingsOf([
        { at: before, weightKg: then },
        { at: now, weightKg: kgNow },
      ]),
    ).toContainEqual({
      kind: 'no-gain',
      severity: 'moderate',
      since: addDays(birthDate, before),
      days,
      lostKg,
    })
  })

  test('three weeks without gain are too short to say', () => {
    expect(
      findingsOf([
        { at: 100, weightKg: 5.5 },
        { at: 121, weightKg: 5.5 },
      ]),
    ).toEqual([])
  })

  test('a weight nobody believes is neither a fall nor a line to fall from', () => {
    const slip = { at: 150, weightKg: 40 }
    expect(codesOf(findingsOf([slip, { at: 180, weightKg: kg(180, 0) }]))).toEqual([])
    expect(
      codesOf(
        findingsOf([
          { at: 120, weightKg: kg(120, 0) },
          { ...slip, at: 180 },
        ]),
      ),
    ).toEqual(['measure-again'])
  })
})

test('a child that got shorter is measured again; from lying to standing it did not', () => {
  expect(
    findingsOf([
      { at: 200, lengthCm: 66 },
      { at: 230, lengthCm: 64.5 },
    ]),
  ).toEqual([{ kind: 'got-shorter', severity: 'watch', since: addDays(birthDate, 200), byCm: 1.5 }])
  expect(
    findingsOf([
      { at: 725, lengthCm: 85 },
      { at: 735, lengthCm: 84.3 },
    ]),
  ).toEqual([])
})

describe('born early', () => {
  const early: GrowthChild = { ...girl, gestationWeeks: 32 }

  test.each([
    [32, 100, 44],
    [32, 56, 0],
    [32, 55, null],
    [36, 100, 72],
    [37, 100, null],
    [null, 100, null],
    [32, 730, 674],
    [32, 731, null],
  ])('born at %s weeks, %i days old: %s days', (gestationWeeks, ageDays, expected) => {
    expect(correctedAgeDays(gestationWeeks, ageDays)).toBe(expected)
  })

  test('the day the child was due', () => {
    expect(dueOnOf(early)).toBe('2026-04-25')
    expect(dueOnOf(girl)).toBeNull()
  })

  test('both ages are scored, and what the corrected one says is never among the findings', () => {
    const rows = rowsOf(early, [{ at: 100, weightKg: 4 }])
    const [row] = rows
    if (!row) throw new Error('no row')
    expect(row.scores['weight-for-age']?.z).toBeLessThan(-2)
    expect(row.corrected).toMatchObject({ ageDays: 44 })
    expect(row.corrected?.scores['weight-for-age']?.z).toBeGreaterThan(-2)
    expect(codesOf(growthFindings(growthRules, rows, row.id))).toEqual(['severely-underweight'])
    expect(correctedFindings(growthRules, row)).toEqual([])
    expect(correctedFindings(growthRules, { ...row, corrected: null })).toEqual([])
  })
})
