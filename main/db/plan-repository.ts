import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { KeptDose } from '../../src/domain/schedule/kept-forecast'
import type { HealthWorker, Invitation, SessionPlan } from '../../src/domain/session-plan/plan'
import type { Database } from './driver'
import { createRecordStore, type Stored } from './record-store'

/** Somebody due, as a plan ranks them: no names yet. */
export type PlanCandidate = {
  readonly personId: string
  readonly birthDate: CalendarDay
  readonly communeCode: string
  readonly hamlet: string
  readonly overdueOn: CalendarDay | null
}
export type PlanPlace = { readonly communeCode: string; readonly hamlet: string }

/** One invitation of the past, and whether the person came. */
export type PastInvitation = {
  readonly hamlet: string
  readonly ageMonths: number
  readonly invited: number
  readonly came: number
}

export type PlanRepository = ReturnType<typeof createPlanRepository>

/** Reads plans, invitations, health workers, and who is due in the order a plan takes them. */
export function createPlanRepository(db: Database) {
  const records = createRecordStore(db)
  return {
    /** The plan of a day; of two that were made apart, the one changed last. */
    planOn(on: CalendarDay): Stored<SessionPlan> | null {
      return records.list('session-plan', { on_day: on }, 'changed_stamp').at(-1) ?? null
    },
    /** Days with a plan after a day. */
    nextPlanAfter: nextPlanAfter(db),
    invitationsOn: (on: CalendarDay): readonly Stored<Invitation>[] =>
      records.list('invitation', { on_day: on }, 'person_id, created_stamp'),
    invitationsOf: (personId: string): readonly Stored<Invitation>[] =>
      records.list('invitation', { person_id: personId }, 'on_day, created_stamp'),
    healthWorkers: (): readonly Stored<HealthWorker>[] =>
      records.list('health-worker', {}, 'commune_code, hamlet, created_stamp'),
    ...candidateQuery(db),
    ...comingQuery(db),
    ...attendanceQuery(db),
    familyTies: familyTies(db),
  }
}

function nextPlanAfter(db: Database) {
  const select = db
    .prepare<[string], string>('SELECT min(on_day) FROM session_plan WHERE on_day > ? AND voided = 0')
    .pluck()
  return (on: CalendarDay): CalendarDay | null => (select.get(on) as CalendarDay | null) ?? null
}

/** Those due by a day, the youngest first: read along one index, so that the size of the register does not matter. */
function candidateQuery(db: Database) {
  const columns = `person_id AS personId, birth_date AS birthDate, commune_code AS communeCode, hamlet,
    overdue_on AS overdueOn`
  const everywhere = (column: string) =>
    db.prepare<[string, number], PlanCandidate>(
      `SELECT ${columns} FROM forecast_state INDEXED BY forecast_state_by_age
       WHERE due_on IS NOT NULL AND ${column} <= ? ORDER BY birth_date DESC LIMIT ?`,
    )
  const inPlace = (column: string) =>
    db.prepare<[string, string, string, number], PlanCandidate>(
      `SELECT ${columns} FROM forecast_state INDEXED BY forecast_state_by_place
       WHERE commune_code = ? AND hamlet = ? AND due_on IS NOT NULL AND ${column} <= ?
       ORDER BY birth_date DESC LIMIT ?`,
    )
  const [due, overdue] = [everywhere('due_on'), everywhere('overdue_on')]
  const [dueIn, overdueIn] = [inPlace('due_on'), inPlace('overdue_on')]
  const one = db.prepare<[string], PlanCandidate>(`SELECT ${columns} FROM forecast_state WHERE person_id = ?`)
  return {
    /** The youngest of all who are due, and the youngest of those overdue: at most `limit` of each. */
    candidates(until: CalendarDay, places: readonly PlanPlace[] | null, limit: number) {
      const rows = places
        ? places.flatMap(({ communeCode, hamlet }) => [
            ...dueIn.all(communeCode, hamlet, until, limit),
            ...overdueIn.all(communeCode, hamlet, until, limit),
          ])
        : [...due.all(until, limit), ...overdue.all(until, limit)]
      return [...new Map(rows.map(row => [row.personId, row])).values()]
    },
    candidate: (personId: string): PlanCandidate | null => one.get(personId) ?? null,
  }
}

/** What is to be expected of the days until the next session. */
function comingQuery(db: Database) {
  const births = db
    .prepare<[string, string], number>('SELECT count(*) FROM person WHERE birth_date > ? AND birth_date <= ?')
    .pluck()
  const countComing = db
    .prepare<[string, string, string], number>(
      'SELECT count(*) FROM forecast WHERE row_code = ? AND due_on > ? AND due_on <= ?',
    )
    .pluck()
  const someComing = db.prepare<[string, string, string, number], { birthDate: CalendarDay; doses: string }>(
    'SELECT birth_date AS birthDate, doses FROM forecast WHERE row_code = ? AND due_on > ? AND due_on <= ? LIMIT ?',
  )
  return {
    /** How many were born after one day and until another. */
    bornBetween: (after: CalendarDay, until: CalendarDay) => births.get(after, until) as number,
    /** How many become due in one row after one day and until another, and some of them with what for. */
    comingDue: (rowCode: string, after: CalendarDay, until: CalendarDay, limit: number) => ({
      persons: countComing.get(rowCode, after, until) as number,
      sample: someComing
        .all(rowCode, after, until, limit)
        .map(({ birthDate, doses }) => ({ birthDate, doses: JSON.parse(doses) as readonly KeptDose[] })),
    }),
  }
}

function attendanceQuery(db: Database) {
  const now = (column: string) =>
    `coalesce((SELECT survivor_id FROM person_link WHERE person_id = ${column}), ${column})`
  const select = db.prepare<[string, string], PastInvitation>(
    `SELECT hamlet, age_months AS ageMonths, count(*) AS invited,
       sum(EXISTS (SELECT 1 FROM visit WHERE session_on = invitation.on_day AND visit.voided = 0
         AND ${now('visit.person_id')} = ${now('invitation.person_id')})) AS came
     FROM invitation WHERE on_day >= ? AND on_day < ? AND status = 'invited' AND voided = 0
     GROUP BY hamlet, ageMonths`,
  )
  return {
    /** Invitations from one day until before another, and how many of them came, by hamlet and age in months. */
    attendance: (from: CalendarDay, before: CalendarDay): readonly PastInvitation[] =>
      select.all(from, before),
  }
}

/** Who belongs together: children with the same mother, father or guardian, and siblings. */
function familyTies(db: Database) {
  const select = db.prepare<[string], { personId: string; relativeId: string }>(
    `SELECT person_id AS personId, relative_id AS relativeId FROM family_link
     WHERE voided = 0 AND until_day IS NULL AND person_id IN (SELECT value FROM json_each(?))`,
  )
  return (personIds: readonly string[]): readonly (readonly [string, string])[] =>
    select.all(JSON.stringify(personIds)).map(({ personId, relativeId }) => [personId, relativeId] as const)
}
