import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { Database } from './driver'

type Given = { readonly visitId: string; readonly lotId: string | null; readonly vaccineCode: string }

/** What the close of a day asks of the records of that day. */
export function createSessionRepository(db: Database) {
  const selectGiven = db.prepare<[string], Given>(`
    SELECT dose.visit_id AS visitId, dose.lot_id AS lotId, dose.vaccine_code AS vaccineCode
    FROM visit JOIN dose ON dose.visit_id = visit.id
    WHERE visit.session_on = ? AND visit.voided = 0 AND dose.voided = 0 AND dose.kind = 'administered'
    ORDER BY dose.created_stamp`)
  const selectDaysBefore = db
    .prepare<[string, string], string>(
      'SELECT DISTINCT session_on FROM visit WHERE session_on < ? AND session_on >= ? AND voided = 0 ORDER BY 1 DESC',
    )
    .pluck()

  return {
    /** Doses given in the visits of a day. */
    givenOn: (on: CalendarDay): readonly Given[] => selectGiven.all(on),
    /** Days with visits before a day and not before another, newest first. */
    daysBefore: (on: CalendarDay, notBefore: CalendarDay) =>
      selectDaysBefore.all(on, notBefore) as CalendarDay[],
  }
}
