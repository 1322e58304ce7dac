import { addDays, type CalendarDay, epochDaysOf, fromEpochDays, partsOf, toEpochDays } from './calendar-day'

/** A span as schedules write it. Weeks are kept as days; parts may be negative ("18 months - 4 days"). */
export type Offset = { readonly years: number; readonly months: number; readonly days: number }

const term = /^([+-]?)\s*(\d{1,4})\s*(years?|months?|weeks?|days?)\s*/

/**
 * Reads a sum such as "6 months - 4 days" or "4 years + 4 weeks".
 * Null for anything else: an unreadable offset must stop the load of a schedule, never weaken a rule.
 */
export function parseOffset(text: string): Offset | null {
  let rest = text.trim()
  let sum: Offset = { years: 0, months: 0, days: 0 }
  let isFirst = true
  while (rest !== '') {
    const match = term.exec(rest)
    if (!match || (isFirst ? match[1] === '+' : match[1] === '')) return null
    const amount = Number(match[2]) * (match[1] === '-' ? -1 : 1)
    sum = plus(sum, amount, match[3] ?? '')
    rest = rest.slice(match[0].length)
    isFirst = false
  }
  return isFirst ? null : sum
}

function plus(sum: Offset, amount: number, unit: string): Offset {
  if (unit.startsWith('year')) return { ...sum, years: sum.years + amount }
  if (unit.startsWith('month')) return { ...sum, months: sum.months + amount }
  return { ...sum, days: sum.days + amount * (unit.startsWith('week') ? 7 : 1) }
}

/** An offset of a literal; throws RangeError when it cannot be read. */
export function offset(text: string): Offset {
  const parsed = parseOffset(text)
  if (!parsed) throw new RangeError(`not an offset: ${JSON.stringify(text)}`)
  return parsed
}

/**
 * The day that lies an offset after `from` (CDSi CALCDT-1 to -6): years and months first, keeping the day of the
 * month; a day that does not exist becomes the FIRST day of the following month, before the days are added.
 */
export function addOffset(from: CalendarDay, { years, months, days }: Offset): CalendarDay {
  if (years === 0 && months === 0) return days === 0 ? from : fromEpochDays(toEpochDays(from) + days)
  const { year, month, dayOfMonth } = partsOf(from)
  const monthIndex = year * 12 + month - 1 + years * 12 + months
  const sameDay = firstDayOf(monthIndex) + dayOfMonth - 1
  const exists = dayOfMonth <= daysOfEveryMonth || sameDay < firstDayOf(monthIndex + 1)
  return fromEpochDays((exists ? sameDay : firstDayOf(monthIndex + 1)) + days)
}

/** February is the shortest. */
const daysOfEveryMonth = 28

function firstDayOf(monthIndex: number): number {
  const year = Math.floor(monthIndex / 12)
  return epochDaysOf(year, monthIndex - year * 12 + 1, 1)
}

/** The later of several days; null when there is none. */
export function latestOf(days: readonly (CalendarDay | null)[]): CalendarDay | null {
  return days.reduce((latest, on) => (latest === null || (on !== null && on > latest) ? on : latest), null)
}

/** The earlier of several days; null when there is none. */
export function earliestOf(days: readonly (CalendarDay | null)[]): CalendarDay | null {
  return days.reduce(
    (earliest, on) => (earliest === null || (on !== null && on < earliest) ? on : earliest),
    null,
  )
}

/** The day before: limits of a schedule are exclusive, people are told the last day that counts. */
export function dayBefore(on: CalendarDay): CalendarDay {
  return addDays(on, -1)
}

/** Days since the first day of the calendar, for sorting. */
export function compareDays(a: CalendarDay, b: CalendarDay): number {
  return toEpochDays(a) - toEpochDays(b)
}
