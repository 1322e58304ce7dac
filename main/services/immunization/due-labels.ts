import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Person } from '../../../src/domain/person/person'
import { buildChart } from '../../../src/domain/schedule/chart'
import type { Schedule } from '../../../src/domain/schedule/schedule-types'
import { type ChartSources, chartInput } from './chart'

/** A full room and those who have just left it. */
const keptCharts = 400

/** What was due by a schedule, by everything else a chart is made of. */
const known = new WeakMap<Schedule, Map<string, readonly string[]>>()

/**
 * What is due to somebody on a day, in words. Every screen asks it for everybody who waits whenever anything is saved, so an
 * answer is kept by its whole question: the schedule, and all that the rules are told of the person. Never out of date.
 */
export function dueLabels(
  sources: ChartSources,
  personId: string,
  person: Person,
  on: CalendarDay,
): readonly string[] {
  const input = chartInput(sources, personId, person, on)
  const { schedule, vaccines: _shipped, ...rest } = input
  const question = JSON.stringify(rest)
  const answers = known.get(schedule) ?? new Map<string, readonly string[]>()
  known.set(schedule, answers)
  const kept = answers.get(question)
  if (kept) return kept
  const labels = buildChart(input).today.map(due => due.label.vi)
  const [oldest] = answers.keys()
  if (answers.size >= keptCharts && oldest !== undefined) answers.delete(oldest)
  answers.set(question, labels)
  return labels
}
