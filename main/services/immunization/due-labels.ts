import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Person } from '../../../src/domain/person/person'
import { buildChart } from '../../../src/domain/schedule/chart'
import type { DueDose } from '../../../src/domain/schedule/chart-types'
import type { Schedule } from '../../../src/domain/schedule/schedule-types'
import { type ChartSources, chartInput } from './chart'

/** A full room and those who have just left it. */
const keptCharts = 400

/** What a card needs to know of a due dose. */
type DueWord = Pick<DueDose, 'label' | 'antigens' | 'doseNumber'>

/** What was due by a schedule, by everything else a chart is made of. */
const known = new WeakMap<Schedule, Map<string, readonly DueWord[]>>()

/**
 * What is due to somebody on a day. Every screen asks it for everybody who waits whenever anything is saved, so an
 * answer is kept by its whole question: the schedule, and all that the rules are told of the person. Never out of date.
 */
export function dueInShort(
  sources: ChartSources,
  personId: string,
  person: Person,
  on: CalendarDay,
): readonly DueWord[] {
  const input = chartInput(sources, personId, person, on)
  const { schedule, vaccines: _shipped, ...rest } = input
  const question = JSON.stringify(rest)
  const answers = known.get(schedule) ?? new Map<string, readonly DueWord[]>()
  known.set(schedule, answers)
  const kept = answers.get(question)
  if (kept) return kept
  const due = buildChart(input).today.map(({ label, antigens, doseNumber }) => ({
    label,
    antigens,
    doseNumber,
  }))
  const [oldest] = answers.keys()
  if (answers.size >= keptCharts && oldest !== undefined) answers.delete(oldest)
  answers.set(question, due)
  return due
}
