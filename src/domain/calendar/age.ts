import { type CalendarDay, daysBetween } from './calendar-day'
import { addOffset } from './offset'

/** Completed years, the months beyond them and the days beyond those. */
export type Age = { readonly years: number; readonly months: number; readonly days: number }

/** How an age is said: in days, in months and days, in years and months, or in years. */
export type SpokenAge =
  | { readonly unit: 'days'; readonly days: number }
  | { readonly unit: 'months'; readonly months: number; readonly days: number }
  | { readonly unit: 'years'; readonly years: number; readonly months: number }

/**
 * The age on a day, counted as schedules count: a month is completed on the day `addOffset` names.
 * Throws RangeError before birth.
 */
export function ageOf(bornOn: CalendarDay, on: CalendarDay): Age {
  if (on < bornOn) throw new RangeError(`${on} lies before the birth on ${bornOn}`)
  const guess =
    (Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))) * 12 +
    Number(on.slice(5, 7)) -
    Number(bornOn.slice(5, 7))
  const months = monthsLater(bornOn, guess) <= on ? guess : guess - 1
  return {
    years: Math.floor(months / 12),
    months: months % 12,
    days: daysBetween(monthsLater(bornOn, months), on),
  }
}

function monthsLater(from: CalendarDay, months: number): CalendarDay {
  return addOffset(from, { years: 0, months, days: 0 })
}

/** Completed months between two days, as schedules count them; never negative. */
export function monthsBetween(from: CalendarDay, to: CalendarDay): number {
  const { years, months } = ageOf(from, to)
  return years * 12 + months
}

/** Ages as people say them: days in the first month, months to two years, years and months to six, then years. */
export function spokenAge({ years, months, days }: Age): SpokenAge {
  if (years === 0 && months === 0) return { unit: 'days', days }
  if (years < 2) return { unit: 'months', months: years * 12 + months, days }
  return { unit: 'years', years, months: years < 6 ? months : 0 }
}
