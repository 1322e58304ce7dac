import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day'

/**
 * Days that a wrong one may have been meant as, likeliest first: day and month exchanged, or the year beside (written in
 * the first weeks of a new one). Only those between the two bounds, both allowed.
 */
export function likelyDays(
  written: CalendarDay,
  from: CalendarDay,
  until: CalendarDay,
): readonly CalendarDay[] {
  const [year = '', month = '', dayOfMonth = ''] = written.split('-')
  const near = (step: number) => `${String(Number(year) + step).padStart(4, '0')}-${month}-${dayOfMonth}`
  const meant = [`${year}-${dayOfMonth}-${month}`, near(1), near(-1)]
  return [...new Set(meant)]
    .filter(isCalendarDay)
    .filter(day => day !== written && from <= day && day <= until)
}
