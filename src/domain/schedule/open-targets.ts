import type { CalendarDay } from '../calendar/calendar-day'
import { earliestOf, latestOf } from '../calendar/offset'
import type { ForecastStatus } from './chart-types'
import type { Assessment, ForecastDates, SeriesAssessment } from './result-types'
import type { LocalText } from './schedule-types'

/** A target dose that has dates: something the person still needs. */
export type OpenTarget = {
  readonly antigen: string
  readonly group: number
  readonly targetDose: number
  readonly doseNumber: number
  readonly label: LocalText
  readonly dates: ForecastDates
  readonly series: SeriesAssessment
}

/** Open targets of the antigens this point forecasts. */
export function openTargets({ antigens }: Assessment): readonly OpenTarget[] {
  return antigens
    .filter(({ isForecast }) => isForecast)
    .flatMap(({ best }) => best)
    .flatMap(series => openTarget(series))
}

/** The open target of one series, as a list of none or one. */
export function openTarget(series: SeriesAssessment): readonly OpenTarget[] {
  const { antigen, seriesGroup: group, targetDose, doseNumber, label, dates } = series
  if (targetDose === null || doseNumber === null || label === null || dates === null) return []
  return [{ antigen, group, targetDose, doseNumber, label, dates, series }]
}

/** The dates of targets that one dose serves. */
export type JoinedDates = Omit<ForecastDates, 'candidates'>

/** Antigens given together (CDSi chapter 10): the latest earliest date, the first recommended one not before it, the first of the limits. */
export function joinedDates(targets: readonly Pick<OpenTarget, 'dates'>[]): JoinedDates {
  const dates = targets.map(target => target.dates)
  const earliestOn = latestOf(dates.map(it => it.earliestOn))
  const recommendedOn = latestOf([earliestOn, earliestOf(dates.map(it => it.recommendedOn))])
  if (!earliestOn || !recommendedOn) throw new Error('dates of no target')
  return {
    earliestOn,
    recommendedOn,
    pastDueOn: earliestOf(dates.map(it => it.pastDueOn)),
    latestOn: earliestOf(dates.map(it => it.latestOn)),
  }
}

/** Due from the recommended date, overdue once the past due date lies behind. */
export function statusOn({ dates }: Pick<OpenTarget, 'dates'>, on: CalendarDay): 'due' | 'overdue' | 'later' {
  if (on < dates.recommendedOn || on < dates.earliestOn) return 'later'
  return dates.pastDueOn !== null && on > dates.pastDueOn ? 'overdue' : 'due'
}

const urgency: readonly ForecastStatus[] = [
  'overdue',
  'due',
  'later',
  'contraindicated',
  'aged-out',
  'complete',
  'immune',
  'not-recommended',
]

/** The status that a reader must see first; 'not-recommended' when there is none. */
export function mostUrgent(statuses: readonly ForecastStatus[]): ForecastStatus {
  return urgency.find(status => statuses.includes(status)) ?? 'not-recommended'
}
