import { addDays, type CalendarDay, isCalendarDay } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'

/** How exactly a card names the day of a dose; null: to the day. */
export type DateAccuracy = 'month' | 'year' | null

/** A day as a card names it: exactly, or by the first day of a month or a year. */
type DoseDate = { readonly givenOn: CalendarDay; readonly givenOnAccuracy: DateAccuracy }

/**
 * The last day on which a dose may have been given; null where its day is known. The first one is `givenOn`, which for
 * a month or a year is its first day.
 */
export function lastPossibleDay({ givenOn, givenOnAccuracy }: DoseDate): CalendarDay | null {
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

/** The date of a dose as exactly as it is known, in ISO 8601: `2024-03-15`, `2024-03` or `2024`. */
export function partialDate({ givenOn, givenOnAccuracy }: DoseDate): string {
  if (givenOnAccuracy === null) return givenOn
  return givenOn.slice(0, givenOnAccuracy === 'month' ? 7 : 4)
}

/** The date of a dose as people write it: `15/03/2024`, `03/2024` or `2024`. */
export function writtenDate(dose: DoseDate): string {
  return partialDate(dose).split('-').toReversed().join('/')
}

/**
 * The date that a card names by month or year: its first day, or the birth where that lies within it. Null for a month
 * that does not exist.
 */
export function imprecise(year: string, month: string | null, bornOn: CalendarDay | null): DoseDate | null {
  const first = `${year}-${month?.padStart(2, '0') ?? '01'}-01`
  if (!isCalendarDay(first)) return null
  const isOfBirth =
    bornOn !== null && first < bornOn && bornOn.startsWith(first.slice(0, month === null ? 4 : 7))
  return { givenOn: isOfBirth ? bornOn : first, givenOnAccuracy: month === null ? 'year' : 'month' }
}
