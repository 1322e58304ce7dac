import { addDays, vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { buildChart } from '../../../src/domain/schedule/chart'
import { currentSchedule } from '../schedule/current-book'
import type { Ports } from '../service'
import { type ChartSources, chartInput } from './chart'

/** Ages in days whose charts go through most of the rules. */
const ages = [0, 60, 120, 270, 540, 1_800]

/**
 * What the first child of a morning would otherwise wait half a second for: the schedule put together, and the rules gone
 * through once. To be done one at a time while somebody signs in; nothing is written and nothing kept but what is derived.
 */
export function warmUpSteps(ports: ChartSources & Pick<Ports, 'clock'>): readonly (() => void)[] {
  const on = vietnamDayOf(ports.clock())
  const chart = (age: number) => () => {
    const nobody = { birthDate: addDays(on, -age), sex: 'unknown' as const, alerts: [] }
    void buildChart(chartInput(ports, '', nobody, on))
  }
  return [() => void currentSchedule(ports, on), ...ages.map(chart)]
}
