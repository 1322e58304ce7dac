import { type CalendarDay, daysBetween } from '../calendar/calendar-day'
import { type GrowthRow, measuredFor } from './growth-history'
import { daysPerMonth, type GrowthIndicator, type GrowthScores, growthIndicators } from './growth-scores'

/** How much a finding asks for: a closer look, a plan, or help today. */
export const growthSeverities = ['watch', 'moderate', 'severe'] as const
export type GrowthSeverity = (typeof growthSeverities)[number]

/** A cut-off as data. Of several of one `group` that hold, the first in the file counts: put the worst first. */
export type GrowthCutOff = {
  readonly code: string
  /** What is asked, once: wasting, stunting, underweight, overweight … */
  readonly group: string
  readonly text: { readonly vi: string; readonly en: string }
  /** Held against a score, a measurement in cm, or the swelling of both feet. */
  readonly when:
    | { readonly by: 'score'; readonly indicator: GrowthIndicator; readonly below: number }
    | { readonly by: 'score'; readonly indicator: GrowthIndicator; readonly above: number }
    | { readonly by: 'arm-cm'; readonly below: number }
    | { readonly by: 'oedema' }
  readonly fromMonths: number
  /** Not included. */
  readonly toMonths: number
  readonly severity: GrowthSeverity
  readonly source: string
  readonly confirmation: 'confirmed' | 'unconfirmed'
}

/** When a child that is not yet malnourished has stopped growing as it did. */
export type FalteringRule = {
  readonly note: string
  /** Earlier weights before this age say nothing: newborns lose weight and find their own line. */
  readonly fromAgeDays: number
  /** A weight-for-age lower by so many deviations than at any look within so many days. */
  readonly fall: { readonly byZ: number; readonly withinDays: number }
  /** No gain over at least so many days, by the age at the later look; months not included. */
  readonly noGain: readonly { readonly toMonths: number; readonly days: number }[]
  readonly source: string
  readonly confirmation: 'confirmed' | 'unconfirmed'
}

export type GrowthRules = {
  readonly cutOffs: readonly GrowthCutOff[]
  readonly faltering: FalteringRule
  /** A child that is shorter than before by more than this (cm) was measured wrongly once. */
  readonly shorterByCm: number
}

export type GrowthFinding =
  | {
      readonly kind: 'cut-off'
      readonly code: string
      readonly severity: GrowthSeverity
      readonly indicator: GrowthIndicator | null
      readonly z: number | null
    }
  | {
      readonly kind: 'weight-fell'
      readonly severity: 'moderate'
      /** The earlier look with the highest score. */
      readonly since: CalendarDay
      readonly fromZ: number
      readonly toZ: number
    }
  | {
      readonly kind: 'no-gain'
      readonly severity: 'moderate'
      readonly since: CalendarDay
      readonly days: number
      readonly lostKg: number
    }
  | {
      readonly kind: 'measure-again'
      readonly severity: 'watch'
      readonly indicator: GrowthIndicator
      readonly z: number
    }
  | {
      readonly kind: 'got-shorter'
      readonly severity: 'watch'
      readonly since: CalendarDay
      readonly byCm: number
    }

const severityOrder: Readonly<Record<GrowthSeverity, number>> = { severe: 0, moderate: 1, watch: 2 }

/**
 * What one measuring says, worst first, held against those before it. By age since birth only; what a corrected age says is
 * asked apart, with `correctedFindings`. A score that WHO flags concludes nothing but that it be measured again.
 */
export function growthFindings(
  rules: GrowthRules,
  rows: readonly GrowthRow[],
  id: string,
): readonly GrowthFinding[] {
  const row = rows.find(it => it.id === id)
  if (!row) return []
  const earlier = rows.filter(it => it.on < row.on && it.ageDays >= 0)
  const found = [
    ...cutOffsOf(rules, row, row.ageDays, row.scores),
    ...falteringOf(rules.faltering, row, earlier),
    ...measureAgain(row.scores),
    ...shorterThanBefore(rules.shorterByCm, row, earlier),
  ]
  return found.toSorted((a, b) => severityOrder[a.severity] - severityOrder[b.severity])
}

/** What the cut-offs say at the age since the day a child was due; empty for a child born at term. */
export function correctedFindings(rules: GrowthRules, row: GrowthRow): readonly GrowthFinding[] {
  return row.corrected ? cutOffsOf(rules, row, row.corrected.ageDays, row.corrected.scores) : []
}

function cutOffsOf(
  { cutOffs }: GrowthRules,
  row: GrowthRow,
  ageDays: number,
  scores: GrowthScores,
): readonly GrowthFinding[] {
  const months = ageDays / daysPerMonth
  const held = cutOffs.filter(
    cutOff => months >= cutOff.fromMonths && months < cutOff.toMonths && holds(cutOff, row, scores),
  )
  return held
    .filter(({ group }, index) => held.findIndex(it => it.group === group) === index)
    .map(({ code, severity, when }) => {
      const indicator = when.by === 'score' ? when.indicator : null
      const z = indicator ? (scores[indicator]?.z ?? null) : null
      return { kind: 'cut-off', code, severity, indicator, z }
    })
}

function holds({ when }: GrowthCutOff, row: GrowthRow, scores: GrowthScores): boolean {
  if (when.by === 'score' && row.isBeforeDue) return false
  if (when.by === 'oedema') return row.hasOedema
  if (when.by === 'arm-cm') return row.armCm !== null && row.armCm > 0 && row.armCm < when.below
  const score = scores[when.indicator]
  if (!score || score.isImplausible) return false
  return 'below' in when ? score.z < when.below : score.z > when.above
}

function falteringOf(
  { fromAgeDays, fall, noGain }: FalteringRule,
  row: GrowthRow,
  earlier: readonly GrowthRow[],
): readonly GrowthFinding[] {
  const now = weighed(row)
  if (!now) return []
  const before = earlier
    .filter(it => it.ageDays >= fromAgeDays)
    .flatMap(it => {
      const then = weighed(it)
      return then ? [{ ...then, on: it.on, days: daysBetween(it.on, row.on) }] : []
    })
  const highest = before
    .filter(it => it.days <= fall.withinDays)
    .reduce<(typeof before)[number] | null>((top, it) => (top && top.z >= it.z ? top : it), null)
  const least = noGain.find(({ toMonths }) => row.ageDays / daysPerMonth < toMonths)?.days
  const last = least === undefined ? undefined : before.findLast(it => it.days >= least)
  return [
    // Scores have two decimals: their difference is counted in hundredths.
    ...(highest && Math.round((highest.z - now.z) * 100) >= Math.round(fall.byZ * 100)
      ? [
          {
            kind: 'weight-fell',
            severity: 'moderate',
            since: highest.on,
            fromZ: highest.z,
            toZ: now.z,
          } as const,
        ]
      : []),
    ...(last && now.kg <= last.kg
      ? [
          {
            kind: 'no-gain',
            severity: 'moderate',
            since: last.on,
            days: last.days,
            lostKg: Math.round((last.kg - now.kg) * 1000) / 1000,
          } as const,
        ]
      : []),
  ]
}

/** A weight that counts for growth: scored and believable. */
function weighed(row: GrowthRow): { readonly kg: number; readonly z: number } | null {
  const score = row.scores['weight-for-age']
  const kg = measuredFor('weight-for-age', row)
  return score && !score.isImplausible && kg !== null ? { kg, z: score.z } : null
}

function measureAgain(scores: GrowthScores): readonly GrowthFinding[] {
  return growthIndicators.flatMap(indicator => {
    const score = scores[indicator]
    if (!score?.isImplausible) return []
    return [{ kind: 'measure-again', severity: 'watch', indicator, z: score.z } as const]
  })
}

function shorterThanBefore(
  shorterByCm: number,
  row: GrowthRow,
  earlier: readonly GrowthRow[],
): readonly GrowthFinding[] {
  const { standardLengthCm: now } = row
  const last = earlier.findLast(it => it.standardLengthCm !== null)
  if (now === null || !last || last.standardLengthCm === null) return []
  // Lying is longer than standing by 0.7 cm: from one to the other a child does not shrink.
  const turned = row.ageDays >= 731 && last.ageDays < 731 ? 0.7 : 0
  const byCm = Math.round((last.standardLengthCm - turned - now) * 10) / 10
  return byCm > shorterByCm ? [{ kind: 'got-shorter', severity: 'watch', since: last.on, byCm }] : []
}
