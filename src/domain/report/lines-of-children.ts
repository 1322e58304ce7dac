import { type CalendarDay, daysBetween, type Instant, vietnamDayOf } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'
import type { GrowthScore, GrowthScores } from '../child/growth-scores'
import { type BirthDoseRule, birthDoseWait, hoursSinceBirth } from '../immunization/birth-dose-hours'
import { daysPast, type HandbookLine, type Placed } from './handbook-lists'
import type { HandbookLimits } from './handbook-programme'

export type NewbornRow = Placed & { readonly birthDate: CalendarDay; readonly birthTime: string | null }

/** A newborn whose birth dose is still due. Late: the hours are over, or by days alone they must be. */
export function birthDoseLine(child: NewbornRow, rule: BirthDoseRule, at: Instant): HandbookLine {
  const { birthDate, personId, communeCode, hamlet } = child
  const { verdict } = hoursSinceBirth(child, rule.hours, at)
  return {
    personId,
    communeCode,
    hamlet,
    on: birthDate,
    daysLate: verdict === 'late' ? Math.max(1, daysBetween(birthDate, vietnamDayOf(at)) - 1) : null,
    say: { list: 'birth-dose', ...birthDoseWait(rule, child) },
  }
}

export type WeighedRow = Placed & { readonly birthDate: CalendarDay; readonly lastOn: CalendarDay | null }

/** A child whose next weighing is due: birth counts as the first one. */
export function weighingLine(
  child: WeighedRow,
  { bands }: HandbookLimits['weighing'],
  today: CalendarDay,
): HandbookLine | null {
  const { birthDate, lastOn, personId, communeCode, hamlet } = child
  const band = bands.find(
    ({ untilMonths }) => today < addOffset(birthDate, { years: 0, months: untilMonths, days: 0 }),
  )
  if (!band || birthDate > today) return null
  const on = addOffset(lastOn ?? birthDate, band.every)
  if (on > today) return null
  return {
    personId,
    communeCode,
    hamlet,
    on,
    daysLate: daysPast(on, today),
    say: { list: 'not-weighed', birthDate, lastOn, band: bands.indexOf(band) },
  }
}

export type MeasuredRow = Placed & {
  readonly birthDate: CalendarDay
  readonly measuredOn: CalendarDay
  readonly weightKg: number | null
  readonly scores: Pick<GrowthScores, 'weight-for-age' | 'weight-for-length'>
}

/** A child whose newest measurement lies below the limit for its age or its length. What must be a slip says nothing. */
export function underweightLine(
  child: MeasuredRow,
  { belowZ, severeZ, untilMonths }: HandbookLimits['underweight'],
  today: CalendarDay,
): HandbookLine | null {
  const { birthDate, measuredOn, weightKg, scores, personId, communeCode, hamlet } = child
  if (today >= addOffset(birthDate, { years: 0, months: untilMonths, days: 0 })) return null
  const found = (code: string, score: GrowthScore | null) =>
    score && !score.isImplausible && score.z < belowZ
      ? [{ code, z: score.z, isSevere: score.z < severeZ }]
      : []
  const findings = [
    ...found('underweight', scores['weight-for-age']),
    ...found('wasted', scores['weight-for-length']),
  ]
  if (findings.length === 0) return null
  return {
    personId,
    communeCode,
    hamlet,
    on: measuredOn,
    daysLate: null,
    say: { list: 'underweight', birthDate, measuredOn, weightKg, findings },
  }
}
