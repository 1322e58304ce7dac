import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readProgramme } from '../../../../src/contract/programme-file'
import { addDays, type CalendarDay, day, daysBetween } from '../../../../src/domain/calendar/calendar-day'
import { between, chance, pick, type Random, seededRandom } from '../../../../src/domain/exchange/random'
import {
  countProgramme,
  isShare,
  monthOf,
  type NamedCount,
  type ProgrammeFacts,
} from '../../../../src/domain/report/count-programme'
import type { ProgrammeForm, ProgrammeRule } from '../../../../src/domain/report/handbook-programme'
import { addMonths, daysOfMonths, monthsUntil } from '../../../../src/domain/report/months'

const file = new URL('../../../../resources/handbook/programme.json', import.meta.url)
const { form } = readProgramme(JSON.parse(readFileSync(file, 'utf8')))
const communes = ['16378', '16400', '']
const period = { from: day('2025-12-01'), to: day('2026-11-30') }

function repeat<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

/** Facts nobody planned: inside the period and outside, doubled days, births without a pregnancy. */
function randomFacts(random: Random): ProgrammeFacts {
  const on = (): CalendarDay => addDays(day('2025-10-01'), between(random, 0, 480))
  const fact = (kind: string) => (index: number) => ({
    personId: `person ${between(random, 0, 30)}`,
    recordId: `${kind} ${index}`,
    communeCode: pick(random, communes),
    on: on(),
  })
  const clock = (verdict: 'in-time' | 'late' | 'unknown') => ({
    verdict,
    minutes: null,
    days: 0,
    hours: 24,
    missing: null,
  })
  return {
    enrolled: repeat(60, fact('pregnancy')),
    handbooks: repeat(40, fact('handbook')),
    visits: repeat(250, index => ({
      ...fact('visit')(index),
      pregnancyId: `pregnancy ${between(random, 0, 59)}`,
    })),
    deliveries: repeat(80, index => {
      const made = fact('birth')(index)
      return {
        ...made,
        pregnancyId: chance(random, 0.8) ? `pregnancy ${between(random, 0, 59)}` : null,
        protection: pick(random, ['protected', 'not-protected', 'unknown'] as const),
        postpartumOn: chance(random, 0.6) ? [addDays(made.on, between(random, -2, 60))] : [],
      }
    }),
    newborns: repeat(90, index => ({
      ...fact('newborn')(index),
      weightG: chance(random, 0.8) ? between(random, 1200, 4200) : null,
      birthDose: chance(random, 0.8)
        ? clock(pick(random, ['in-time', 'in-time', 'late', 'unknown'] as const))
        : null,
    })),
    measured: repeat(300, index => {
      const made = fact('check')(index)
      return { ...made, birthDate: addDays(made.on, -between(random, 0, 3000)) }
    }),
  }
}

const key = ({ month, communeCode }: Pick<NamedCount, 'month' | 'communeCode'>) => `${month} ${communeCode}`

/** The counted names of a row, worked out in another way: cell by cell, from the facts. */
function counted(rule: ProgrammeRule, facts: ProgrammeFacts, month: string, communeCode: string): number {
  const here = <F extends { readonly on: CalendarDay; readonly communeCode: string }>(all: readonly F[]) =>
    all.filter(fact => monthOf(fact.on) === month && fact.communeCode === communeCode)
  const daysOf = (pregnancyId: string | null) =>
    new Set(facts.visits.filter(it => it.pregnancyId === pregnancyId).map(({ on }) => on))
  switch (rule.kind) {
    case 'enrolled':
      return here(facts.enrolled).length
    case 'handbooks':
      return here(facts.handbooks).length
    case 'deliveries':
      return here(facts.deliveries).length
    case 'live-births':
      return here(facts.newborns).length
    case 'deliveries-with-visits':
      return here(facts.deliveries).filter(
        ({ pregnancyId, on }) =>
          [...daysOf(pregnancyId ?? 'none')].filter(visitedOn => visitedOn <= on).length >= rule.atLeast,
      ).length
    case 'deliveries-protected':
      return here(facts.deliveries).filter(({ protection }) => protection === 'protected').length
    case 'postpartum-visited':
      return here(facts.deliveries).filter(({ postpartumOn, on }) =>
        postpartumOn.some(seen => seen >= on && daysBetween(on, seen) <= rule.withinDays),
      ).length
    case 'birth-dose':
      return here(facts.newborns).filter(({ birthDose }) => birthDose?.verdict === 'in-time').length
    case 'low-weight':
      return here(facts.newborns).filter(({ weightG }) => weightG !== null && weightG < rule.underG).length
    default:
      return -1
  }
}

describe('every number opens to its names', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'random facts %i: the sum of names is the cell, in every cell',
    seed => {
      const facts = randomFacts(seededRandom(seed))
      const names = countProgramme(form, facts, period)
      for (const { id, rule } of form.rows) {
        const row = names.filter(({ rowId }) => rowId === id)
        const cells = new Map<string, number>()
        for (const name of row.filter(({ isCounted }) => isCounted))
          cells.set(key(name), (cells.get(key(name)) ?? 0) + 1)
        if (rule.kind !== 'visits' && rule.kind !== 'children-measured')
          for (const month of monthsUntil('2026-11' as NamedCount['month']))
            for (const communeCode of communes)
              expect(cells.get(key({ month, communeCode })) ?? 0).toBe(
                counted(rule, facts, month, communeCode),
              )
        expect([...cells.values()].reduce((sum, count) => sum + count, 0)).toBe(
          row.filter(({ isCounted }) => isCounted).length,
        )
        expect(row.every(({ on }) => on >= period.from && on <= period.to)).toBe(true)
        if (!isShare(rule)) expect(row.every(({ isCounted }) => isCounted)).toBe(true)
      }
    },
  )

  test.each([11, 12, 13])('random facts %i: two halves of the year are the year', seed => {
    const facts = randomFacts(seededRandom(seed))
    const half = day('2026-06-01')
    const first = countProgramme(form, facts, { from: period.from, to: addDays(half, -1) })
    const second = countProgramme(form, facts, { from: half, to: period.to })
    const sorted = (names: readonly NamedCount[]) => names.map(name => JSON.stringify(name)).toSorted()
    expect(sorted([...first, ...second])).toEqual(sorted(countProgramme(form, facts, period)))
  })

  test.each([21, 22, 23])('random facts %i: each visit day of a pregnancy is in exactly one row', seed => {
    const facts = randomFacts(seededRandom(seed))
    const rows = new Set(form.rows.filter(({ rule }) => rule.kind === 'visits').map(({ id }) => id))
    const all = { from: day('2020-01-01'), to: day('2030-01-01') }
    const names = countProgramme(form, facts, all).filter(({ rowId }) => rows.has(rowId))
    const days = new Set(facts.visits.map(({ pregnancyId, on }) => `${pregnancyId} ${on}`))
    expect(names).toHaveLength(days.size)
    expect(new Set(names.map(({ recordId }) => recordId)).size).toBe(days.size)
  })
})

describe('single rules', () => {
  const nothing: ProgrammeFacts = {
    enrolled: [],
    handbooks: [],
    visits: [],
    deliveries: [],
    newborns: [],
    measured: [],
  }
  const at = (on: string, recordId = on) => ({ personId: 'p', recordId, communeCode: '16378', on: day(on) })
  const rowOf = (id: string): Pick<ProgrammeForm, 'rows'> => ({
    rows: form.rows.filter(row => row.id === id),
  })
  const count = (id: string, facts: Partial<ProgrammeFacts>) =>
    countProgramme(rowOf(id), { ...nothing, ...facts }, period).map(
      ({ isCounted, note }) => `${isCounted} ${note?.code ?? '-'}`,
    )

  test('a birth dose without a known hour is of the denominator, and says why it is not counted', () => {
    const clock = { minutes: null, days: 1, hours: 24, missing: 'birth-time' as const }
    const newborns = [
      { ...at('2026-11-02'), weightG: 3000, birthDose: { ...clock, verdict: 'in-time' as const } },
      { ...at('2026-11-03'), weightG: 3000, birthDose: { ...clock, verdict: 'unknown' as const } },
      { ...at('2026-11-04'), weightG: 3000, birthDose: { ...clock, verdict: 'late' as const } },
      { ...at('2026-11-05'), weightG: 3000, birthDose: null },
    ]
    expect(count('birth-dose', { newborns })).toEqual([
      'true -',
      'false dose-time-unknown',
      'false dose-late',
      'false no-dose',
    ])
  })

  test('a visit after birth is none before it; four are enough for four', () => {
    const visits = ['2026-02-01', '2026-04-01', '2026-06-01', '2026-08-01', '2026-08-01', '2026-10-01'].map(
      (on, index) => ({ ...at(on, `v${index}`), pregnancyId: 'g' }),
    )
    const born = { ...at('2026-09-01'), pregnancyId: 'g', protection: 'unknown' as const, postpartumOn: [] }
    expect(count('births-4-visits', { visits, deliveries: [born] })).toEqual(['true visits-before'])
    expect(count('births-8-visits', { visits, deliveries: [born] })).toEqual(['false visits-before'])
    expect(count('births-4-visits', { visits, deliveries: [{ ...born, pregnancyId: null }] })).toEqual([
      'false visits-before',
    ])
  })

  test('a child measured twice in a month is one child; at six years it is none', () => {
    const measured = [
      { ...at('2026-11-05', 'b'), birthDate: day('2026-01-01') },
      { ...at('2026-11-02', 'a'), birthDate: day('2026-01-01') },
      { ...at('2026-10-02', 'c'), birthDate: day('2026-01-01') },
      { ...at('2026-11-02', 'd'), personId: 'old', birthDate: day('2020-11-02') },
    ]
    const names = countProgramme(rowOf('measured'), { ...nothing, measured }, period)
    expect(names.map(({ recordId }) => recordId).toSorted()).toEqual(['a', 'c'])
  })
})

test('months: a year ends with its month, also in January and in a leap year', () => {
  expect(monthsUntil('2026-01' as NamedCount['month'])).toHaveLength(12)
  expect(monthsUntil('2026-01' as NamedCount['month'])[0]).toBe('2025-02')
  expect(addMonths('2026-11' as NamedCount['month'], 2)).toBe('2027-01')
  expect(daysOfMonths('2028-02' as NamedCount['month'], '2028-02' as NamedCount['month'])).toEqual({
    from: '2028-02-01',
    to: '2028-02-29',
  })
})
