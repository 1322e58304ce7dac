import { type CalendarDay, type Instant, instantOf } from '../../src/domain/calendar/calendar-day'
import type { DateAccuracy } from '../../src/domain/immunization/dose-date'
import type { PeriodDays } from '../../src/domain/report/report-period'
import type { Database } from './driver'
import { isListed } from './person-index'

/** A dose of somebody under what a form may ask of it (`tally_dims`). */
export type TalliedDose = {
  readonly personId: string
  readonly dimsId: number
  readonly doseId: string
  readonly on: CalendarDay
  readonly accuracy: DateAccuracy
  readonly enteredAt: Instant
}

/** A record behind a figure. */
export type FigureRow = {
  readonly recordId: string
  readonly personId: string | null
  readonly on: CalendarDay
  readonly enteredAt: Instant
}

type Edges = { readonly begin: string; readonly end: string }

export type ReportListRepository = ReturnType<typeof createReportListRepository>

/** Records that a form lists one by one, and those behind the figures of the roll-out. */
export function createReportListRepository(db: Database) {
  const selectCases = db
    .prepare<[Edges], string>(
      'SELECT id FROM aefi_case WHERE known_at >= :begin AND known_at < :end AND voided = 0 ORDER BY known_at, id',
    )
    .pluck()
  const selectDifficulties = db
    .prepare<[Edges], string>(
      'SELECT id FROM difficulty WHERE written_at >= :begin AND written_at < :end AND voided = 0 ORDER BY written_at, id',
    )
    .pluck()
  const selectDoses = db.prepare<[string], TalliedDose>(
    `SELECT dose_tally.person_id AS personId, dims_id AS dimsId, dose_id AS doseId, dose_tally.given_on AS "on",
       given_on_accuracy AS accuracy, created_at AS enteredAt
     FROM json_each(?) AS asked CROSS JOIN dose_tally INDEXED BY dose_tally_by_person
       ON dose_tally.person_id = asked.value CROSS JOIN dose ON dose.id = dose_id`,
  )
  return {
    /** Severe cases that the point came to know of on these days, oldest first. */
    cases: (days: PeriodDays) => selectCases.all(edgesOf(days)) as readonly string[],
    difficulties: (days: PeriodDays) => selectDifficulties.all(edgesOf(days)) as readonly string[],
    /** The tallied doses of these people. */
    dosesOf: (personIds: readonly string[]): readonly TalliedDose[] =>
      selectDoses.all(JSON.stringify(personIds)),
    ...figuresIn(db),
  }
}

const given = `FROM dose INDEXED BY dose_by_day WHERE kind = 'administered' AND voided = 0 AND given_on BETWEEN :from AND :to`
const people = `FROM person WHERE voided = 0 AND ${isListed} AND created_at < :end`
const users = `FROM user WHERE voided = 0 AND active = 1 AND created_at < :end`

function figuresIn(db: Database) {
  const plucked = (sql: string) => db.prepare<[Edges & PeriodDays], number>(sql).pluck()
  const [countGiven, countPeople, countUsers] = [given, people, users].map(from =>
    plucked(`SELECT count(*) ${from}`),
  )
  const selectGiven = db.prepare<[PeriodDays], FigureRow>(
    `SELECT id AS recordId, coalesce((SELECT survivor_id FROM person_link WHERE person_link.person_id = dose.person_id),
       person_id) AS personId, given_on AS "on", created_at AS enteredAt ${given}`,
  )
  const since = `date(created_at, '+7 hours') AS "on", created_at AS enteredAt`
  const selectPeople = db.prepare<[Edges], FigureRow>(
    `SELECT id AS recordId, id AS personId, ${since} ${people}`,
  )
  const selectUsers = db.prepare<[Edges], FigureRow>(
    `SELECT id AS recordId, NULL AS personId, ${since} ${users}`,
  )
  const selectFirst = db
    .prepare<[], CalendarDay | null>(
      "SELECT min(given_on) FROM dose WHERE kind = 'administered' AND voided = 0",
    )
    .pluck()
  const all = (days: PeriodDays) => ({ ...edgesOf(days), ...days })
  return {
    /** Doses given here in the period. */
    countGiven: (days: PeriodDays) => countGiven?.get(all(days)) ?? 0,
    given: (days: PeriodDays) => selectGiven.all(days),
    /** Everybody in the register who was entered before the end of the period. */
    countPeople: (days: PeriodDays) => countPeople?.get(all(days)) ?? 0,
    people: (days: PeriodDays) => selectPeople.all(edgesOf(days)),
    /** Who may sign in. */
    countUsers: (days: PeriodDays) => countUsers?.get(all(days)) ?? 0,
    users: (days: PeriodDays) => selectUsers.all(edgesOf(days)),
    firstGivenOn: () => selectFirst.get() ?? null,
  }
}

/** The first moment of a day in Vietnam, and of the day after the last one. */
function edgesOf({ from, to }: PeriodDays): Edges {
  const startMs = (on: CalendarDay) => Date.parse(`${on}T00:00:00+07:00`)
  return { begin: instantOf(startMs(from)), end: instantOf(startMs(to) + 86_400_000) }
}
