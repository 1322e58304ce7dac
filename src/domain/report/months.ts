import { addDays, type CalendarDay, day } from '../calendar/calendar-day'
import type { Month } from './count-programme'

/** The month so many months later; negative: earlier. */
export function addMonths(month: Month, months: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  const of = (index % 12) + 1
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String(of).padStart(2, '0')}` as Month
}

/** The twelve months that end with this one, oldest first. */
export function monthsUntil(until: Month): readonly Month[] {
  return Array.from({ length: 12 }, (_, index) => addMonths(until, index - 11))
}

/** First and last day of the months from one to another. */
export function daysOfMonths(
  from: Month,
  to: Month,
): { readonly from: CalendarDay; readonly to: CalendarDay } {
  return { from: day(`${from}-01`), to: addDays(day(`${addMonths(to, 1)}-01`), -1) }
}
