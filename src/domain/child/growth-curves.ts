import type { CalendarDay } from '../calendar/calendar-day'
import { type GrowthRow, measuredFor } from './growth-history'
import { daysPerMonth, type GrowthIndicator } from './growth-scores'
import {
  endOf,
  type GrowthSex,
  type GrowthTable,
  type GrowthTableName,
  type GrowthTables,
  lmsAt,
} from './growth-tables'
import { measurementAt, percentileOf } from './growth-z'

/** How much of childhood a chart shows. */
export const growthRanges = ['0-6m', '0-2y', '2-5y', '0-5y', '5-19y'] as const
export type GrowthRange = (typeof growthRanges)[number]

/** The scores that have a line of their own. */
export type GrowthLineZ = -3 | -2 | -1 | 0 | 1 | 2 | 3

/** A place on a chart: months or cm to the right, kg, cm or kg/m² upwards. */
export type ChartPlace = readonly [x: number, y: number]

/** One measuring on a chart. */
export type GrowthPoint = {
  /** Of the record it comes from. */
  readonly id: string
  readonly on: CalendarDay
  readonly ageDays: number
  readonly x: number
  readonly y: number
  /** Null where WHO gives none. */
  readonly z: number | null
  readonly percentile: number | null
  readonly isImplausible: boolean
  /** At the age since the day the child was due: drawn apart and joined to nothing else. */
  readonly isCorrected: boolean
}

/** A chart as data: WHO's lines for one indicator, range and sex, and a child's points. */
export type GrowthChartData = {
  readonly indicator: GrowthIndicator
  readonly range: GrowthRange
  readonly sex: GrowthSex
  readonly xUnit: 'months' | 'cm'
  readonly yUnit: 'kg' | 'cm' | 'kg/m²'
  /** From the lowest score to the highest. */
  readonly lines: readonly { readonly z: GrowthLineZ; readonly places: readonly ChartPlace[] }[]
  readonly points: readonly GrowthPoint[]
}

/** From where to where a chart reaches, and how far apart the places of its lines are, in the unit of its table. */
type Cut = {
  readonly table: GrowthTableName
  readonly from: number
  readonly to: number
  readonly every: number
}

const young = (table: GrowthTableName, from = 0): Partial<Record<GrowthRange, Cut>> => ({
  ...(from === 0 ? { '0-6m': { table, from, to: 182, every: 3 } } : {}),
  '0-2y': { table, from, to: 730, every: 7 },
  '0-5y': { table, from, to: 1826, every: 20 },
})

const cuts: Readonly<Record<GrowthIndicator, Partial<Record<GrowthRange, Cut>>>> = {
  'weight-for-age': {
    ...young('weight-for-age-0-5y'),
    '5-19y': { table: 'weight-for-age-5-10y', from: 60, to: 120, every: 1 },
  },
  'length-for-age': {
    ...young('length-height-for-age-0-5y'),
    '5-19y': { table: 'height-for-age-5-19y', from: 60, to: 228, every: 2 },
  },
  'weight-for-length': {
    '0-2y': { table: 'weight-for-length', from: 45, to: 110, every: 0.5 },
    '2-5y': { table: 'weight-for-height', from: 65, to: 120, every: 0.5 },
  },
  'bmi-for-age': {
    ...young('bmi-for-age-0-5y'),
    '5-19y': { table: 'bmi-for-age-5-19y', from: 60, to: 228, every: 2 },
  },
  'head-for-age': young('head-circumference-for-age-0-5y'),
  'arm-for-age': young('arm-circumference-for-age-3m-5y', 91),
}

/** The ranges WHO has a chart of an indicator for, youngest first. */
export function rangesOf(indicator: GrowthIndicator): readonly GrowthRange[] {
  return growthRanges.filter(range => cuts[indicator][range])
}

/** What a chart is called: under two years children lie and have a length, from five years on they have a height. */
export type GrowthChartName =
  | Exclude<GrowthIndicator, 'length-for-age' | 'weight-for-length'>
  | 'length-for-age'
  | 'height-for-age'
  | 'length-height-for-age'
  | 'weight-for-length'
  | 'weight-for-height'

/** The name of a chart. */
export function chartNameOf({
  indicator,
  range,
}: {
  readonly indicator: GrowthIndicator
  readonly range: GrowthRange
}): GrowthChartName {
  if (indicator === 'weight-for-length') return range === '2-5y' ? 'weight-for-height' : indicator
  if (indicator !== 'length-for-age') return indicator
  if (range === '0-5y') return 'length-height-for-age'
  return range === '5-19y' ? 'height-for-age' : 'length-for-age'
}

/** The narrowest chart of an indicator that shows an age; null where there is none. */
export function rangeFor(indicator: GrowthIndicator, ageDays: number): GrowthRange | null {
  const until: Readonly<Record<GrowthRange, number>> = {
    '0-6m': 183,
    '0-2y': 731,
    '2-5y': 1827,
    '0-5y': 1827,
    '5-19y': 228 * daysPerMonth,
  }
  return rangesOf(indicator).find(range => ageDays < until[range]) ?? null
}

/** WHO's charts of weight and length have no lines at ±1; the others do. */
function linesOf(indicator: GrowthIndicator, range: GrowthRange): readonly GrowthLineZ[] {
  const isPlain = range !== '5-19y' && (indicator === 'weight-for-age' || indicator === 'length-for-age')
  return isPlain ? [-3, -2, 0, 2, 3] : [-3, -2, -1, 0, 1, 2, 3]
}

/**
 * A chart with WHO's lines and the points of a child's measurings that lie on it.
 * Throws RangeError where WHO has no such chart: ask `rangesOf` first.
 */
export function growthChart(
  tables: GrowthTables,
  of: { readonly indicator: GrowthIndicator; readonly range: GrowthRange; readonly sex: GrowthSex },
  rows: readonly GrowthRow[],
): GrowthChartData {
  const { indicator, range, sex } = of
  const cut = cuts[indicator][range]
  if (!cut) throw new RangeError(`no chart of ${indicator} for ${range}`)
  const table = tables[cut.table]
  return {
    ...of,
    xUnit: indicator === 'weight-for-length' ? 'cm' : 'months',
    yUnit: unitOf(indicator),
    lines: linesOf(indicator, range).map(z => ({ z, places: placesOf(table, sex, cut, z) })),
    points: rows.flatMap(row => pointsOf(row, indicator, table, cut)),
  }
}

function unitOf(indicator: GrowthIndicator): GrowthChartData['yUnit'] {
  if (indicator === 'weight-for-age' || indicator === 'weight-for-length') return 'kg'
  return indicator === 'bmi-for-age' ? 'kg/m²' : 'cm'
}

/** A place of a table as it stands on the chart: ages in months. */
function acrossOf({ index }: GrowthTable, place: number): number {
  return rounded(index === 'age-days' ? place / daysPerMonth : place)
}

function placesOf(
  table: GrowthTable,
  sex: GrowthSex,
  { from, to, every }: Cut,
  z: GrowthLineZ,
): readonly ChartPlace[] {
  const count = Math.floor((to - from) / every + 1e-9)
  const even = Array.from({ length: count + 1 }, (_, step) => rounded(from + step * every))
  // Newborns lose weight within days, and from 731 days on height takes the place of length: lines turn there.
  const turns = table.index === 'age-days' ? [1, 2, 3, 4, 5, 6, 8, 730, 731, to] : [to]
  const all = new Set([...even, ...turns.filter(day => day >= from && day <= to)])
  return [...all]
    .toSorted((a, b) => a - b)
    .flatMap(place => {
      const lms = lmsAt(table, sex, place)
      return lms ? [[acrossOf(table, place), rounded(measurementAt(z, lms))] as const] : []
    })
}

function pointsOf(
  row: GrowthRow,
  indicator: GrowthIndicator,
  table: GrowthTable,
  cut: Cut,
): readonly GrowthPoint[] {
  const y = measuredFor(indicator, row)
  if (y === null || y <= 0) return []
  const at = (ageDays: number, scores: GrowthRow['scores'], isCorrected: boolean): readonly GrowthPoint[] => {
    const place = placeOf(row, ageDays, table)
    if (place === null || place < cut.from || place > Math.min(cut.to, endOf(table))) return []
    const score = scores[indicator]
    return [
      {
        id: row.id,
        on: row.on,
        ageDays,
        x: acrossOf(table, place),
        y: rounded(y),
        z: score?.z ?? null,
        percentile: score ? percentileOf(score.z) : null,
        isImplausible: score?.isImplausible ?? false,
        isCorrected,
      },
    ]
  }
  const corrected = indicator === 'weight-for-length' ? null : row.corrected
  return [
    ...at(row.ageDays, row.scores, false),
    ...(corrected ? at(corrected.ageDays, corrected.scores, true) : []),
  ]
}

/** Where a measuring stands in a table; null where it does not belong on its chart. */
function placeOf(row: GrowthRow, ageDays: number, { index }: GrowthTable): number | null {
  const isStanding = row.ageDays >= 731
  switch (index) {
    case 'age-days':
      return ageDays
    case 'age-months':
      return ageDays / daysPerMonth
    case 'length-cm':
      return isStanding ? null : row.standardLengthCm
    case 'height-cm':
      return isStanding ? row.standardLengthCm : null
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
