import type { IndicatorChild } from '../../../src/domain/report/indicators/indicator-child'
import {
  type IndicatorPlace,
  isAmong,
  type Measure,
  shareOf,
} from '../../../src/domain/report/indicators/measure'
import { type Cohort, picturesOf } from '../../../src/domain/report/indicators/pictures'
import { groupBy } from '../../../src/domain/schedule/group-by'
import type { SheetValue } from '../jobs/job'
import type { ServiceContext } from '../service'
import { type Asked, askedOf } from './indicator-services'
import { aimOf, labelOf } from './indicator-words'

/** What the indicators of a cohort come to, as rows of a sheet: for the place asked for, then for each place within it. */
export function indicatorRows(
  context: ServiceContext,
  cohort: Cohort,
  place: IndicatorPlace | null,
): readonly (readonly SheetValue[])[] {
  const asked = askedOf(context, cohort)
  const children = asked.children.filter(child => isAmong({ place, bornIn: null }, child))
  const measures = measuresOf(asked, children)
  const here = placeName(context, place)
  const within = placesWithin(context, place, children)
  return measures.flatMap(measure => [
    rowOf(asked, measure, here, children),
    ...within.map(([name, own]) => rowOf(asked, measure, name, own)),
  ])
}

function measuresOf(asked: Asked, children: readonly IndicatorChild[]): readonly Measure[] {
  const { fullyImmunised, coverage, dropOuts, zeroDose, birthDose } = picturesOf(asked, children)
  const all = [
    fullyImmunised,
    ...coverage,
    ...[...dropOuts, zeroDose, ...birthDose].map(({ whole }) => whole),
  ]
  return all.map(({ measure }) => measure)
}

function rowOf(
  { view }: Asked,
  measure: Measure,
  name: string,
  children: readonly IndicatorChild[],
): readonly SheetValue[] {
  const { counted, of } = shareOf(view, measure, children)
  const share = of === 0 ? null : Math.round((counted / of) * 1_000) / 10
  return [labelOf(view.rules, measure), name, counted, of, share, aimOf(view.rules, measure)]
}

/** Communes, or the hamlets of the commune asked for, by name with their children; none within a hamlet. */
export function placesWithin(
  context: ServiceContext,
  place: IndicatorPlace | null,
  children: readonly IndicatorChild[],
): readonly (readonly [name: string, children: readonly IndicatorChild[]])[] {
  if (place !== null && place.hamlet !== null) return []
  return [...groupBy(children, child => withinName(context, place, child))].toSorted(([a], [b]) =>
    a.localeCompare(b, 'vi', { numeric: true }),
  )
}

/** A place in words. */
export function placeName({ resources }: ServiceContext, place: IndicatorPlace | null): string {
  if (place === null) return 'Toàn điểm'
  const { communeCode, hamlet } = place
  const commune = resources.units.communeByCode.get(communeCode)?.fullName ?? (communeCode || 'Chưa ghi xã')
  return hamlet === null ? commune : `${hamlet || 'Chưa ghi thôn'}, ${commune}`
}

function withinName(
  context: ServiceContext,
  place: IndicatorPlace | null,
  { communeCode, hamlet }: IndicatorChild,
): string {
  return placeName(context, { communeCode, hamlet: place === null ? null : hamlet })
}
