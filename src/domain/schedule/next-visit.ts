import { addDays } from '../calendar/calendar-day'
import { latestOf } from '../calendar/offset'
import { assess } from './assess'
import type { ChartInput, NextVisit } from './chart-types'
import { dueDoses } from './due-doses'
import { openTargets } from './open-targets'

/**
 * The next day on which something can be given, looking from the day after `input.on`. What is due and was not given
 * is due again the next day; which session that becomes is the point's own calendar.
 */
export function nextVisit(input: ChartInput): NextVisit | null {
  const tomorrow = addDays(input.on, 1)
  const days = openTargets(assess(input)).map(
    ({ dates }) => latestOf([tomorrow, dates.recommendedOn]) ?? tomorrow,
  )
  for (const on of [...new Set(days)].toSorted()) {
    const doses = dueDoses({ ...input, on })
    if (doses.length > 0) return { on, labels: doses.map(({ label }) => label), doses }
  }
  return null
}
