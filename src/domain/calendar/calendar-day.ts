/** A civil date in Vietnam's calendar, `YYYY-MM-DD`. Never a moment, never in a time zone. */
export type CalendarDay = string & { readonly __calendarDay: unique symbol }

/** A moment: UTC, ISO 8601 with milliseconds and `Z`. */
export type Instant = string & { readonly __instant: unique symbol }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const msPerDay = 86_400_000

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

/** Days since 1970-01-01, for arithmetic. */
export function toEpochDays(on: CalendarDay): number {
  return Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10))) / msPerDay
}

/** The day that lies this many days after 1970-01-01. */
export function fromEpochDays(days: number): CalendarDay {
  return new Date(days * msPerDay).toISOString().slice(0, 10) as CalendarDay
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
