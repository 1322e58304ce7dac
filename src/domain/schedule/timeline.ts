import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { addOffset, earliestOf, latestOf } from '../calendar/offset'
import type { ChartRow, ForecastCell, ForecastStatus, GivenCell, ImmunizationChart } from './chart-types'
import type { LocalText } from './schedule-types'
import { type AgeTick, type TimeScale, ticksOf, timeScale } from './time-scale'

/** How a given dose counts, as the picture tells it. */
export type MarkStatus = 'valid' | 'not-valid' | 'extra' | 'unknown'

/** Two places on the axis, both from 0 (left) to 1 (right). */
export type Span = { readonly from: number; readonly to: number }

/** A dose that was given. */
export type GivenMark = {
  readonly kind: 'given'
  readonly key: string
  readonly cell: GivenCell
  readonly status: MarkStatus
  /** Where it is drawn: its day, moved aside where another mark stands. */
  readonly place: number
  /** The days on which it may have been given, for a dose of which only month or year is known. */
  readonly span: Span | null
}

/** A dose to come: its recommended day, and the time in which it may be given. */
export type TargetMark = {
  readonly kind: 'target'
  readonly key: string
  readonly cell: ForecastCell
  readonly status: 'due' | 'overdue' | 'later'
  readonly place: number
  /** From the earliest day to the day from which it is late, or to the last day where nothing says late. */
  readonly window: Span
  /** From there to the last day; null where the window ends with it. */
  readonly late: Span | null
  /** The time goes on beyond the picture. */
  readonly isOpen: boolean
}

export type TimelineMark = GivenMark | TargetMark

/** One row of the chart over time. */
export type TimelineLane = {
  readonly code: string
  readonly name: LocalText
  readonly detail: LocalText | null
  readonly status: ForecastStatus
  /** By place, left to right. */
  readonly marks: readonly TimelineMark[]
  /** What the row says at its end: the next dose, or why none comes; null where the schedule says nothing. */
  readonly next: ForecastCell | null
}

/** What was given, what counts and what comes, on one axis of age. Places are fractions of the width. */
export type Timeline = {
  readonly lanes: readonly TimelineLane[]
  readonly ticks: readonly AgeTick[]
  readonly today: number
  /** False for an adult without childhood doses: the empty years before are left out. */
  readonly startsAtBirth: boolean
}

/** No two marks of a lane stand nearer than this, so that each can be seen and pointed at. */
const leastGap = 0.028
/** The picture goes on a little beyond today. */
const daysBeyondToday = 90
/** Above this age at the first dose the years from birth are left out. */
const childhoodYears = 7

/** Lays a chart out over time. The first two years get most of the room, because most doses lie there. */
export function timelineOf(chart: ImmunizationChart, bornOn: CalendarDay): Timeline {
  const scale = scaleFor(chart, bornOn)
  return {
    lanes: chart.rows.map(row => laneOf(row, scale)),
    ticks: ticksOf(scale),
    today: scale.placeOf(chart.on),
    startsAtBirth: scale.kind === 'child',
  }
}

function scaleFor({ rows, on }: ImmunizationChart, bornOn: CalendarDay): TimeScale {
  const cells = rows.flatMap(row => row.cells)
  const days = cells.map(cell => (cell.kind === 'given' ? cell.givenOn : cell.recommendedOn))
  const firstOn = earliestOf([on, ...days]) ?? on
  const isChild = firstOn < addOffset(bornOn, { years: childhoodYears, months: 0, days: 0 })
  const lastOn = latestOf([addDays(on, daysBeyondToday), ...days]) ?? on
  return timeScale(isChild ? 'child' : 'adult', bornOn, firstOn, lastOn)
}

function laneOf({ code, name, detail, status, cells }: ChartRow, scale: TimeScale): TimelineLane {
  const marks = cells.flatMap((cell, index) => markOf(cell, `${code}.${index}`, scale))
  const forecasts = cells.filter(cell => cell.kind === 'forecast')
  return { code, name, detail, status, marks: spread(marks), next: forecasts.at(0) ?? null }
}

function markOf(cell: GivenCell | ForecastCell, key: string, scale: TimeScale): readonly TimelineMark[] {
  return cell.kind === 'given' ? [givenMark(cell, key, scale)] : targetMark(cell, key, scale)
}

function givenMark(cell: GivenCell, key: string, scale: TimeScale): GivenMark {
  const { givenOn, givenUntil } = cell
  const span = givenUntil && { from: scale.placeOf(givenOn), to: scale.placeOf(addDays(givenUntil, 1)) }
  const middle = givenUntil ? addDays(givenOn, Math.floor(daysBetween(givenOn, givenUntil) / 2)) : givenOn
  return { kind: 'given', key, cell, status: markStatus(cell), place: scale.placeOf(middle), span }
}

function markStatus({ status }: GivenCell): MarkStatus {
  switch (status) {
    case 'valid':
      return 'valid'
    case 'not-valid':
    case 'substandard':
      return 'not-valid'
    case 'extraneous':
      return 'extra'
    case 'not-evaluated':
      return 'unknown'
  }
}

/** A row that has ended says so beside the picture; it has no place on the axis. */
function targetMark(cell: ForecastCell, key: string, scale: TimeScale): readonly TargetMark[] {
  const { status, earliestOn, recommendedOn, pastDueOn, latestOn } = cell
  if (status !== 'due' && status !== 'overdue' && status !== 'later') return []
  if (earliestOn === null || recommendedOn === null) return []
  const end = latestOn === null ? 1 : scale.placeOf(addDays(latestOn, 1))
  const lateFrom = pastDueOn === null ? null : Math.min(end, scale.placeOf(addDays(pastDueOn, 1)))
  return [
    {
      kind: 'target',
      key,
      cell,
      status,
      place: scale.placeOf(recommendedOn),
      window: { from: scale.placeOf(earliestOn), to: lateFrom ?? end },
      late: lateFrom !== null && lateFrom < end ? { from: lateFrom, to: end } : null,
      isOpen: end >= 1,
    },
  ]
}

/** Marks that would stand on each other move to the right; what then stands beyond the edge moves back. */
function spread(marks: readonly TimelineMark[]): readonly TimelineMark[] {
  const sorted = marks.toSorted((a, b) => a.place - b.place)
  const places: number[] = []
  for (const { place } of sorted) places.push(Math.max(place, (places.at(-1) ?? -1) + leastGap))
  for (let index = places.length - 1, limit = 1; index >= 0; index--) {
    const place = Math.max(0, Math.min(places[index] ?? 0, limit))
    places[index] = place
    limit = place - leastGap
  }
  return sorted.map((mark, index) => ({ ...mark, place: places[index] ?? mark.place }))
}
