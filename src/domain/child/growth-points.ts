import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { MeasuredLying } from './child-check'
import type { GrowthMeasurement } from './growth-scores'
import type { GrowthSex } from './growth-tables'

/** Where a measurement was written; the first of a day counts for the curves before the others. */
export const pointSources = ['child-check', 'newborn', 'newborn-visit', 'screening', 'person'] as const
export type PointSource = (typeof pointSources)[number]

/** What one record measured of a child. Null: not measured there. */
export type GrowthPoint = {
  readonly on: CalendarDay
  readonly source: PointSource
  readonly recordId: string
  readonly placeName: string | null
  readonly weightKg: number | null
  readonly lengthHeightCm: number | null
  readonly position: MeasuredLying | null
  readonly headCm: number | null
  readonly armCm: number | null
  readonly oedema: boolean | null
}

/** One day of a child's curves, with the records it is made of. */
export type GrowthDay = Omit<GrowthPoint, 'source' | 'recordId' | 'placeName'> & {
  readonly ageDays: number
  readonly sources: readonly PointSource[]
}

const rank = (source: PointSource) => pointSources.indexOf(source)

/** All points in the order of the days; of one day in the order in which they count. */
export function inOrder(points: readonly GrowthPoint[]): readonly GrowthPoint[] {
  return points.toSorted(
    (a, b) =>
      daysBetween(b.on, a.on) || rank(a.source) - rank(b.source) || (a.recordId < b.recordId ? 1 : -1),
  )
}

/**
 * The days of a child's curves. Two measurements of one day are both kept as records; for the curve each value is taken from
 * the first source that has it: a child check before the birth's record, the newborn visit and the screening, and of two of one
 * kind the one written last. Swelling that anybody saw on a day holds for the whole day.
 * What lies before birth is left out.
 */
export function growthDays(points: readonly GrowthPoint[], bornOn: CalendarDay): readonly GrowthDay[] {
  const ordered = inOrder(points).filter(({ on }) => on >= bornOn)
  const days = [...new Set(ordered.map(({ on }) => on))]
  return days.map(on =>
    dayOf(
      ordered.filter(point => point.on === on),
      on,
      bornOn,
    ),
  )
}

function dayOf(points: readonly GrowthPoint[], on: CalendarDay, bornOn: CalendarDay): GrowthDay {
  const first = <T>(read: (point: GrowthPoint) => T | null): T | null =>
    points.map(read).find(value => value !== null) ?? null
  const measured = points.find(({ lengthHeightCm }) => lengthHeightCm !== null)
  const swellings = points.map(({ oedema }) => oedema).filter(oedema => oedema !== null)
  return {
    on,
    ageDays: daysBetween(bornOn, on),
    weightKg: first(({ weightKg }) => weightKg),
    lengthHeightCm: measured?.lengthHeightCm ?? null,
    position: measured?.position ?? null,
    headCm: first(({ headCm }) => headCm),
    armCm: first(({ armCm }) => armCm),
    oedema: swellings.length === 0 ? null : swellings.includes(true),
    sources: points.map(({ source }) => source),
  }
}

/** One day of the curves as WHO's rules read it; `ageDays` counted from another day for a preterm child's corrected age. */
export function asMeasurement(
  day: Omit<GrowthDay, 'on' | 'sources'>,
  sex: GrowthSex | null,
): GrowthMeasurement {
  return {
    sex,
    age: { unit: 'days', value: day.ageDays },
    weightKg: day.weightKg,
    lengthCm: day.lengthHeightCm,
    position: day.position === null ? null : day.position === 'lying' ? 'length' : 'height',
    hasOedema: day.oedema === true,
    headCm: day.headCm,
    armCm: day.armCm,
  }
}

/** The newest weight of a day before another; null without one. */
export function lastWeightBefore(
  days: readonly GrowthDay[],
  before: CalendarDay,
): { readonly weightKg: number; readonly on: CalendarDay } | null {
  const last = days.findLast(({ on, weightKg }) => on < before && weightKg !== null)
  return last && last.weightKg !== null ? { weightKg: last.weightKg, on: last.on } : null
}
