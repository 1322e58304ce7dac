import { describe, expect, test } from 'vitest'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { buildChart } from '../../../../src/domain/schedule/chart'
import type { GivenCell, ImmunizationChart } from '../../../../src/domain/schedule/chart-types'
import { type Timeline, type TimelineMark, timelineOf } from '../../../../src/domain/schedule/timeline'
import { person } from './fixtures'

const born = '2025-05-18'
const chart = buildChart(
  person(born, '2026-11-22', [
    ['2025-05-18', 'GENEHBVAX_05'],
    ['2025-05-25', 'BCG_IVAC'],
    ['2025-07-20', 'SII_PENTA', 'BOPV_POLYVAC'],
    ['2025-08-24', 'SII_PENTA', 'BOPV_POLYVAC'],
    ['2025-09-26', 'SII_PENTA', 'BOPV_POLYVAC'],
    ['2025-10-18', 'IMOVAX_POLIO'],
    ['2026-02-20', 'MVVAC'],
    ['2026-05-22', 'JEVAX'],
    ['2026-05-26', 'JEVAX'],
  ]),
)
const layout = timelineOf(chart, day(born))

describe('the timeline of a girl of 18 months', () => {
  test('a lane for every row of the matrix, in its order, and a mark for every dose given or to come', () => {
    expect(layout.lanes.map(({ code }) => code)).toEqual(chart.rows.map(({ code }) => code))
    expect(layout.lanes.map(({ marks }) => marks.length)).toEqual(
      chart.rows.map(({ cells }) => cells.filter(cell => cell.kind === 'given' || cell.earliestOn).length),
    )
  })

  test('an early dose does not count, its repetition is late, the one after that lies ahead', () => {
    expect(lane(layout, 'JE').marks.map(({ status }) => status)).toEqual([
      'valid',
      'not-valid',
      'overdue',
      'later',
    ])
  })

  test('the same day stands at the same place in every lane', () => {
    const at = (code: string, givenOn: string) =>
      lane(layout, code).marks.find(mark => mark.kind === 'given' && mark.cell.givenOn === givenOn)?.place
    expect(at('DTP', '2025-08-24')).toBe(at('POLIO', '2025-08-24'))
  })

  test('what is due today may be given on the line of today', () => {
    for (const mark of layout.lanes.flatMap(({ marks }) => marks)) {
      if (mark.kind === 'given' || mark.status === 'later') continue
      expect(mark.window.from).toBeLessThanOrEqual(layout.today)
      expect(Math.max(mark.window.to, mark.late?.to ?? 0)).toBeGreaterThanOrEqual(layout.today)
    }
  })

  test('a late dose shows from when: its window ends before today', () => {
    const ipv = lane(layout, 'POLIO').marks.find(({ status }) => status === 'overdue')
    if (ipv?.kind !== 'target') throw new Error('IPV 2 is not late')
    expect(ipv.window.to).toBeLessThan(layout.today)
    expect(ipv.late?.from).toBe(ipv.window.to)
  })

  test('a finished row says so at its end', () => {
    expect(lane(layout, 'BCG')).toMatchObject({ status: 'complete', next: null })
    expect(lane(layout, 'DTP').next).toMatchObject({ status: 'due', label: { vi: 'DPT mũi 4' } })
  })
})

describe('the axis', () => {
  test('begins at birth and gives the first two years most of the room', () => {
    const later = timelineOf(
      buildChart(person('2019-05-18', '2026-11-22', [['2019-07-20', 'SII_PENTA']])),
      day('2019-05-18'),
    )
    expect(later.startsAtBirth).toBe(true)
    expect(later.ticks[0]).toEqual({ years: 0, months: 0, place: 0 })
    const twoYears = later.ticks.find(({ years, months }) => years === 2 && months === 0)
    expect(twoYears?.place).toBeGreaterThan(0.55)
    expect(twoYears?.place).toBeLessThan(0.75)
  })

  test('a newborn sees two years ahead', () => {
    const newborn = timelineOf(buildChart(person('2026-11-20', '2026-11-22')), day('2026-11-20'))
    expect(newborn.ticks.map(({ years, months }) => years * 12 + months)).toEqual([0, 2, 4, 6, 9, 12, 18, 24])
    expect(newborn.today).toBeLessThan(0.01)
  })

  test('an adult without childhood doses does not look at empty years', () => {
    const bornOn = day('1998-03-02')
    const adult = timelineOf(
      buildChart(
        person('1998-03-02', '2026-11-22', [
          ['2026-09-01', 'TT_IVAC'],
          ['2026-10-05', 'TT_IVAC'],
        ]),
      ),
      bornOn,
    )
    expect(adult.startsAtBirth).toBe(false)
    const [first, second] = adult.lanes.find(({ marks }) => marks.length > 1)?.marks ?? []
    expect((second?.place ?? 0) - (first?.place ?? 0)).toBeGreaterThan(0.025)
    expect(adult.ticks.length).toBeGreaterThan(1)
    expect(adult.ticks.every(({ years, months }) => years > 20 && months === 0)).toBe(true)
  })
})

describe('marks that would stand on each other', () => {
  const crowd = (days: readonly string[]): ImmunizationChart => ({
    ...chart,
    rows: [
      {
        code: 'X',
        name: { vi: 'X', en: 'X' },
        detail: null,
        status: 'complete',
        cells: days.map(givenOn => given(givenOn)),
      },
    ],
  })

  test.each([
    ['on one day', ['2025-05-18', '2025-05-18', '2025-05-18', '2025-05-18']],
    ['at the right edge', ['2027-04-28', '2027-05-08', '2027-05-17', '2027-05-18']],
    [
      'day after day',
      Array.from({ length: 30 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`),
    ],
  ])('%s: each can be seen, in the order of the days, inside the picture', (_, days) => {
    const { marks } = lane(timelineOf(crowd(days), day(born)), 'X')
    expect(marks.map(mark => (mark.kind === 'given' ? mark.cell.givenOn : ''))).toEqual(days)
    const places = marks.map(({ place }) => place)
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...places)).toBeLessThanOrEqual(1)
    const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(0.027)
  })

  test('a dose known by its month only covers the month and stands in its middle', () => {
    const [mark] = lane(
      timelineOf(crowdOf({ ...given('2026-03-01'), givenUntil: day('2026-03-31') }), day(born)),
      'X',
    ).marks
    const [march, april] = placesOf(['2026-03-01', '2026-04-01'])
    expect(spanOf(mark)).toEqual({ from: march, to: april })
    expect(mark?.place).toBeGreaterThan(march ?? 1)
    expect(mark?.place).toBeLessThan(april ?? 0)
  })

  function crowdOf(cell: GivenCell): ImmunizationChart {
    const [row] = crowd([]).rows
    return { ...chart, rows: row ? [{ ...row, cells: [cell] }] : [] }
  }
  function placesOf(days: readonly string[]) {
    return lane(timelineOf(crowd(days), day(born)), 'X').marks.map(({ place }) => place)
  }
})

function spanOf(mark: TimelineMark | undefined) {
  return mark?.kind === 'given' ? mark.span : null
}

function given(givenOn: string): GivenCell {
  const cell = chart.rows.flatMap(({ cells }) => cells).find(it => it.kind === 'given')
  if (cell?.kind !== 'given') throw new Error('the chart has no dose')
  return { ...cell, givenOn: day(givenOn) }
}

function lane({ lanes }: Timeline, code: string) {
  const found = lanes.find(it => it.code === code)
  if (!found) throw new Error(`no lane ${code}`)
  return found
}
