/** A civil date in Vietnam's calendar, `YYYY-MM-DD`. Never a moment, never in a time zone. */
export type CalendarDay = string & { readonly __calendarDay: unique symbol }

/** A moment: UTC, ISO 8601 with milliseconds and `Z`. */
export type Instant = string & { readonly __instant: unique symbol }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a date that exists between 1900 and 2999; `2025-02-30` is not one. */
export function isCalendarDay(text: string): text is CalendarDay {
  const parts = shape.exec(text)
  if (!parts) return false
  const year = Number(parts[1])
  if (year < 1900 || year > 2999) return false
  return fromEpochDays(toEpochDays(text as CalendarDay)) === text
}

/** Makes a CalendarDay of a literal or a trusted string; throws RangeError on a date that does not exist. */
export function day(text: string): CalendarDay {
  if (!isCalendarDay(text)) throw new RangeError(`not a calendar day: ${JSON.stringify(text)}`)
  return text
}

/*
 * Days are counted without `Date`: an assessment does this some thousand times. The Gregorian calendar as a count of
 * days in eras of 400 years with the year beginning in March, so that the leap day comes last.
 */
const daysPerEra = 146_097
const daysToEpoch = 719_468

/** Days since 1970-01-01 of a year, a month from 1 and a day of the month. */
export function epochDaysOf(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysPerEra + dayOfEra - daysToEpoch
}

/** Year, month and day of the month as numbers. */
export function partsOf(on: CalendarDay): {
  readonly year: number
  readonly month: number
  readonly dayOfMonth: number
} {
  const digit = (at: number) => on.charCodeAt(at) - 48
  return {
    year: digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3),
    month: digit(5) * 10 + digit(6),
    dayOfMonth: digit(8) * 10 + digit(9),
  }
}

/** Days since 1970-01-01, for arithmetic. */
export function toEpochDays(on: CalendarDay): number {
  const { year, month, dayOfMonth } = partsOf(on)
  return epochDaysOf(year, month, dayOfMonth)
}

const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))

/** The days of all lives on record and what lies before them are kept as text once they were asked for. */
const firstKept = epochDaysOf(1900, 1, 1)
const keptTexts = Array.from({ length: epochDaysOf(2150, 1, 1) - firstKept }, (): CalendarDay | null => null)

/** The day that lies this many days after 1970-01-01. */
export function fromEpochDays(days: number): CalendarDay {
  const index = days - firstKept
  const known = keptTexts[index]
  if (known) return known
  const text = textOf(days)
  if (known === null) keptTexts[index] = text
  return text
}

function textOf(days: number): CalendarDay {
  const shifted = days + daysToEpoch
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${twoDigits[month]}-${twoDigits[dayOfMonth]}` as CalendarDay
}

/** The day `days` later (negative: earlier). */
export function addDays(on: CalendarDay, days: number): CalendarDay {
  return fromEpochDays(toEpochDays(on) + days)
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return toEpochDays(to) - toEpochDays(from)
}

/** Makes an Instant of milliseconds since the epoch. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant
}

/** Vietnam has kept UTC+7 without summer time since 1975, so its civil day needs no time-zone table. */
export function vietnamDayOf(at: Instant): CalendarDay {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10) as CalendarDay
}

/** The wall clock in Vietnam, `HH:mm`. */
export function vietnamTimeOf(at: Instant): string {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(11, 16)
}
