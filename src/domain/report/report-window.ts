import { addDays, type CalendarDay, day } from '../calendar/calendar-day'
import type { Month } from './count-programme'
import { addMonths, daysOfMonths } from './months'
import { daysOfPeriod, type PeriodDays, yearToDate } from './report-period'

/** Days as doses are tallied: whole months, and what is left at the ends. */
export type Span = {
  /** `2026-11`; `2026-00` stands for doses of which only the year is known, where the whole year lies within. */
  readonly months: readonly string[]
  /** Each within one month. */
  readonly parts: readonly PeriodDays[]
}

/** The two times a column may ask about. */
export type ReportWindow = 'period' | 'year-to-date'
export const reportWindows: readonly ReportWindow[] = ['period', 'year-to-date']

/**
 * Days from one to another as months and parts of months. A dose of which a card names the month or the year alone is counted
 * where all of that month or year lies within, so that months add up to longer periods whatever is known.
 */
export function spanOf({ from, to }: PeriodDays): Span {
  const months: string[] = []
  const parts: PeriodDays[] = []
  for (let month = from.slice(0, 7) as Month; month <= to.slice(0, 7); month = addMonths(month, 1)) {
    const whole = daysOfMonths(month, month)
    if (whole.from >= from && whole.to <= to) months.push(month)
    else parts.push({ from: latest(whole.from, from), to: earliest(whole.to, to) })
    const year = month.slice(0, 4)
    if (month.endsWith('-12') && day(`${year}-01-01`) >= from && day(`${year}-12-31`) <= to)
      months.push(`${year}-00`)
  }
  return { months, parts }
}

const latest = (a: CalendarDay, b: CalendarDay) => (a > b ? a : b)
const earliest = (a: CalendarDay, b: CalendarDay) => (a < b ? a : b)

/** The days of a window of a report; null for a report of one case. */
export function daysOfWindow(period: string, window: ReportWindow): PeriodDays | null {
  const days = daysOfPeriod(period)
  return days && window === 'year-to-date' ? yearToDate(days) : days
}

/** Every day of a part. */
export function daysIn({ from, to }: PeriodDays): readonly CalendarDay[] {
  const days: CalendarDay[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) days.push(on)
  return days
}
