import type { CalendarDay } from '../calendar/calendar-day'
import { earliestOf, latestOf } from '../calendar/offset'
import { type OpenTarget, openTarget } from './open-targets'
import type { Assessment, SeriesAssessment, SeriesStatus } from './result-types'
import type { Schedule, SeriesType, VaccineGroup } from './schedule-types'

/** The joined forecast of one vaccine group; a person may have one for standard and one for risk series. */
export type GroupForecast = {
  readonly group: string
  readonly type: SeriesType
  readonly status: SeriesStatus
  readonly earliestOn: CalendarDay | null
  readonly recommendedOn: CalendarDay | null
  readonly pastDueOn: CalendarDay | null
  readonly latestOn: CalendarDay | null
  readonly doseNumber: number | null
  /** Antigens whose best series is not complete. */
  readonly antigens: readonly string[]
  readonly vaccineCodes: readonly string[]
  /** The best series that were joined. */
  readonly series: readonly SeriesAssessment[]
}

/**
 * Joins the best series of each vaccine group, standard with standard and risk with risk (CDSi chapter 10). A group of
 * one antigen joins nothing: each best series is a forecast of its own.
 */
export function forecastGroups(assessment: Assessment, schedule: Schedule): readonly GroupForecast[] {
  const types: readonly SeriesType[] = ['standard', 'risk', 'evaluation-only']
  return schedule.vaccineGroups.flatMap(group =>
    types.flatMap(type => {
      const best = bestOf(group, type, assessment, schedule)
      const parts = group.antigens.length > 1 ? [best].filter(it => it.length > 0) : best.map(one => [one])
      return parts.map(part => joined(group, type, part, schedule))
    }),
  )
}

function bestOf(group: VaccineGroup, type: SeriesType, { antigens }: Assessment, schedule: Schedule) {
  const codes = new Set(
    schedule.antigens.flatMap(({ series }) => series.filter(it => it.type === type).map(({ code }) => code)),
  )
  return antigens
    .filter(({ antigen }) => group.antigens.includes(antigen))
    .flatMap(({ best }) => best.filter(({ seriesCode }) => codes.has(seriesCode)))
}

function joined(
  { code, fullGroup }: VaccineGroup,
  type: SeriesType,
  best: readonly SeriesAssessment[],
  schedule: Schedule,
): GroupForecast {
  const open = best.flatMap(openTarget)
  const earliestOn = groupEarliest(open, best, schedule)
  const numbers = open.map(({ doseNumber }) => doseNumber)
  const notBefore = (on: CalendarDay | null) => on && latestOf([on, earliestOn])
  return {
    group: code,
    type,
    status: groupStatus(best),
    earliestOn,
    recommendedOn: notBefore(earliestOf(open.map(({ dates }) => dates.recommendedOn))),
    pastDueOn: notBefore(earliestOf(open.map(({ dates }) => dates.pastDueOn))),
    latestOn: earliestOf(open.map(({ dates }) => dates.latestOn)),
    doseNumber: numbers.length === 0 ? null : fullGroup ? Math.min(...numbers) : Math.max(...numbers),
    antigens: open.map(({ antigen }) => antigen),
    vaccineCodes: [...new Set(open.flatMap(({ series }) => series.vaccineCodes))],
    series: best,
  }
}

const statusOrder: readonly SeriesStatus[] = [
  'contraindicated',
  'aged-out',
  'not-recommended',
  'not-complete',
]

function groupStatus(best: readonly SeriesAssessment[]): SeriesStatus {
  const statuses = best.map(({ status }) => status)
  const first = statusOrder.find(status => statuses.includes(status))
  return first ?? (statuses.every(status => status === 'immune') ? 'immune' : 'complete')
}

/** The latest earliest date; with a priority forecast the first of those, but not before the group's last dose. */
function groupEarliest(
  open: readonly OpenTarget[],
  best: readonly SeriesAssessment[],
  schedule: Schedule,
): CalendarDay | null {
  const priority = open.filter(target => isPriority(target, schedule))
  if (priority.length === 0) return latestOf(open.map(({ dates }) => dates.earliestOn))
  const lastDoses = best.map(({ lastDoseOn }) => lastDoseOn)
  return latestOf([earliestOf(priority.map(({ dates }) => dates.earliestOn)), ...lastDoses])
}

function isPriority({ antigen, series, targetDose }: OpenTarget, { antigens }: Schedule): boolean {
  const doses = antigens
    .filter(({ code }) => code === antigen)
    .flatMap(it => it.series.filter(({ code }) => code === series.seriesCode))
    .flatMap(it => it.doses.slice(targetDose - 1, targetDose))
  return doses.some(
    ({ intervals }) => intervals.length > 0 && intervals.every(({ hasPriority }) => hasPriority),
  )
}
