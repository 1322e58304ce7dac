import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { MeasuredLying } from './child-check'
import type { MeasuredOnce } from './growth-history'

/** Where a measurement was written; of one day the earlier in this list counts for the curves. */
export const recordSources = ['child-check', 'newborn', 'newborn-visit', 'screening', 'person'] as const
export type GrowthSource = (typeof recordSources)[number]

/** What one record measured of a child. Null: not measured there. */
export type GrowthRecord = {
  readonly on: CalendarDay
  readonly source: GrowthSource
  readonly recordId: string
  readonly placeName: string | null
  readonly weightKg: number | null
  readonly lengthHeightCm: number | null
  readonly position: MeasuredLying | null
  readonly headCm: number | null
  readonly armCm: number | null
  readonly oedema: boolean | null
}

/** One day of a child's curves, with the records it is made of; its id is the first one's. */
export type GrowthDay = MeasuredOnce & { readonly sources: readonly GrowthSource[] }

const rank = (source: GrowthSource) => recordSources.indexOf(source)

/** All records in the order of the days; of one day in the order in which they count. */
export function inOrder(records: readonly GrowthRecord[]): readonly GrowthRecord[] {
  return records.toSorted(
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
export function growthDays(records: readonly GrowthRecord[], bornOn: CalendarDay): readonly GrowthDay[] {
  const ordered = inOrder(records).filter(({ on }) => on >= bornOn)
  const days = [...new Set(ordered.map(({ on }) => on))]
  return days.map(on =>
    dayOf(
      ordered.filter(record => record.on === on),
      on,
    ),
  )
}

function dayOf(records: readonly GrowthRecord[], on: CalendarDay): GrowthDay {
  const first = <T>(read: (record: GrowthRecord) => T | null): T | null =>
    records.map(read).find(value => value !== null) ?? null
  const measured = records.find(({ lengthHeightCm }) => lengthHeightCm !== null)
  return {
    id: records[0]?.recordId ?? '',
    on,
    weightKg: first(({ weightKg }) => weightKg),
    lengthCm: measured?.lengthHeightCm ?? null,
    position: measured?.position ?? null,
    headCm: first(({ headCm }) => headCm),
    armCm: first(({ armCm }) => armCm),
    hasOedema: records.some(({ oedema }) => oedema === true),
    sources: records.map(({ source }) => source),
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
