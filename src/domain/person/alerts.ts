import { addDays, type CalendarDay } from '../calendar/calendar-day'
import type { Alert, AlertCode } from './person'

/**
 * Days after which what was noted is over at the latest, because nobody notes the end of it: a pregnancy; feeding at the
 * breast; a bite, after which the doses of a year ago are no answer any more. Set by us.
 */
const lastingDays: Partial<Record<AlertCode, number>> = {
  pregnant: 300,
  breastfeeding: 730,
  'rabies-exposure': 365,
  'rabies-exposure-id': 365,
}

/** The last day on which an alert holds; null for most: until somebody takes them back. */
export function alertEndsOn({ code, notedOn }: Pick<Alert, 'code' | 'notedOn'>): CalendarDay | null {
  const days = lastingDays[code]
  return days === undefined ? null : addDays(notedOn, days)
}

/** Whether an alert holds on a day. */
export function isAlertActive(alert: Pick<Alert, 'code' | 'notedOn'>, on: CalendarDay): boolean {
  const endsOn = alertEndsOn(alert)
  return endsOn === null || on <= endsOn
}
