import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import {
  correctedFindings,
  type GrowthCutOff,
  type GrowthFinding,
  type GrowthRules,
  growthFindings,
} from './growth-findings'
import type { GrowthRow } from './growth-history'

/** What a child's growth says now, and of which day it is. */
export type LatestFinding = GrowthFinding & { readonly on: CalendarDay; readonly isCorrected: boolean }

/** What was found longer ago than this says nothing of today. */
const validDays = 183

/**
 * What the newest measurings of a child say, worst first as each found it. A weight of today does not hide the wasting that was
 * found last week with a length: an older finding stands until something newer could have told it otherwise.
 * `rows` in the order of the days.
 */
export function latestFindings(
  rules: GrowthRules,
  rows: readonly GrowthRow[],
  on: CalendarDay,
): readonly LatestFinding[] {
  const recent = rows.filter(row => daysBetween(row.on, on) <= validDays).toReversed()
  return recent.flatMap((row, index) => {
    const newer = recent.slice(0, index)
    const stands = (finding: GrowthFinding) => !newer.some(later => couldTell(rules.cutOffs, finding, later))
    const dated = (isCorrected: boolean) => (finding: GrowthFinding) => ({
      ...finding,
      on: row.on,
      isCorrected,
    })
    return [
      ...growthFindings(rules, rows, row.id).filter(stands).map(dated(false)),
      ...correctedFindings(rules, row).filter(stands).map(dated(true)),
    ]
  })
}

/** True where a later measuring has what the finding goes by. */
function couldTell(cutOffs: readonly GrowthCutOff[], finding: GrowthFinding, later: GrowthRow): boolean {
  switch (finding.kind) {
    case 'weight-fell':
    case 'no-gain':
      return later.scores['weight-for-age'] !== null
    case 'got-shorter':
      return later.lengthCm !== null
    case 'measure-again':
      return later.scores[finding.indicator] !== null
    case 'cut-off': {
      if (finding.indicator) return later.scores[finding.indicator] !== null
      const when = cutOffs.find(({ code }) => code === finding.code)?.when
      // Whoever only weighs a child does not look at its feet.
      return when?.by === 'arm-cm' ? later.armCm !== null : later.lengthCm !== null
    }
  }
}
