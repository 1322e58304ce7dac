import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Offset } from '../../../src/domain/calendar/offset'

/** A civil date in a sentence: `18/05/2025`. */
export function day(on: CalendarDay): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}

/** The day of a dose as far as it is known: `18/05/2025`, `05/2025` or `2025`. */
export function doseDay(givenOn: CalendarDay, givenUntil: CalendarDay | null): string {
  if (givenUntil === null) return day(givenOn)
  return givenUntil.slice(0, 7) === givenOn.slice(0, 7) ? day(givenOn).slice(3) : givenOn.slice(0, 4)
}

/** An age of the schedule: "18 tháng", "7 tuổi", "6 tuần", "18 tháng bớt 4 ngày". */
export function age(span: Offset): string {
  return words(span, 'tuổi') || 'mới sinh'
}

/** An interval of the schedule: "28 ngày", "6 tháng", "1 năm". */
export function interval(span: Offset): string {
  return words(span, 'năm') || '0 ngày'
}

function words({ years, months, days }: Offset, year: string): string {
  const parts = [
    years === 0 ? '' : `${years} ${year}`,
    months === 0 ? '' : `${months} tháng`,
    days === 0 ? '' : `${days < 0 ? 'bớt ' : ''}${inDays(Math.abs(days))}`,
  ]
  return parts.filter(part => part !== '').join(' ')
}

function inDays(days: number): string {
  return days % 7 === 0 ? `${days / 7} tuần` : `${days} ngày`
}
