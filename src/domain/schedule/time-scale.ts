import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'

/** A line of the axis with the age it stands for. */
export type AgeTick = { readonly years: number; readonly months: number; readonly place: number }

/** Turns a day into a place on the axis, from 0 to 1. */
export type TimeScale = {
  readonly kind: 'child' | 'adult'
  readonly bornOn: CalendarDay
  readonly placeOf: (on: CalendarDay) => number
}

const daysPerMonth = 30.4375
const infancyMonths = 24
/** How fast the years after infancy grow narrower: with 9, a picture to 7 years gives the first two 68 %. */
const yearsWeight = 9
/** Room at the right edge for the last mark, as a part of the width. */
const margin = 0.03
/** An adult's picture shows at least so many days. */
const adultLeastDays = 730

/**
 * The scale of a picture. A child's begins at birth: even steps to two years, then narrower the older (logarithmic,
 * without a step at two years). An adult's begins shortly before the first dose, in even steps.
 */
export function timeScale(
  kind: TimeScale['kind'],
  bornOn: CalendarDay,
  firstOn: CalendarDay,
  lastOn: CalendarDay,
): TimeScale {
  if (kind === 'child') {
    const infancyEnd = addOffset(bornOn, { years: 2, months: 0, days: 0 })
    const width = childRoom(daysBetween(bornOn, lastOn > infancyEnd ? lastOn : infancyEnd)) / (1 - margin)
    return { kind, bornOn, placeOf: on => within(childRoom(daysBetween(bornOn, on)) / width) }
  }
  const days = Math.max(adultLeastDays, daysBetween(firstOn, lastOn))
  const startOn = addDays(lastOn, -Math.round(days * (1 + margin)))
  const width = daysBetween(startOn, lastOn) / (1 - margin)
  return { kind, bornOn, placeOf: on => within(daysBetween(startOn, on) / width) }
}

/** Room from birth to an age, in months of infancy. */
function childRoom(ageDays: number): number {
  const months = ageDays / daysPerMonth
  if (months <= infancyMonths) return months
  return infancyMonths + yearsWeight * Math.log(months / infancyMonths)
}

function within(place: number): number {
  return Math.min(1, Math.max(0, place))
}

const childTicks: readonly (readonly [years: number, months: number])[] = [
  [0, 0],
  [0, 2],
  [0, 4],
  [0, 6],
  [0, 9],
  [0, 12],
  [0, 18],
  [2, 0],
  [3, 0],
  [5, 0],
  [7, 0],
  [11, 0],
  [15, 0],
  [20, 0],
  [30, 0],
  [45, 0],
  [60, 0],
]
/** Words of two ticks must not touch. */
const leastTickGap = 0.045
const adultTicks = 9

/** Lines at ages people know, no two nearer than their words need. */
export function ticksOf(scale: TimeScale): readonly AgeTick[] {
  const found = scale.kind === 'child' ? placed(childTicks, scale) : placed(adultAges(scale), scale)
  const kept: AgeTick[] = []
  for (const tick of found) {
    if (kept.length === 0 || tick.place - (kept.at(-1)?.place ?? 0) >= leastTickGap) kept.push(tick)
  }
  return kept
}

function placed(
  ages: readonly (readonly [years: number, months: number])[],
  { bornOn, placeOf, kind }: TimeScale,
): readonly AgeTick[] {
  return ages
    .map(([years, months]) => ({
      years,
      months,
      place: placeOf(addOffset(bornOn, { years, months, days: 0 })),
    }))
    .filter(
      ({ place, months, years }) => place < 1 && (place > 0 || (kind === 'child' && years + months === 0)),
    )
}

/** Whole years in steps of one, two, five or ten, so many as fit. */
function adultAges(scale: TimeScale): readonly (readonly [years: number, months: number])[] {
  const ages = Array.from({ length: 120 }, (_, index): readonly [number, number] => [index + 1, 0])
  const shown = placed(ages, scale).length
  const step = [1, 2, 5, 10].find(it => shown / it <= adultTicks) ?? 20
  return ages.filter(([years]) => years % step === 0)
}
