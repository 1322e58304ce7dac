import type { Sex } from '../person/person'

/** Box-Cox power, median and coefficient of variation of a measurement, at one age or length. */
export type Lms = { readonly l: number; readonly m: number; readonly s: number }

/** The lines of a table for one sex, by column: line `i` stands at `from + i * step`. */
export type LmsColumns = {
  readonly l: readonly number[]
  readonly m: readonly number[]
  readonly s: readonly number[]
}

/** The sexes WHO has tables for. */
export type GrowthSex = 'male' | 'female'

/** What the lines of a table go by. */
export const growthIndexes = ['age-days', 'age-months', 'length-cm', 'height-cm'] as const

/** One of WHO's tables: lines at even steps, for both sexes. Medians are in kg, cm or kg/m². */
export type GrowthTable = {
  readonly index: (typeof growthIndexes)[number]
  readonly from: number
  readonly step: number
  readonly male: LmsColumns
  readonly female: LmsColumns
}

/** WHO's tables as `resources/growth` names them: standards of 2006 and 2007 to five years, reference of 2007 from there. */
export const growthTableNames = [
  'weight-for-age-0-5y',
  'length-height-for-age-0-5y',
  'bmi-for-age-0-5y',
  'head-circumference-for-age-0-5y',
  'arm-circumference-for-age-3m-5y',
  'weight-for-length',
  'weight-for-height',
  'weight-for-age-5-10y',
  'height-for-age-5-19y',
  'bmi-for-age-5-19y',
] as const
export type GrowthTableName = (typeof growthTableNames)[number]

/** All of them. Where they come from a disk, each is read when it is first asked for. */
export type GrowthTables = Readonly<Record<GrowthTableName, GrowthTable>>

/** The sex as WHO's tables know it; null where it is not known. */
export function growthSexOf(sex: Sex): GrowthSex | null {
  return sex === 'unknown' ? null : sex
}

/** Where the last line of a table stands. */
export function endOf({ from, step, male }: GrowthTable): number {
  return from + (male.m.length - 1) * step
}

/**
 * The line at a place of the table, in its own unit (days, months, cm); between two lines l, m and s are interpolated.
 * Null before the first line and after the last. Tables by day are asked with whole days.
 */
export function lmsAt(table: GrowthTable, sex: GrowthSex, place: number): Lms | null {
  // Lines lie a tenth apart, which no double holds exactly: counting in tenths, as WHO does, finds the right one.
  const perUnit = Math.round(1 / table.step)
  const line = place * perUnit - Math.round(table.from * perUnit)
  const low = Math.trunc(line)
  if (line < 0) return null
  const columns = table[sex]
  const under = lineOf(columns, low)
  if (line === low || !under) return under
  const over = lineOf(columns, low + 1)
  if (!over) return null
  const between = (a: number, b: number) => a + (line - low) * (b - a)
  return { l: between(under.l, over.l), m: between(under.m, over.m), s: between(under.s, over.s) }
}

function lineOf({ l, m, s }: LmsColumns, line: number): Lms | null {
  const [atL, atM, atS] = [l[line], m[line], s[line]]
  return atL === undefined || atM === undefined || atS === undefined ? null : { l: atL, m: atM, s: atS }
}
