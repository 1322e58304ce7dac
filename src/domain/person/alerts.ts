import { addDays, type CalendarDay } from '../calendar/calendar-day'
import type { Alert } from './person'

/** A pregnancy that was noted is over by then at the latest; nobody notes the end of it. */
const pregnancyDays = 300

/** Whether an alert holds on a day. All but a pregnancy hold until somebody takes them back. */
export function isAlertActive({ code, notedOn }: Alert, on: CalendarDay): boolean {
  return code !== 'pregnant' || on <= addDays(notedOn, pregnancyDays)
}
