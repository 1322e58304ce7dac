import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { Sex } from '../person/person'
import { weightRangeKg } from './problems'

/** Weight for age: box-cox power, median (kg) and coefficient of variation at an age in days. */
export type WeightRow = readonly [ageDays: number, l: number, m: number, s: number]
export type WeightForAge = { readonly male: readonly WeightRow[]; readonly female: readonly WeightRow[] }

/** When a measurement is asked about, and when it is refused. Data with its reading in `rules.json`. */
export type PlausibleLimits = {
  readonly note: string
  /** Asked about beyond these scores: the flags of WHO Anthro. */
  readonly oddZ: { readonly below: number; readonly above: number }
  /** Refused beyond these shares of the median, the lower one from an age on only: preterm newborns are tiny. */
  readonly impossible: {
    readonly underMedian: number
    readonly fromAgeDays: number
    readonly overMedian: number
  }
  /** Against the last weight: a loss of this share, or a gain of more than these together, up to an age. */
  readonly change: {
    readonly lossShare: number
    /** Newborns lose weight: not asked before this age. */
    readonly lossFromAgeDays: number
    readonly gainKgAtMost: number
    readonly gainShareADay: number
    readonly untilAgeDays: number
  }
  readonly oddTemperatureC: { readonly below: number; readonly above: number }
}

export type Growth = { readonly limits: PlausibleLimits; readonly weightForAge: WeightForAge }

/** An earlier weight of the same person. */
export type LastWeight = { readonly weightKg: number; readonly on: CalendarDay }

/** What a screener should measure again: never stands in the way of signing. */
export type MeasurementDoubt =
  | { readonly code: 'weight-low' | 'weight-high'; readonly usualFromKg: number; readonly usualToKg: number }
  | {
      readonly code: 'weight-lost' | 'weight-gained'
      readonly lastKg: number
      readonly on: CalendarDay
      readonly byKg: number
    }
  | { readonly code: 'temperature-odd' }

/** The score of WHO's tables: beyond ±3 in steps of the distance between the second and third deviation. */
export function weightZ(weightKg: number, [, l, m, s]: WeightRow): number {
  const z = ((weightKg / m) ** l - 1) / (l * s)
  if (Math.abs(z) <= 3) return z
  const at = (score: number) => m * (1 + l * s * score) ** (1 / l)
  return z > 3 ? 3 + (weightKg - at(3)) / (at(3) - at(2)) : -3 - (at(-3) - weightKg) / (at(-2) - at(-3))
}

/** The line of the table for an age: the last one not after it; null beyond the table or where the sex is not known. */
export function weightRowOf(weightForAge: WeightForAge, sex: Sex, ageDays: number): WeightRow | null {
  if (sex !== 'male' && sex !== 'female') return null
  const rows = weightForAge[sex]
  const last = rows.at(-1)
  if (!last || ageDays > last[0]) return null
  return rows.findLast(([age]) => age <= ageDays) ?? null
}

/** The tables around one age: all that is asked of them for one person. */
export function growthAt(growth: Growth, ageDays: number): Growth {
  const around = (rows: readonly WeightRow[]) => {
    const at = rows.findLastIndex(([age]) => age <= ageDays)
    return at < 0 ? [] : rows.slice(at, at + 2)
  }
  const { male, female } = growth.weightForAge
  return { ...growth, weightForAge: { male: around(male), female: around(female) } }
}

/** kg that can be at all, at this age: what lies beyond is a slip of the finger and is refused. */
export function possibleWeightKg(
  { limits, weightForAge }: Growth,
  { sex, ageDays }: { readonly sex: Sex; readonly ageDays: number },
): { readonly lowest: number; readonly highest: number } {
  const rows = (['male', 'female'] as const)
    .filter(it => sex === it || (sex !== 'male' && sex !== 'female'))
    .map(it => weightRowOf(weightForAge, it, ageDays))
    .filter(row => row !== null)
  if (rows.length === 0) return weightRangeKg
  const medians = rows.map(([, , m]) => m)
  const { underMedian, fromAgeDays, overMedian } = limits.impossible
  const lowest = ageDays < fromAgeDays ? 0 : Math.min(...medians) * underMedian
  return {
    lowest: Math.max(weightRangeKg.lowest, rounded(lowest)),
    highest: Math.min(weightRangeKg.highest, rounded(Math.max(...medians) * overMedian)),
  }
}

/** What is odd about the measurements of somebody of this age and sex, beside their last weight. */
export function doubtsAbout(
  growth: Growth,
  measured: { readonly temperatureC: number | null; readonly weightKg: number | null },
  who: {
    readonly sex: Sex
    readonly ageDays: number
    readonly on: CalendarDay
    readonly last: LastWeight | null
  },
): readonly MeasurementDoubt[] {
  const { temperatureC, weightKg } = measured
  const { below, above } = growth.limits.oddTemperatureC
  const isOddTemperature = temperatureC !== null && (temperatureC < below || temperatureC > above)
  return [
    ...(isOddTemperature ? [{ code: 'temperature-odd' } as const] : []),
    ...(weightKg === null ? [] : [...oddForAge(growth, weightKg, who), ...oddChange(growth, weightKg, who)]),
  ]
}

function oddForAge(
  { limits, weightForAge }: Growth,
  weightKg: number,
  { sex, ageDays }: { readonly sex: Sex; readonly ageDays: number },
): readonly MeasurementDoubt[] {
  const row = weightRowOf(weightForAge, sex, ageDays)
  if (!row) return []
  const z = weightZ(weightKg, row)
  if (z >= limits.oddZ.below && z <= limits.oddZ.above) return []
  const [, l, m, s] = row
  const at = (score: number) => rounded(m * (1 + l * s * score) ** (1 / l))
  const code = z < 0 ? 'weight-low' : 'weight-high'
  return [{ code, usualFromKg: at(-3), usualToKg: at(3) }]
}

function oddChange(
  { limits }: Growth,
  weightKg: number,
  {
    ageDays,
    on,
    last,
  }: { readonly ageDays: number; readonly on: CalendarDay; readonly last: LastWeight | null },
): readonly MeasurementDoubt[] {
  const { lossShare, lossFromAgeDays, gainKgAtMost, gainShareADay, untilAgeDays } = limits.change
  if (!last || ageDays > untilAgeDays || last.on > on) return []
  const byKg = rounded(Math.abs(weightKg - last.weightKg))
  const told = { lastKg: last.weightKg, on: last.on, byKg }
  if (ageDays >= lossFromAgeDays && weightKg < last.weightKg * (1 - lossShare)) {
    return [{ code: 'weight-lost', ...told }]
  }
  const mayGain = gainKgAtMost + last.weightKg * gainShareADay * daysBetween(last.on, on)
  return weightKg > last.weightKg + mayGain ? [{ code: 'weight-gained', ...told }] : []
}

/** To 100 g, as scales show. */
function rounded(kg: number): number {
  return Math.round(kg * 10) / 10
}
