import { monthsBetween } from '../calendar/age'
import { type CalendarDay, daysBetween, type Instant, vietnamDayOf } from '../calendar/calendar-day'
import { addOffset, latestOf } from '../calendar/offset'
import type { VisitRules } from '../child/child-handbook'
import { nextCheck } from '../child/child-schedule'
import type { GrowthCutOff } from '../child/growth-findings'
import { lateSigns, type SignsFound } from '../child/milestones'
import { type BirthDoseRule, birthDoseWait, hoursSinceBirth } from '../immunization/birth-dose-hours'
import { daysPast, type HandbookLine, type Placed, type SaidFinding } from './handbook-lists'
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

export type WeighedRow = Placed & {
  readonly birthDate: CalendarDay
  /** The last day the child was weighed since birth, and the day chosen at its last check. */
  readonly lastOn: CalendarDay | null
  readonly chosenOn: CalendarDay | null
}

/** A child that is due to be weighed, by the plan its own tab shows. */
export function weighingLine(child: WeighedRow, visits: VisitRules, today: CalendarDay): HandbookLine | null {
  const { birthDate, lastOn, chosenOn, personId, communeCode, hamlet } = child
  const next = nextCheck(visits, { bornOn: birthDate, lastOn, chosenOn }, today)
  if (!next || next.state === 'later') return null
  const months = monthsBetween(birthDate, today)
  const band = visits.steps.findIndex(({ untilMonths }) => months < untilMonths)
  return {
    personId,
    communeCode,
    hamlet,
    on: next.dueOn,
    daysLate: next.state === 'late' ? daysPast(next.dueOn, today) : null,
    say: { list: 'not-weighed', birthDate, lastOn, band: band < 0 ? visits.steps.length : band },
  }
}

export type MeasuredRow = Placed & {
  readonly birthDate: CalendarDay
  /** As the child's tab says them: by the age since birth. */
  readonly findings: readonly SaidFinding[]
  readonly weightOn: (on: CalendarDay) => number | null
}

/** A child whose newest measurings say that it is too light, wasted, or has stopped growing as it did. */
export function underweightLine(
  child: MeasuredRow,
  { groups, withFaltering, untilMonths }: HandbookLimits['underweight'],
  cutOffs: readonly Pick<GrowthCutOff, 'code' | 'group'>[],
  today: CalendarDay,
): HandbookLine | null {
  const { birthDate, weightOn, personId, communeCode, hamlet } = child
  if (today >= addOffset(birthDate, { years: 0, months: untilMonths, days: 0 })) return null
  const groupOf = (code: string) => cutOffs.find(cutOff => cutOff.code === code)?.group ?? ''
  const findings = child.findings.filter(finding => {
    if (finding.isCorrected) return false
    if (finding.kind === 'cut-off') return groups.includes(groupOf(finding.code))
    return withFaltering && (finding.kind === 'weight-fell' || finding.kind === 'no-gain')
  })
  const on = latestOf(findings.map(finding => finding.on))
  if (on === null) return null
  const say = { list: 'underweight', birthDate, weightKg: weightOn(on), findings } as const
  return { personId, communeCode, hamlet, on, daysLate: null, say }
}

export type LookedAtRow = Placed & {
  readonly birthDate: CalendarDay
  readonly gestationWeeks: number | null
  /** Oldest look first. */
  readonly found: readonly SignsFound[]
}

/** A child with signs that were "not yet" when their age was over: a yellow box, no diagnosis. */
export function milestoneLine(
  child: LookedAtRow,
  { untilMonths }: HandbookLimits['milestones'],
  lists: Parameters<typeof lateSigns>[0],
  today: CalendarDay,
): HandbookLine | null {
  const { birthDate, gestationWeeks, found, personId, communeCode, hamlet } = child
  if (today >= addOffset(birthDate, { years: 0, months: untilMonths, days: 0 })) return null
  const late = lateSigns(lists, found, { bornOn: birthDate, gestationWeeks }, today)
  const on = latestOf(late.map(({ last }) => last?.on ?? null))
  if (on === null) return null
  const signs = late.map(({ code, text }) => ({ code, text }))
  const say = { list: 'milestones', birthDate, checkedOn: on, signs } as const
  return { personId, communeCode, hamlet, on, daysLate: null, say }
}
