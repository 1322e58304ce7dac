import { addDays, type CalendarDay } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'
import type { Dose } from './dose'

/** How exactly a card names the day of a dose; null: to the day. */
export type DateAccuracy = 'month' | 'year' | null

/**
 * The last day on which a dose may have been given; null where its day is known. The first one is `givenOn`, which for
 * a month or a year is its first day.
 */
export function lastPossibleDay({
  givenOn,
  givenOnAccuracy,
}: Pick<Dose, 'givenOn' | 'givenOnAccuracy'>): CalendarDay | null {
  switch (givenOnAccuracy) {
    case null:
      return null
    case 'month':
      return addDays(
        addOffset(`${givenOn.slice(0, 7)}-01` as CalendarDay, { years: 0, months: 1, days: 0 }),
        -1,
      )
    case 'year':
      return `${givenOn.slice(0, 4)}-12-31` as CalendarDay
  }
}
