import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Offset } from '../../../src/domain/calendar/offset'

/** A civil date in a sentence: `18/05/2025`. */
export function day(on: CalendarDay): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}

/** "1 day", "28 days". */
export function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** The day of a dose as far as it is known: `18/05/2025`, `05/2025` or `2025`. */
export function doseDay(givenOn: CalendarDay, givenUntil: CalendarDay | null): string {
  if (givenUntil === null) return day(givenOn)
  return givenUntil.slice(0, 7) === givenOn.slice(0, 7) ? day(givenOn).slice(3) : givenOn.slice(0, 4)
}

/** An age of the schedule: "18 months", "7 years", "6 weeks", "18 months less 4 days". */
export function age(span: Offset): string {
  return words(span) || 'birth'
}

/** An interval of the schedule: "28 days", "6 months", "1 year". */
export function interval(span: Offset): string {
  return words(span) || '0 days'
}

function words({ years, months, days }: Offset): string {
  const parts = [
    years === 0 ? '' : plural(years, 'year'),
    months === 0 ? '' : plural(months, 'month'),
    days === 0 ? '' : `${days < 0 ? 'less ' : ''}${inDays(Math.abs(days))}`,
  ]
  return parts.filter(part => part !== '').join(' ')
}

function inDays(days: number): string {
  return days % 7 === 0 ? plural(days / 7, 'week') : plural(days, 'day')
}
