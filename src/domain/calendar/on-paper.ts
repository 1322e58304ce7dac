import { type CalendarDay, type Instant, vietnamDayOf, vietnamTimeOf } from './calendar-day'

/** `31/12/2025`, as Vietnamese papers write a date. */
export function dayOnPaper(on: CalendarDay): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}

/** `08:05 31/12/2025` on Vietnam's clock. */
export function momentOnPaper(at: Instant): string {
  return `${vietnamTimeOf(at)} ${dayOnPaper(vietnamDayOf(at))}`
}
