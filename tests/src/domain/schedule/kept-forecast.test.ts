import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween } from '../../../../src/domain/calendar/calendar-day'
import type { Sex } from '../../../../src/domain/person/person'
import { buildChart } from '../../../../src/domain/schedule/chart'
import type { ChartInput, ForecastCell } from '../../../../src/domain/schedule/chart-types'
import { forecastToKeep, keptStatusOn } from '../../../../src/domain/schedule/kept-forecast'
import { person, schedule, vaccines } from './fixtures'

const codes = [...new Set(schedule.vaccineAntigens.map(({ vaccine }) => vaccine))]
/** Every condition the schedule asks about. */
const observed = [
  ...new Set([
    'nothing-asked',
    ...schedule.antigens.flatMap(({ immunity, contraindications, series }) =>
      [...immunity, ...contraindications, ...series.flatMap(it => it.indications)].map(
        ({ observationCode }) => observationCode,
      ),
    ),
  ]),
]
const ageDays = fc.integer({ min: 0, max: 6_600 })

type History = {
  readonly born: number
  readonly age: number
  readonly sex: Sex
  readonly given: readonly { readonly age: number; readonly vaccineCode: string; readonly span: number }[]
  readonly seen: readonly { readonly age: number; readonly code: string }[]
  readonly offered: readonly string[]
  /** What screenings hold back: some products, or all, from any day for some time or for good. */
  readonly held: readonly { readonly codes: readonly string[]; readonly age: number | null }[]
}

/** Any history at all, sensible or not, of somebody up to 18 years, born on any day; some doses lie ahead. */
const anybody: fc.Arbitrary<History> = fc.record({
  born: fc.integer({ min: 0, max: 800 }),
  age: fc.oneof(fc.integer({ min: 0, max: 800 }), ageDays),
  sex: fc.constantFrom<Sex>('male', 'female', 'unknown'),
  given: fc.array(
    fc.record({
      age: fc.oneof(fc.integer({ min: 0, max: 700 }), ageDays),
      vaccineCode: fc.constantFrom(...codes),
      // Some cards name a month or a year alone.
      span: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.constantFrom(30, 364)),
    }),
    { maxLength: 10 },
  ),
  seen: fc.array(fc.record({ age: ageDays, code: fc.constantFrom(...observed) }), { maxLength: 2 }),
  offered: fc.constantFrom<readonly string[]>([], ['Rotavirus', 'Pneumococcal', 'HPV']),
  held: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    fc.array(
      fc.record({
        codes: fc.oneof(fc.constant(codes), fc.subarray(codes, { minLength: 1 })),
        age: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.constant(null)),
      }),
      { maxLength: 3 },
    ),
  ),
})

function inputOf({ born, age, sex, given, seen, offered, held }: History): ChartInput {
  const birthDate = addDays(day('2019-12-01'), born)
  const doses = given.map((dose, index) => ({
    id: `${index}`,
    vaccineCode: dose.vaccineCode,
    givenOn: addDays(birthDate, dose.age),
    givenUntil: dose.span > 0 ? addDays(birthDate, dose.age + dose.span) : null,
  }))
  const observations = seen.map(it => ({ code: it.code, on: addDays(birthDate, it.age), isActive: true }))
  const on = addDays(birthDate, age)
  const holds = held.map(hold => ({
    vaccineCodes: hold.codes,
    conclusion: 'deferred' as const,
    until: hold.age === null ? null : addDays(birthDate, hold.age),
    text: { vi: 'Hoãn', en: 'Deferred' },
  }))
  return {
    schedule,
    vaccines,
    person: { birthDate, sex, observations, holds },
    doses,
    offeredAntigens: offered,
    on,
  }
}

function always(promise: (input: ChartInput) => void, numRuns: number): void {
  const property = fc.property(anybody, history => {
    promise(inputOf(history))
  })
  fc.assert(property, { numRuns })
}

/** What the matrix shows as still to be given, without the reasons. */
function openCells(input: ChartInput) {
  const isOpen = (cell: { readonly kind: string }): cell is ForecastCell => cell.kind === 'forecast'
  const { rows } = buildChart(input)
  return rows.flatMap(({ code, cells }) =>
    cells
      .filter(isOpen)
      .filter(cell => !cell.isProjected && cell.label !== null)
      .map(({ status, label, antigens, earliestOn, recommendedOn, pastDueOn, latestOn }) => ({
        row: code,
        status,
        label,
        antigens,
        earliestOn,
        recommendedOn,
        pastDueOn,
        latestOn,
      })),
  )
}

function keptCells(input: ChartInput) {
  const shown = new Set(buildChart(input).rows.map(({ code }) => code))
  return forecastToKeep(input)
    .rows.filter(({ rowCode }) => shown.has(rowCode))
    .flatMap(({ rowCode, doses }) =>
      doses.map(({ doseNumber: _doseNumber, dueOn, overdueOn, ...dose }) => ({
        row: rowCode,
        status: keptStatusOn({ dueOn, overdueOn }, input.on),
        ...dose,
      })),
    )
}

const sorted = (cells: readonly { readonly row: string; readonly label: unknown }[]) =>
  cells.map(cell => JSON.stringify(cell, Object.keys(cell).sort())).sort()

describe('a kept forecast', () => {
  test('says of every row what the matrix says', () => {
    always(input => expect(sorted(keptCells(input))).toEqual(sorted(openCells(input))), 80)
  })

  test('holds, status and all, on every day until the day it is to be renewed', () => {
    always(input => {
      const { rows, renewOn } = forecastToKeep(input)
      const statuses = rows.map(row => keptStatusOn(row, input.on))
      const days = renewOn ? daysBetween(input.on, renewOn) : 2_000
      const watched = [...Array(Math.min(days, 90)).keys(), days - 1].map(ahead => addDays(input.on, ahead))
      for (const on of watched) {
        expect({ on, rows: forecastToKeep({ ...input, on }).rows }).toEqual({ on, rows })
        expect(rows.map(row => keptStatusOn(row, on))).toEqual(statuses)
      }
    }, 80)
  })

  test('is not renewed every day: a child of six months has weeks to go', () => {
    const { rows, renewOn } = forecastToKeep(person('2026-01-10', '2026-07-20'))
    expect(rows.length).toBeGreaterThan(3)
    expect(renewOn && renewOn >= day('2026-08-01')).toBe(true)
  })
})
