import type { CalendarDay } from '../calendar/calendar-day'
import { addDays } from '../calendar/calendar-day'
import { earliestOf, latestOf } from '../calendar/offset'
import { assess } from './assess'
import type { ChartInput } from './chart-types'
import { daysOfChange } from './days-of-change'
import { isShownBy } from './due-doses'
import { groupBy } from './group-by'
import { joinedDates, type OpenTarget, openTargets } from './open-targets'
import type { Assessment } from './result-types'
import type { LocalText } from './schedule-types'

/** One dose somebody still needs, under the name staff know it by: a cell of the matrix with its dates. */
export type KeptDose = {
  readonly label: LocalText
  readonly doseNumber: number
  readonly antigens: readonly string[]
  readonly earliestOn: CalendarDay
  readonly recommendedOn: CalendarDay
  readonly pastDueOn: CalendarDay | null
  readonly latestOn: CalendarDay | null
  /** First day on which it is due, and on which it is overdue; null: never. */
  readonly dueOn: CalendarDay
  readonly overdueOn: CalendarDay | null
}

/** A row of the matrix in which somebody still needs something, with the first day of each status. */
export type KeptRow = {
  readonly rowCode: string
  readonly dueOn: CalendarDay
  readonly overdueOn: CalendarDay | null
  readonly doses: readonly KeptDose[]
}

/** A forecast in days, not in statuses: who is due is then a comparison, whatever the day. */
export type KeptForecast = {
  readonly rows: readonly KeptRow[]
  /** First day on which a status changes or another result is possible; null: never. Until then all of it holds. */
  readonly renewOn: CalendarDay | null
}

export type KeptStatus = 'later' | 'due' | 'overdue'

/** What lists need of one person: what is still to be given, from the same assessment as the chart. */
export function forecastToKeep(input: ChartInput, assessment: Assessment = assess(input)): KeptForecast {
  const open = openTargets(assessment)
  const rows = input.schedule.rows.flatMap(({ code, members }): readonly KeptRow[] => {
    const targets = open.filter(target => members.some(member => isShownBy(member, target)))
    const doses = [...groupBy(targets, ({ label }) => label.vi).values()].map(keptDose)
    const dueOn = earliestOf(doses.map(dose => dose.dueOn))
    return dueOn
      ? [{ rowCode: code, dueOn, overdueOn: earliestOf(doses.map(it => it.overdueOn)), doses }]
      : []
  })
  const statusDays = rows.flatMap(row => row.doses.flatMap(dose => [dose.dueOn, dose.overdueOn]))
  const days = [...statusDays, ...daysOfChange(input, assessment)]
  return { rows, renewOn: earliestOf(days.filter(on => on !== null && on > input.on)) }
}

/** The status of a row or a person on a day on which the forecast holds. */
export function keptStatusOn(
  { dueOn, overdueOn }: { readonly dueOn: CalendarDay | null; readonly overdueOn: CalendarDay | null },
  on: CalendarDay,
): KeptStatus {
  if (overdueOn !== null && overdueOn <= on) return 'overdue'
  return dueOn !== null && dueOn <= on ? 'due' : 'later'
}

/** Antigens whose next dose has the same name, as one dose (CDSi chapter 10, as in the cells of the matrix). */
function keptDose(targets: readonly OpenTarget[]): KeptDose {
  const [lead] = targets
  if (!lead) throw new Error('a kept dose without a target')
  return {
    label: lead.label,
    doseNumber: lead.doseNumber,
    antigens: targets.map(({ antigen }) => antigen),
    ...joinedDates(targets),
    dueOn: earliestOf(targets.map(dueDay)) ?? dueDay(lead),
    overdueOn: earliestOf(targets.map(overdueDay)),
  }
}

/** `statusOn` turned round: the first day on which it answers 'due' … */
function dueDay({ dates }: OpenTarget): CalendarDay {
  return dates.recommendedOn < dates.earliestOn ? dates.earliestOn : dates.recommendedOn
}

/** … and 'overdue'. */
function overdueDay(target: OpenTarget): CalendarDay | null {
  const { pastDueOn } = target.dates
  return pastDueOn && latestOf([dueDay(target), addDays(pastDueOn, 1)])
}
