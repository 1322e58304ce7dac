import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { weightForAgeAt } from '../child/growth-scores'
import { type GrowthTables, growthSexOf, type Lms } from '../child/growth-tables'
import { measurementAt, restrictedZScore } from '../child/growth-z'
import type { Sex } from '../person/person'
import { weightRangeKg } from './problems'

/** What is usual at one age, by sex; null beyond the tables. */
export type WeightForAge = { readonly male: Lms | null; readonly female: Lms | null }

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

/** What a weight at one age is held against: one line a sex, as WHO's growth standards and reference have it there. */
export function growthAt(limits: PlausibleLimits, tables: GrowthTables, ageDays: number): Growth {
  return {
    limits,
    weightForAge: {
      male: weightForAgeAt(tables, 'male', ageDays),
      female: weightForAgeAt(tables, 'female', ageDays),
    },
  }
}

/** kg that can be at all, at this age: what lies beyond is a slip of the finger and is refused. */
export function possibleWeightKg(
  { limits, weightForAge }: Growth,
  { sex, ageDays }: { readonly sex: Sex; readonly ageDays: number },
): { readonly lowest: number; readonly highest: number } {
  const known = growthSexOf(sex)
  const lines = known ? [weightForAge[known]] : [weightForAge.male, weightForAge.female]
  const medians = lines.flatMap(line => (line ? [line.m] : []))
  if (medians.length === 0) return weightRangeKg
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
  { sex }: { readonly sex: Sex },
): readonly MeasurementDoubt[] {
  const known = growthSexOf(sex)
  const line = known && weightForAge[known]
  if (!line) return []
  const z = restrictedZScore(weightKg, line)
  if (z >= limits.oddZ.below && z <= limits.oddZ.above) return []
  const at = (score: number) => rounded(measurementAt(score, line))
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
