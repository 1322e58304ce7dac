import { describe, expect, test } from 'vitest'
import { growthChartData } from '../../../../src/contract/growth-values'
import { addDays, day } from '../../../../src/domain/calendar/calendar-day'
import { chartGeometry, scoreWord } from '../../../../src/domain/child/growth-chart'
import { type GrowthRange, growthChart, rangeFor, rangesOf } from '../../../../src/domain/child/growth-curves'
import { growthRows } from '../../../../src/domain/child/growth-history'
import { growthIndicators } from '../../../../src/domain/child/growth-scores'
import { tables } from './growth-data'

const birthDate = day('2026-01-01')
const looks = [
  { at: 60, weightKg: 3.6, lengthCm: 52, headCm: 36.5 },
  { at: 120, weightKg: 5.1, lengthCm: 58, headCm: 39.5 },
  { at: 180, weightKg: 40, lengthCm: 63, headCm: 41.5 },
]
const rows = growthRows(
  tables,
  { sex: 'female', birthDate, gestationWeeks: 33 },
  looks.map(({ at, ...rest }) => ({
    id: `look-${at}`,
    on: addDays(birthDate, at),
    position: 'lying',
    hasOedema: false,
    armCm: null,
    ...rest,
  })),
)
const all = growthIndicators.flatMap(indicator => rangesOf(indicator).map(range => ({ indicator, range })))
const room = { width: 640, height: 420, letters: 12 }
const chartOf = (indicator: (typeof all)[number]['indicator'], range: GrowthRange) =>
  growthChart(tables, { indicator, range, sex: 'female' }, rows)

test.each(all)(
  '$indicator, $range: lines in order, inside the frame, each with its own label',
  ({ indicator, range }) => {
    for (const sex of ['male', 'female'] as const) {
      const data = growthChart(tables, { indicator, range, sex }, [])
      expect(growthChartData.parse(data)).toEqual(data)
      const { plot, curves, across, upward } = chartGeometry(data, room, { decimalComma: true })
      for (const [index, line] of data.lines.entries()) {
        const above = data.lines[index + 1]
        expect(line.places.every(([, y], at) => !above || y < (above.places[at]?.[1] ?? 0))).toBe(true)
      }
      const tops = curves.map(({ labelY }) => labelY)
      for (const [index, top] of tops.entries()) {
        expect(top - (tops[index + 1] ?? -1000)).toBeGreaterThanOrEqual(room.letters - 0.2)
      }
      const numbers = curves.flatMap(({ path }) => [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)])
      for (const [, left, top] of numbers) {
        expect(Number(left)).toBeGreaterThanOrEqual(plot.left - 0.1)
        expect(Number(left)).toBeLessThanOrEqual(plot.right + 0.1)
        expect(Number(top)).toBeGreaterThanOrEqual(plot.top - 0.1)
        expect(Number(top)).toBeLessThanOrEqual(plot.bottom + 0.1)
      }
      for (const ticks of [across, upward]) {
        const named = ticks.filter(({ label }) => label !== null)
        expect(named.length).toBeGreaterThanOrEqual(5)
        expect(named.length).toBeLessThanOrEqual(16)
      }
    }
  },
)

test('a line of WHO’s printed chart: girls of a year weigh 8,9 kg at the median and 7 kg at −2', () => {
  const data = chartOf('weight-for-age', '0-2y')
  const at = (z: number) => {
    const places = data.lines.find(line => line.z === z)?.places ?? []
    return places.reduce((near, place) =>
      Math.abs(place[0] - 12) < Math.abs(near[0] - 12) ? place : near,
    )[1]
  }
  expect([at(0).toFixed(1), at(-2).toFixed(1), at(3).toFixed(1)]).toEqual(['8.9', '7.0', '13.1'])
})

describe('the points of a child', () => {
  test('each measuring by both ages, the corrected one apart', () => {
    const { points } = chartOf('weight-for-age', '0-6m')
    expect(points.map(({ id, isCorrected, ageDays }) => [id, isCorrected, ageDays])).toEqual([
      ['look-60', false, 60],
      ['look-60', true, 11],
      ['look-120', false, 120],
      ['look-120', true, 71],
      ['look-180', false, 180],
      ['look-180', true, 131],
    ])
    expect(points[0]).toMatchObject({ x: 1.971, y: 3.6, isImplausible: false })
    expect(points[0]?.percentile).toBeGreaterThan(0)
    expect(points[0]?.z).toBeLessThan(-2)
  })

  test('what nobody believes stands at the edge, is not joined, and squeezes no line', () => {
    const data = chartOf('weight-for-age', '0-6m')
    const geometry = chartGeometry(data, room, { decimalComma: true })
    const slip = geometry.points.find(({ id, isCorrected }) => id === 'look-180' && !isCorrected)
    expect(slip).toMatchObject({ isImplausible: true, isOff: true })
    expect(slip?.top).toBeCloseTo(geometry.plot.top, 1)
    expect(geometry.trail.match(/[ML]/g)).toHaveLength(2)
    expect(geometry.correctedTrail.match(/[ML]/g)).toHaveLength(2)
    expect(geometry.upward.findLast(({ label }) => label)?.label).toBe('11')
  })

  test('weight for length knows one place, whatever the age', () => {
    const { points } = chartOf('weight-for-length', '0-2y')
    expect(points.map(({ x, isCorrected }) => [x, isCorrected])).toEqual([
      [52, false],
      [58, false],
      [63, false],
    ])
    expect(chartOf('weight-for-length', '2-5y').points).toEqual([])
  })

  test('a chart of schoolchildren shows no baby', () => {
    expect(chartOf('bmi-for-age', '5-19y').points).toEqual([])
  })
})

test.each([
  ['weight-for-age', 100, '0-6m'],
  ['weight-for-age', 400, '0-2y'],
  ['weight-for-age', 1000, '0-5y'],
  ['weight-for-age', 2000, '5-19y'],
  ['weight-for-length', 1000, '2-5y'],
  ['arm-for-age', 100, '0-2y'],
  ['head-for-age', 2000, null],
  ['bmi-for-age', 8000, null],
] as const)('%s at %i days opens with %s', (indicator, ageDays, range) => {
  expect(rangeFor(indicator, ageDays)).toBe(range)
})

test('a chart that WHO does not have is refused', () => {
  expect(() => chartOf('head-for-age', '5-19y')).toThrow(RangeError)
})

test('scores are written with their sign', () => {
  expect([scoreWord(2), scoreWord(0), scoreWord(-3), scoreWord(-1.236, 2)]).toEqual([
    '+2',
    '0',
    '−3',
    '−1.24',
  ])
})
