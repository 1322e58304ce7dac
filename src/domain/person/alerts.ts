import { addDays, type CalendarDay } from '../calendar/calendar-day'
import type { Alert } from './person'

/** A pregnancy that was noted is over by then at the latest; nobody notes the end of it. */
const pregnancyDays = 300

/** The last day on which an alert holds; null for all but a pregnancy: until somebody takes them back. */
export function alertEndsOn({ code, notedOn }: Pick<Alert, 'code' | 'notedOn'>): CalendarDay | null {
  return code === 'pregnant' ? addDays(notedOn, pregnancyDays) : null
}

/** Whether an alert holds on a day. */
export function isAlertActive(alert: Pick<Alert, 'code' | 'notedOn'>, on: CalendarDay): boolean {
  const endsOn = alertEndsOn(alert)
  return endsOn === null || on <= endsOn
}
