import {
  type GrowthIndicator,
  type GrowthMeasurement,
  type GrowthScores,
  growthScores,
} from './growth-scores'
import type { GrowthSex, GrowthTables } from './growth-tables'

/** The columns of a list of measurements, by the names in its first line. Any may be missing, but not all of them. */
export const growthListColumns = [
  'id',
  'sex',
  'age_days',
  'age_months',
  'weight_kg',
  'lenhei_cm',
  'measure',
  'oedema',
  'headc_cm',
  'armc_cm',
] as const
export type GrowthListColumn = (typeof growthListColumns)[number]

/** Where each column stands in a row. */
export type GrowthListHead = ReadonlyMap<GrowthListColumn, number>

/** What is written for each indicator, in WHO's short names and order. */
const shortNames: readonly (readonly [string, GrowthIndicator])[] = [
  ['wei', 'weight-for-age'],
  ['len', 'length-for-age'],
  ['wfl', 'weight-for-length'],
  ['bmi', 'bmi-for-age'],
  ['hc', 'head-for-age'],
  ['ac', 'arm-for-age'],
]

/** The first line of what is answered. */
export const growthListTitle = [
  'id',
  ...shortNames.map(([name]) => `z${name}`),
  ...shortNames.map(([name]) => `f${name}`),
]

/** Where the columns stand, by the first line of a list, in any order and case; null when it names no measurement. */
export function headOfGrowthList(cells: readonly string[]): GrowthListHead | null {
  const names = cells.map(cell => cell.trim().toLowerCase())
  const found = growthListColumns.flatMap(column => {
    const at = names.indexOf(column)
    return at < 0 ? [] : ([[column, at]] as const)
  })
  return found.some(([column]) => column !== 'id') ? new Map(found) : null
}

/** A cell that cannot be read; the whole row is left without scores rather than scored as if the cell were empty. */
class UnreadableCell extends Error {}

const words: Readonly<Record<'sex' | 'measure' | 'oedema', Readonly<Record<string, string>>>> = {
  sex: { '1': 'male', m: 'male', '2': 'female', f: 'female' },
  measure: { l: 'lying', h: 'standing' },
  oedema: { y: 'y', '1': 'y', n: 'n', '2': 'n' },
}
const numberShape = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
/** How statistics programs write that there is nothing. */
const isNothing = (cell: string) => cell === '' || cell === '.' || cell.toLowerCase() === 'na'

/** What a row says was measured; null when a cell of it cannot be read. */
export function measurementOfRow(head: GrowthListHead, cells: readonly string[]): GrowthMeasurement | null {
  const cell = (column: GrowthListColumn) => (cells[head.get(column) ?? -1] ?? '').trim()
  const word = (column: 'sex' | 'measure' | 'oedema') => {
    const written = cell(column)
    const known = words[column][written.toLowerCase()]
    if (known || isNothing(written)) return known ?? null
    throw new UnreadableCell()
  }
  const number = (column: GrowthListColumn) => {
    const written = cell(column)
    if (isNothing(written)) return null
    if (!numberShape.test(written)) throw new UnreadableCell()
    return Number(written)
  }
  try {
    const [days, months] = [number('age_days'), number('age_months')]
    const age = days !== null ? ({ unit: 'days', value: days } as const) : null
    return {
      sex: word('sex') as GrowthSex | null,
      age: age ?? (months !== null ? { unit: 'months', value: months } : null),
      weightKg: number('weight_kg'),
      lengthCm: number('lenhei_cm'),
      position: word('measure') as GrowthMeasurement['position'],
      hasOedema: word('oedema') === 'y',
      headCm: number('headc_cm'),
      armCm: number('armc_cm'),
    }
  } catch (error) {
    if (error instanceof UnreadableCell) return null
    throw error
  }
}

/** A line of the answer: the scores and flags of a row, empty where WHO gives none or the row cannot be read. */
export function scoredRow(
  tables: GrowthTables,
  head: GrowthListHead,
  cells: readonly string[],
): { readonly cells: readonly string[]; readonly isRead: boolean } {
  const id = cells[head.get('id') ?? -1] ?? ''
  const measured = measurementOfRow(head, cells)
  const scores: Partial<GrowthScores> = measured ? growthScores(tables, measured) : {}
  const all = shortNames.map(([, indicator]) => scores[indicator] ?? null)
  const zs = all.map(score => (score ? score.z.toFixed(2) : ''))
  const flags = all.map(score => (score ? String(Number(score.isImplausible)) : ''))
  return { cells: [id, ...zs, ...flags], isRead: measured !== null }
}
