import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { ForecastCell, ImmunizationChart } from '../../../src/domain/schedule/chart-types'
import type { AgeTick } from '../../../src/domain/schedule/time-scale'
import type { GivenMark, TargetMark, TimelineLane, TimelineMark } from '../../../src/domain/schedule/timeline'
import { formatAge, formatDay, formatDoseDay } from '../../components/format'
import { locale, text } from '../../text'
import { antigenName } from '../../text/codes'
import { evaluationText, forecastText, reasonText, statusText } from '../injection/reasons'

type NameOf = (code: string) => string

/** Everything a mark stands for, as sentences: the day, what was given or comes, whether it counts, and why. */
export function markText(mark: TimelineMark, bornOn: CalendarDay, nameOf: NameOf): string {
  return mark.kind === 'given' ? givenText(mark, bornOn, nameOf) : targetText(mark, nameOf)
}

function givenText({ cell }: GivenMark, bornOn: CalendarDay, nameOf: NameOf): string {
  const { givenOn, givenUntil, vaccineName, doseNumber, status, reasons, otherwise } = cell
  const vaccine = [vaccineName, doseNumber === null ? '' : text.timeline.dose(doseNumber)]
  return [
    text.timeline.givenAt(
      formatDoseDay(givenOn, givenUntil),
      givenUntil === null ? formatAge(bornOn, givenOn) : null,
      vaccine.filter(Boolean).join(' '),
    ),
    statusText.evaluation[status],
    evaluationText(reasons, nameOf),
    cell.isConfirmed ? '' : reasonText.unconfirmedRow,
    ...otherwise.map(other => {
      const why = evaluationText(other.reasons, nameOf)
      return `${antigenName(other.antigen)}: ${reasonText.evaluationStatus[other.status]}. ${why}`.trim()
    }),
  ]
    .filter(Boolean)
    .join(' ')
}

function targetText({ cell }: TargetMark, nameOf: NameOf): string {
  const words = text.timeline
  const { label, earliestOn, recommendedOn, pastDueOn, latestOn } = cell
  const dates = [
    words.target(label?.[locale] ?? '', recommendedOn ? formatDay(recommendedOn) : ''),
    earliestOn && earliestOn !== recommendedOn && words.earliest(formatDay(earliestOn)),
    pastDueOn && words.pastDue(formatDay(pastDueOn)),
    latestOn && words.latest(formatDay(latestOn)),
  ]
  return [
    `${dates.filter(Boolean).join(', ')}.`,
    statusText.forecast[cell.status],
    forecastText(cell.reasons, nameOf),
    cell.isConfirmed ? '' : reasonText.unconfirmedRow,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What stands at the end of a lane: when the next dose is, or why there is none. */
export function nextWords({ next, status }: TimelineLane): { readonly top: string; readonly bottom: string } {
  if (next === null) {
    const isEnded = status === 'complete' || status === 'immune'
    return { top: isEnded ? `✓ ${reasonText.forecastStatus[status]}` : '', bottom: '' }
  }
  const label = shortLabel(next)
  const on = next.recommendedOn === null ? '' : formatDay(next.recommendedOn)
  const draft = next.isConfirmed ? '' : '°'
  switch (next.status) {
    case 'due':
      return { top: `● ${text.timeline.targets.due}${draft}`, bottom: label }
    case 'overdue':
      return { top: `▲ ${text.timeline.lateSince(on)}${draft}`, bottom: label }
    case 'later':
      return { top: `◇ ${on}${draft}`, bottom: label }
    case 'complete':
    case 'immune':
      return { top: `✓ ${reasonText.forecastStatus[next.status]}`, bottom: '' }
    default:
      return { top: reasonText.forecastStatus[next.status], bottom: '' }
  }
}

/** Longer names do not fit beside the picture; the lane has said already against what it is. */
const longestLabel = 20

function shortLabel({ label, doseNumber }: ForecastCell): string {
  const name = label?.[locale] ?? ''
  return name.length <= longestLabel || doseNumber === null ? name : text.injection.cellDose(doseNumber)
}

/** An age on the axis: "sinh", "6 th", "2 tuổi". */
export function tickWords({ years, months }: AgeTick): string {
  if (years > 0) return text.timeline.years(years)
  return months === 0 ? text.timeline.birth : text.timeline.months(months)
}

/** The picture in one sentence: how many doses, how many count, what is due. */
export function summaryOf(chart: ImmunizationChart): string {
  const cells = chart.rows.flatMap(row => row.cells).flatMap(cell => (cell.kind === 'given' ? [cell] : []))
  const counted = new Set(cells.filter(({ status }) => status === 'valid').map(({ doseId }) => doseId))
  const given = new Set(cells.map(({ doseId }) => doseId))
  const next = chart.next && formatDay(chart.next.on)
  return text.timeline.given(given.size, counted.size, chart.today.length, next)
}
