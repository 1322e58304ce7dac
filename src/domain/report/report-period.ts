import { addDays, type CalendarDay, day, isCalendarDay } from '../calendar/calendar-day'
import type { Month } from './count-programme'
import { daysOfMonths } from './months'
import type { ReportPeriodKind } from './report-form'

/** First and last day. */
export type PeriodDays = { readonly from: CalendarDay; readonly to: CalendarDay }

/** The days of `2026`, `2026-10`, `2026-10..2026-12` or `2026-11-27`; null for the id of a case. */
export function daysOfPeriod(period: string): PeriodDays | null {
  const year = /^\d{4}$/u.exec(period)
  if (year) return { from: day(`${period}-01-01`), to: day(`${period}-12-31`) }
  const months = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:\.\.(\d{4}-(?:0[1-9]|1[0-2])))?$/u.exec(period)
  if (months) return daysOfMonths(months[1] as Month, (months[2] ?? months[1]) as Month)
  return isCalendarDay(period) ? { from: day(period), to: day(period) } : null
}

/** From January on until the end of the period. */
export function yearToDate({ to }: PeriodDays): PeriodDays {
  return { from: day(`${to.slice(0, 4)}-01-01`), to }
}

/** The period of a kind that a day lies in. */
export function periodOf(kind: Exclude<ReportPeriodKind, 'case'>, on: CalendarDay): string {
  return kind === 'year' ? on.slice(0, 4) : kind === 'month' ? on.slice(0, 7) : on
}

/** The period of the same kind before this one. */
export function periodBefore(kind: Exclude<ReportPeriodKind, 'case'>, period: string): string {
  const days = daysOfPeriod(period)
  if (!days) throw new Error('a case has no period before it')
  return periodOf(kind, addDays(days.from, -1))
}

/** Whether a period is one that a form of this kind is reported for: not several months put together. */
export function isWholePeriod(kind: ReportPeriodKind, period: string): boolean {
  const days = daysOfPeriod(period)
  return kind === 'case' ? days === null : days !== null && periodOf(kind, days.from) === period
}
