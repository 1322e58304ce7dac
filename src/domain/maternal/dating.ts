import { addDays, type CalendarDay, daysBetween } from '../calendar/calendar-day'
import type { Pregnancy } from './pregnancy'
import type { DatingRules } from './pregnancy-rules'

/** How far a pregnancy is: completed weeks and further days (0 to 6), and the same in days. */
export type Gestation = { readonly weeks: number; readonly days: number; readonly totalDays: number }

/** What is known of when a pregnancy began. */
export type DatingFacts = Pick<Pregnancy, 'lastPeriodOn' | 'lastPeriodSure' | 'scan' | 'statedDueOn'>

/** Why the due date is the one it is, as the screen says it. */
export type DatingReason =
  /** The period alone is known. */
  | 'period-only'
  /** Period and scan are near enough: the period stays. */
  | 'period-agrees'
  /** The scan came too late to date anything. */
  | 'scan-too-late'
  | 'scan-only'
  /** She is not sure of her period. */
  | 'period-unsure'
  /** They differ by more than the rule allows at that age. */
  | 'scan-differs'
  /** Nothing but a due date on a paper. */
  | 'stated'

export type Dating = {
  readonly by: 'period' | 'scan' | 'stated'
  readonly reason: DatingReason
  /** Day 0: the (computed) first day of the last period. */
  readonly startOn: CalendarDay
  /** 40 weeks and 0 days. */
  readonly dueOn: CalendarDay
  /** Due date by each way that is known, kept apart as the handbook does. */
  readonly periodDueOn: CalendarDay | null
  readonly scanDueOn: CalendarDay | null
  /** Days by which the scan is later than the period; null unless both are known. */
  readonly scanLaterDays: number | null
  /** What the rule allowed on the day of the scan; null unless both are known. */
  readonly allowedDays: number | null
}

/**
 * The due date and what it rests on; null while nothing is known. Period: first day + 280 days. Scan: its day less the age
 * it gave + 280 days. Which counts: `rules.scanSteps` (by default ACOG Committee Opinion 700, unverified for Viet Nam);
 * a stated date is believed only when neither is known.
 */
export function datingOf(rules: DatingRules, facts: DatingFacts): Dating | null {
  const { lastPeriodOn, scan, statedDueOn } = facts
  const scanStartOn = scan && addDays(scan.on, -(scan.weeks * 7 + scan.days))
  const known = {
    periodDueOn: lastPeriodOn && addDays(lastPeriodOn, rules.pregnancyDays),
    scanDueOn: scanStartOn && addDays(scanStartOn, rules.pregnancyDays),
    scanLaterDays: null,
    allowedDays: null,
  }
  const from = (startOn: CalendarDay) => ({ startOn, dueOn: addDays(startOn, rules.pregnancyDays) })
  if (lastPeriodOn && scan && scanStartOn) {
    const chosen = chosenOf(rules, { ...facts, lastPeriodOn }, scan, daysBetween(lastPeriodOn, scanStartOn))
    return { ...known, ...chosen, ...from(chosen.by === 'scan' ? scanStartOn : lastPeriodOn) }
  }
  if (lastPeriodOn) return { ...known, ...from(lastPeriodOn), by: 'period', reason: 'period-only' }
  if (scanStartOn) return { ...known, ...from(scanStartOn), by: 'scan', reason: 'scan-only' }
  if (!statedDueOn) return null
  return { ...known, ...from(addDays(statedDueOn, -rules.pregnancyDays)), by: 'stated', reason: 'stated' }
}

type Chosen = Pick<Dating, 'by' | 'reason' | 'scanLaterDays' | 'allowedDays'>

function chosenOf(
  rules: DatingRules,
  { lastPeriodOn, lastPeriodSure }: { lastPeriodOn: CalendarDay; lastPeriodSure: boolean | null },
  scan: NonNullable<DatingFacts['scan']>,
  scanLaterDays: number,
): Chosen {
  const allowedDays = allowedAt(rules, daysBetween(lastPeriodOn, scan.on))
  const both = { scanLaterDays, allowedDays }
  if (rules.scanBeforeWeeks !== null && scan.weeks >= rules.scanBeforeWeeks)
    return { ...both, by: 'period', reason: 'scan-too-late' }
  if (lastPeriodSure === false) return { ...both, by: 'scan', reason: 'period-unsure' }
  return Math.abs(scanLaterDays) > allowedDays
    ? { ...both, by: 'scan', reason: 'scan-differs' }
    : { ...both, by: 'period', reason: 'period-agrees' }
}

/** Days by which the two may differ when the period makes the pregnancy so many days old on the day of the scan. */
function allowedAt(rules: DatingRules, daysByPeriod: number): number {
  const weeks = Math.floor(daysByPeriod / 7)
  const step = rules.scanSteps.findLast(({ fromWeeks }) => fromWeeks <= weeks) ?? rules.scanSteps[0]
  return step?.moreThanDays ?? 0
}

/** How far the pregnancy is on a day, also after the due date; null before day 0. */
export function gestationOn(dating: Pick<Dating, 'startOn'>, on: CalendarDay): Gestation | null {
  return gestationOfDays(daysBetween(dating.startOn, on))
}

/** Days as weeks and days; null for a negative number. */
export function gestationOfDays(totalDays: number): Gestation | null {
  if (totalDays < 0) return null
  return { weeks: Math.floor(totalDays / 7), days: totalDays % 7, totalDays }
}

/** The first day of a completed week: of week 12, the day that is 12+0. */
export function firstDayOfWeek(dating: Pick<Dating, 'startOn'>, week: number): CalendarDay {
  return addDays(dating.startOn, week * 7)
}

/** First, second or third part of the pregnancy. */
export function trimesterOf(rules: Pick<DatingRules, 'trimesterWeeks'>, { weeks }: Gestation): 1 | 2 | 3 {
  const [second, third] = rules.trimesterWeeks
  if (weeks >= third) return 3
  return weeks >= second ? 2 : 1
}

/** True when the age is one that is asked about (more than 44 weeks: has she given birth, is the date right?). */
export function isAskedAbout(rules: Pick<DatingRules, 'askAfterWeeks'>, { totalDays }: Gestation): boolean {
  return totalDays > rules.askAfterWeeks * 7
}

/** Days until the due date; negative once it has passed. */
export function daysToDue(dating: Pick<Dating, 'dueOn'>, on: CalendarDay): number {
  return daysBetween(on, dating.dueOn)
}
