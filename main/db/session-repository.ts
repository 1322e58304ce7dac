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
  const selectTemperatures = db.prepare<[string], { visitId: string; temperatureC: number }>(`
    SELECT screening.visit_id AS visitId, screening.temperature_c AS temperatureC
    FROM visit JOIN screening ON screening.visit_id = visit.id
    WHERE visit.session_on = ? AND visit.voided = 0 AND screening.voided = 0 ORDER BY screening.created_stamp`)
  const selectReactions = db.prepare<[string], { visitId: string; count: number }>(`
    SELECT reaction.visit_id AS visitId, count(*) AS count
    FROM visit JOIN reaction ON reaction.visit_id = visit.id
    WHERE visit.session_on = ? AND visit.voided = 0 AND reaction.voided = 0 GROUP BY reaction.visit_id`)
  const selectNext = db.prepare<[string], { visitId: string; on: string }>(`
    SELECT visit.id AS visitId, min(appointment.on_day) AS "on"
    FROM visit JOIN appointment ON appointment.person_id IN (
      SELECT visit.person_id
      UNION SELECT survivor_id FROM person_link WHERE person_id = visit.person_id
      UNION SELECT person_id FROM person_link WHERE survivor_id = visit.person_id
      UNION SELECT other.person_id FROM person_link own JOIN person_link other
        ON other.survivor_id = own.survivor_id WHERE own.person_id = visit.person_id)
    WHERE visit.session_on = ? AND visit.voided = 0 AND appointment.voided = 0
      AND appointment.status = 'planned' AND appointment.on_day > visit.session_on
    GROUP BY visit.id`)
  const selectDaysBefore = db
    .prepare<[string, string], string>(
      'SELECT DISTINCT session_on FROM visit WHERE session_on < ? AND session_on >= ? AND voided = 0 ORDER BY 1 DESC',
    )
    .pluck()

  return {
    /** Doses given in the visits of a day. */
    givenOn: (on: CalendarDay): readonly Given[] => selectGiven.all(on),
    /** By visit: the temperature of its newest checklist. */
    temperaturesOn: (on: CalendarDay): ReadonlyMap<string, number> =>
      new Map(selectTemperatures.all(on).map(({ visitId, temperatureC }) => [visitId, temperatureC])),
    /** By visit: how many reactions were noted. */
    reactionsOn: (on: CalendarDay): ReadonlyMap<string, number> =>
      new Map(selectReactions.all(on).map(({ visitId, count }) => [visitId, count])),
    /** By visit: the person's next planned appointment after the session, under whichever of their records. */
    nextAppointmentsOn: (on: CalendarDay): ReadonlyMap<string, CalendarDay> =>
      new Map(selectNext.all(on).map(next => [next.visitId, next.on as CalendarDay])),
    /** Days with visits before a day and not before another, newest first. */
    daysBefore: (on: CalendarDay, notBefore: CalendarDay) =>
      selectDaysBefore.all(on, notBefore) as CalendarDay[],
  }
}
