import { addDays, type CalendarDay, day, type Instant, instantOf } from '../../calendar/calendar-day'
import type { Month } from '../count-programme'
import { addMonths } from '../months'
import type { DeadlineRule } from '../report-form'
import { type ReportBasis, type ReportForm, reportBases } from '../report-form'
import { daysOfPeriod, periodBefore, periodOf } from '../report-period'

/** Midnight in Vietnam (UTC+7) with which a day begins. */
function beginOf(on: CalendarDay): number {
  return Date.parse(`${on}T00:00:00.000+07:00`)
}

/**
 * The moment until which a report is to be sent; null where nothing is asked. "Before the 3rd" ends with the 2nd. `knownAt`:
 * when the point came to know of a case. Thông tư 13/2026/TT-BYT Art. 15 (niis.md §4.1).
 */
export function deadlineOf(rule: DeadlineRule, period: string, knownAt: Instant | null): Instant | null {
  if (rule.kind === 'none') return null
  if (rule.kind === 'hours-after')
    return knownAt === null ? null : instantOf(Date.parse(knownAt) + rule.hours * 3_600_000)
  const days = daysOfPeriod(period)
  if (!days) return null
  if (rule.kind === 'same-day') return instantOf(Date.parse(`${days.to}T${rule.before}:00.000+07:00`))
  return instantOf(beginOf(firstDayLate(rule, days.to)))
}

/** The day before which a report of a period is due: in the month after, or in a month by its number. */
function firstDayLate(
  { day: of, month }: Extract<DeadlineRule, { kind: 'before-day-after' }>,
  to: CalendarDay,
) {
  const next = addMonths(to.slice(0, 7) as Month, 1)
  const ahead = month === null ? 0 : (month - Number(next.slice(5, 7)) + 12) % 12
  const begin = day(`${addMonths(next, ahead)}-01`)
  const after = addMonths(begin.slice(0, 7) as Month, 1)
  // "Before the 31st" of a shorter month ends with it.
  const wanted = addDays(begin, of - 1)
  const last = addDays(day(`${after}-01`), -1)
  return wanted > last ? addDays(last, 1) : wanted
}

/** The basis on which a form is owed; the other one is made when somebody wants it. */
export function owedBasis({ bases }: Pick<ReportForm, 'bases'>): ReportBasis {
  return bases[0] ?? reportBases[0]
}

/** Whether a form is in force for a period that begins on a day. */
export function isInForce(
  { validFrom, validTo }: Pick<ReportForm, 'validFrom' | 'validTo'>,
  on: CalendarDay,
) {
  return validFrom <= on && (validTo === null || on <= validTo)
}

/** How many periods back a report that was never sent is still asked for. */
const askedBack = { month: 13, year: 2 } as const

/**
 * The periods of a form that are owed on a day: those that are over, from the one in which the point began to work with the
 * register, oldest first, and the one that ends within so many days.
 */
export function owedPeriods(
  form: Pick<ReportForm, 'period' | 'validFrom' | 'validTo'>,
  startedOn: CalendarDay,
  today: CalendarDay,
): readonly string[] {
  const { period: kind } = form
  if (kind !== 'month' && kind !== 'year') return []
  const owed: string[] = []
  let period = periodBefore(kind, periodOf(kind, today))
  for (let back = 0; back < askedBack[kind]; back += 1) {
    const days = daysOfPeriod(period)
    if (!days || days.to < startedOn) break
    if (isInForce(form, days.from)) owed.unshift(period)
    period = periodBefore(kind, period)
  }
  return owed
}
