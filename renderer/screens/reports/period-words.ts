import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Month } from '../../../src/domain/report/count-programme'
import { addMonths } from '../../../src/domain/report/months'
import type { DeadlineRule, ReportPeriodKind } from '../../../src/domain/report/report-form'
import { daysOfPeriod, periodBefore, periodOf } from '../../../src/domain/report/report-period'
import { formatDay } from '../../components/format'
import { text } from '../../text'
import { monthWords } from '../handbook/report-words'

/** `Tháng 10/2026`, `Tháng 10/2026 đến 12/2026`, `Năm 2026`, `Ngày 27/11/2026`; the id of a case is said as such. */
export function periodWords(period: string): string {
  const words = text.report.period
  const [from = '', to] = period.split('..')
  if (to) return words.months(monthWords(from as Month), monthWords(to as Month))
  if (/^\d{4}$/u.test(period)) return words.year(period)
  if (/^\d{4}-\d{2}$/u.test(period)) return words.month(monthWords(period as Month))
  return daysOfPeriod(period) ? words.day(formatDay(period as CalendarDay)) : words.case
}

/** The first and the last day; null for a case. */
export function periodDaysWords(period: string): string | null {
  const days = daysOfPeriod(period)
  return days && text.report.days(formatDay(days.from), formatDay(days.to))
}

/** So many periods are offered; older ones are reached from the report itself. */
const offered = { day: 31, month: 24, year: 10 } as const

/** The period that runs now and those before it. */
export function recentPeriods(
  kind: Exclude<ReportPeriodKind, 'case'>,
  today: CalendarDay,
): readonly string[] {
  const periods = [periodOf(kind, today)]
  while (periods.length < offered[kind]) periods.push(periodBefore(kind, periods.at(-1) ?? ''))
  return periods
}

/** The period so many further; a span of months moves by months. Null where it would begin after today. */
export function movedPeriod(period: string, steps: number, today: CalendarDay): string | null {
  const days = daysOfPeriod(period)
  if (!days) return null
  const [from = '', to] = period.split('..')
  const moved = to
    ? `${addMonths(from as Month, steps)}..${addMonths(to as Month, steps)}`
    : movedOne(period, days, steps)
  const first = daysOfPeriod(moved)?.from
  return first && first <= today ? moved : null
}

function movedOne(period: string, days: { readonly from: CalendarDay }, steps: number): string {
  if (/^\d{4}$/u.test(period)) return String(Number(period) + steps).padStart(4, '0')
  if (/^\d{4}-\d{2}$/u.test(period)) return addMonths(period as Month, steps)
  return periodOf('day', addDays(days.from, steps))
}

/** Months put together, ending with the last one of a period. */
export function spannedPeriod(period: string, months: number): string {
  const last = (period.split('..')[1] ?? period) as Month
  return months === 1 ? last : `${addMonths(last, 1 - months)}..${last}`
}

/** How many months a period puts together. */
export function monthsOf(period: string): number {
  const [from = '', to] = period.split('..')
  if (!to) return 1
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return index(to) - index(from) + 1
}

/** Until when a report is to be sent, in words. */
export function deadlineWords(rule: DeadlineRule): string {
  const words = text.report.deadline
  if (rule.kind === 'same-day') return words['same-day'](rule.before)
  if (rule.kind === 'hours-after') return words.hours(rule.hours)
  if (rule.kind === 'none') return words.none
  return rule.month === null ? words['day-after'](rule.day) : words['day-after-year'](rule.day, rule.month)
}
