import { buildChart } from '../../../src/domain/schedule/chart'
import type { ChartInput, ImmunizationChart } from '../../../src/domain/schedule/chart-types'
import type { Schedule } from '../../../src/domain/schedule/schedule-types'
import { keepNewest } from '../keep-newest'

/** A full room, and those who have just left it. */
const keptCharts = 300

type Kept = Map<string, ImmunizationChart>

/** By the schedule and the products, which are objects of the day; then by everything else a chart is made of. */
const known = new WeakMap<Schedule, WeakMap<ChartInput['vaccines'], Kept>>()

/**
 * The chart of this input. A visit asks for it a dozen times, from the desk to the board on three screens, and most of what
 * is saved meanwhile changes nothing that the rules are told. A chart is kept by its whole question, so it is never out of date.
 */
export function keptChart(input: ChartInput): ImmunizationChart {
  const { schedule, vaccines, ...rest } = input
  const charts = chartsOf(schedule, vaccines)
  const question = JSON.stringify(rest)
  const kept = charts.get(question)
  if (kept) return kept
  const chart = buildChart(input)
  keepNewest(charts, keptCharts, question, chart)
  return chart
}

function chartsOf(schedule: Schedule, vaccines: ChartInput['vaccines']): Kept {
  const ofSchedule = known.get(schedule) ?? new WeakMap<ChartInput['vaccines'], Kept>()
  known.set(schedule, ofSchedule)
  const charts = ofSchedule.get(vaccines) ?? new Map<string, ImmunizationChart>()
  ofSchedule.set(vaccines, charts)
  return charts
}
