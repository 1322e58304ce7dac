import { addDays, type CalendarDay } from '../calendar/calendar-day'
import { addOffset } from '../calendar/offset'

const termWeeks = 40
const pretermUnderWeeks = 37

/**
 * The day a preterm child was expected, from which its corrected age counts; null for a child born at term, one whose
 * weeks are not known, and one that is older than `untilMonths` (24 as a rule).
 */
export function correctedBirth(
  child: { readonly bornOn: CalendarDay; readonly gestationWeeks: number | null },
  on: CalendarDay,
  untilMonths: number,
): CalendarDay | null {
  const { bornOn, gestationWeeks } = child
  if (gestationWeeks === null || gestationWeeks >= pretermUnderWeeks) return null
  if (on >= addOffset(bornOn, { years: 0, months: untilMonths, days: 0 })) return null
  return addDays(bornOn, (termWeeks - gestationWeeks) * 7)
}
