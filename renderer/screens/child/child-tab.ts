import { monthsBetween } from '../../../src/domain/calendar/age'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'

/** WHO's reference ends at 19 years. */
const untilMonths = 19 * 12

/** True while somebody's growth is followed. */
export function isChildTab(birthDate: CalendarDay, today: CalendarDay): boolean {
  return birthDate <= today && monthsBetween(birthDate, today) < untilMonths
}
