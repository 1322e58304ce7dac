import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { Appointment, Visit } from '../../src/domain/session/visit'
import type { Database } from './driver'
import { createRecordStore, type Stored } from './record-store'

export type VisitRepository = ReturnType<typeof createVisitRepository>

/** Visits and appointments of a day. */
export function createVisitRepository(db: Database) {
  const records = createRecordStore(db)
  const selectGreatestTicket = db
    .prepare<[string], number | null>('SELECT max(ticket) FROM visit WHERE session_on = ?')
    .pluck()
  const selectOpen = db.prepare<[string], { personId: string; visitId: string }>(
    `SELECT coalesce(survivor_id, visit.person_id) AS personId, visit.id AS visitId
     FROM visit LEFT JOIN person_link ON person_link.person_id = visit.person_id
     WHERE session_on = ? AND voided = 0 AND stage <> 'done' ORDER BY ticket DESC`,
  )
  const selectAppointed = db
    .prepare<[string], string>('SELECT person_id FROM appointment WHERE on_day = ? AND voided = 0')
    .pluck()

  return {
    /** Ids of the persons with an appointment on a day. */
    appointedOn: (on: CalendarDay): readonly string[] => selectAppointed.all(on),
    nextTicket: (on: CalendarDay) => ((selectGreatestTicket.get(on) as number | null) ?? 0) + 1,
    listOn: (on: CalendarDay): readonly Stored<Visit>[] =>
      records.list('visit', { session_on: on }, 'ticket, id'),
    /** Today's visit of a person that is not over. */
    findOpen(personId: string, on: CalendarDay): Stored<Visit> | null {
      const visits = records.list('visit', { person_id: personId, session_on: on }, 'ticket')
      return visits.find(visit => visit.stage !== 'done') ?? null
    },
    /** By person: the visit of a day that is not over. */
    openOn: (on: CalendarDay): ReadonlyMap<string, string> =>
      new Map(selectOpen.all(on).map(({ personId, visitId }) => [personId, visitId])),
    appointmentsOn: (on: CalendarDay): readonly Stored<Appointment>[] =>
      records.list('appointment', { on_day: on }, 'person_id, id'),
    appointmentsOf: (personId: string): readonly Stored<Appointment>[] =>
      records.list('appointment', { person_id: personId }, 'on_day, id'),
    /** The next one still planned, whichever of the person's records it was written under. */
    nextAppointment(personId: string, after: CalendarDay): Stored<Appointment> | null {
      const appointments = records.list('appointment', { person_id: personId }, 'on_day, id')
      return appointments.find(({ status, on }) => status === 'planned' && on > after) ?? null
    },
  }
}
