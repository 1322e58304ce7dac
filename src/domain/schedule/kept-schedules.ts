import type { CalendarDay } from '../calendar/calendar-day'
import { changeDays, type ScheduleBook, scheduleOn } from './schedule-book'
import type { Schedule } from './schedule-types'

/**
 * The schedule of each day by one book, put together when a day asks for it. It is the same object for every day on
 * which the same schedule holds, so that what is kept by schedule stays.
 */
export function schedulesOf(book: ScheduleBook): (day: CalendarDay) => Schedule {
  const starts = changeDays(book)
  const kept = new Map<CalendarDay | null, Schedule>()
  return day => {
    const start = starts.findLast(it => it <= day) ?? null
    const known = kept.get(start)
    if (known) return known
    const made = scheduleOn(book, day)
    kept.set(start, made)
    return made
  }
}
