import { addDays, type CalendarDay, toEpochDays } from '../calendar/calendar-day'

/** 0 Sunday … 6 Saturday. 1970-01-01 was a Thursday. */
function weekdayOf(on: CalendarDay): number {
  return (((toEpochDays(on) + 4) % 7) + 7) % 7
}

function isWorkingDay(on: CalendarDay): boolean {
  const weekday = weekdayOf(on)
  return weekday !== 0 && weekday !== 6
}

/**
 * The days whose families are called today: from the last working day to yesterday, so that nobody vaccinated over a
 * weekend is left out. Holidays are not known; a day without a session has nobody to call.
 */
export function callDays(today: CalendarDay): { readonly from: CalendarDay; readonly to: CalendarDay } {
  const to = addDays(today, -1)
  let from = to
  while (!isWorkingDay(from)) from = addDays(from, -1)
  return { from, to }
}
