import { ageOf, spokenAge } from '../../src/domain/calendar/age'
import {
  type CalendarDay,
  type Instant,
  isCalendarDay,
  vietnamDayOf,
  vietnamTimeOf,
} from '../../src/domain/calendar/calendar-day'
import type { Dose } from '../../src/domain/immunization/dose'
import { imprecise } from '../../src/domain/immunization/dose-date'
import { text } from '../text'

/** A civil date as people write it: `18/05/2025`. */
export function formatDay(on: CalendarDay): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}

/** The day of a dose as far as it is known: `15/03/2024`, `03/2024` or `2024`. */
export function formatDoseDay(givenOn: CalendarDay, givenUntil: CalendarDay | null): string {
  if (givenUntil === null) return formatDay(givenOn)
  return givenUntil.slice(0, 7) === givenOn.slice(0, 7) ? formatDay(givenOn).slice(3) : givenOn.slice(0, 4)
}

/** Day and month only, for the day everybody knows: `22/11`. */
export function formatDayShort(on: CalendarDay): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}`
}

/** The wall clock in Vietnam, `08:41`. */
export function formatTime(at: Instant): string {
  return vietnamTimeOf(at)
}

/** Day and time by the clock of Vietnam: `22/11/2026 08:12`. */
export function formatMoment(at: Instant): string {
  return `${formatDay(vietnamDayOf(at))} ${formatTime(at)}`
}

/** Age as people say it: "9 ngày", "2 tháng 3 ngày", "7 tuổi". */
export function formatAge(bornOn: CalendarDay, on: CalendarDay): string {
  return ageIn(text.common.age, bornOn, on)
}

/** Age as it is noted where there is little room: "2 th 3 ng". */
export function formatAgeShort(bornOn: CalendarDay, on: CalendarDay): string {
  return ageIn(text.common.ageShort, bornOn, on)
}

function ageIn(words: typeof text.common.age, bornOn: CalendarDay, on: CalendarDay): string {
  if (on < bornOn) return words.unborn
  const age = spokenAge(ageOf(bornOn, on))
  if (age.unit === 'days') return words.days(age.days)
  if (age.unit === 'months') return words.months(age.months, age.days)
  return words.years(age.years, age.months)
}

/** Minutes and seconds left, `04:10`; never negative. */
export function formatLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

/** A person code in groups of four: `2025 0007 0000 4217`. */
export function formatCode(code: string): string {
  return code.replace(/(\d{4})(?=\d)/gu, '$1 ')
}

/** A whole number as Vietnamese write it: `214.380`. */
export function formatCount(count: number): string {
  return String(count).replace(/(?<=\d)(?=(?:\d{3})+$)/gu, '.')
}

/**
 * Reads a date as it is typed: `18052025`, `18/5/2025`, `18.5.25`, `18-05-2025`. A two-digit year is the latest one
 * not after `today`. Null when it is no date.
 */
export function parseTypedDay(typed: string, today: CalendarDay): CalendarDay | null {
  const parts =
    /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})$/u.exec(typed.trim()) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/u.exec(typed.trim())
  if (!parts) return null
  const [, date = '', month = '', year = ''] = parts
  const iso = `${fullYear(year, today)}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isCalendarDay(iso) ? iso : null
}

/** The date of a dose as a card has it. */
export type DoseDate = Pick<Dose, 'givenOn' | 'givenOnAccuracy'>

/** Reads a day as `parseTypedDay` does, or else a month (`3/2024`, `03-2024`, `032024`) or a year (`2024`). */
export function parseTypedDoseDate(
  typed: string,
  today: CalendarDay,
  bornOn: CalendarDay | null,
): DoseDate | null {
  const givenOn = parseTypedDay(typed, today)
  if (givenOn) return { givenOn, givenOnAccuracy: null }
  const parts = /^(?:(\d{1,2})\s*[/.\-\s]\s*|(\d{2}))?((?:19|20)\d{2})$/u.exec(typed.trim())
  const [, separate, joined, year] = parts ?? []
  return year === undefined ? null : imprecise(year, separate ?? joined ?? null, bornOn)
}

function fullYear(year: string, today: CalendarDay): string {
  if (year.length === 4) return year
  const inThisCentury = 2000 + Number(year)
  return String(inThisCentury <= Number(today.slice(0, 4)) ? inThisCentury : inThisCentury - 100)
}
