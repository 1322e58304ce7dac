import type { CalendarDay, Instant } from '../../src/domain/calendar/calendar-day'
import type { DateAccuracy } from '../../src/domain/immunization/dose-date'
import type { NotGivenState } from '../../src/domain/immunization/not-given'
import type { Sex } from '../../src/domain/person/person'
import type { PeriodDays } from '../../src/domain/report/report-period'
import type { ReactionKind } from '../../src/domain/session/visit'
import type { Database } from './driver'

/** Whoever a row is about now, after merges. */
export type PersonColumns = {
  readonly personId: string
  readonly birthDate: CalendarDay
  readonly sex: Sex
  readonly communeCode: string
  /** Something was noted about where the person lives. */
  readonly hasResidence: number
  readonly enteredAt: Instant
}
export type EventColumns = PersonColumns & { readonly recordId: string; readonly on: CalendarDay }
export type NotGivenRow = EventColumns & {
  readonly dueId: string
  readonly antigens: string
  readonly state: NotGivenState
}
export type ReactionRow = EventColumns & {
  readonly doseIds: string
  readonly kind: ReactionKind
  readonly signs: string
  readonly temperatureC: number | null
}
export type SevereRow = EventColumns & { readonly doseIds: string }
export type ChildBornRow = PersonColumns & {
  readonly protectedAtBirth: number | null
  /** Somebody is linked as mother, father or guardian. */
  readonly hasLink: number
}
/** People of whom a report asks nothing else. */
type AlikeColumns = { readonly sex: Sex; readonly communeCode: string; readonly persons: number }
export type BornGroup = AlikeColumns & { readonly protectedAtBirth: number | null }
export type LivedGroup = AlikeColumns & { readonly birthDate: CalendarDay }
export type TetanusRow = { readonly givenOn: CalendarDay; readonly givenOnAccuracy: DateAccuracy }

const personColumns = `person.id AS personId, person.birth_date AS birthDate, person.sex,
  coalesce(person.commune_code, '') AS communeCode, EXISTS (
    SELECT 1 FROM residence WHERE residence.voided = 0 AND (residence.person_id = person.id
      OR residence.person_id IN (SELECT person_id FROM person_link WHERE survivor_id = person.id))) AS hasResidence`

/** Joins to a record who its person is now; removed persons fall out. */
const who = `LEFT JOIN person_link AS link ON link.person_id = it.person_id
  CROSS JOIN person ON person.id = coalesce(link.survivor_id, it.person_id) AND person.voided = 0`

const dayOf = (column: string) => `date(${column}, '+7 hours')`
/** Instants of days in Viet Nam, by an index on the instants. */
const within = (column: string) =>
  `${column} >= date(:from, '-1 day') AND ${column} < date(:to, '+1 day') AND ${dayOf(column)} BETWEEN :from AND :to`

const event = (on: string) => `it.id AS recordId, ${on} AS "on", it.created_at AS enteredAt, ${personColumns}`

/** Everybody in the register under their own id, by birth date. */
const born = `SELECT ${personColumns}, person.created_at AS enteredAt, protected_at_birth AS protectedAtBirth,
      EXISTS (SELECT 1 FROM family_link WHERE family_link.voided = 0 AND (family_link.person_id = person.id
        OR family_link.person_id IN (SELECT person_id FROM person_link WHERE survivor_id = person.id))) AS hasLink
    FROM person INDEXED BY person_by_birth_date WHERE birth_date`
const own = `AND voided = 0 AND NOT EXISTS (SELECT 1 FROM person_link WHERE person_link.person_id = person.id)`

/** Nothing was noted about where they live, and no other record is theirs too: then a report asks nothing else of them. */
const plain = `NOT EXISTS (SELECT 1 FROM residence WHERE residence.voided = 0 AND residence.person_id = person.id)
    AND NOT EXISTS (SELECT 1 FROM person_link WHERE person_link.survivor_id = person.id)`
const unlinked = `NOT EXISTS (SELECT 1 FROM family_link WHERE family_link.voided = 0 AND family_link.person_id = person.id)`

/** How many are alike to every form. */
const alike = (
  columns: string,
) => `SELECT sex, coalesce(commune_code, '') AS communeCode, ${columns}, count(*) AS persons
    FROM person INDEXED BY person_by_birth_date WHERE birth_date BETWEEN :from AND :to ${own} AND ${plain}`

/** What reports count beside doses, from one day to another: few rows each. Voided records are left out. */
export const reportFactQuestions = {
  notGiven: `SELECT ${event('on_day')}, due_id AS dueId, antigens, state FROM not_given AS it ${who}
    WHERE on_day BETWEEN :from AND :to AND it.voided = 0`,
  reactions: `SELECT ${event(dayOf('onset_at'))}, dose_ids AS doseIds, it.kind AS kind, signs, temperature_c AS temperatureC
    FROM reaction AS it ${who} WHERE ${within('onset_at')} AND it.voided = 0`,
  severe: `SELECT ${event(dayOf('known_at'))}, dose_ids AS doseIds FROM aefi_case AS it ${who}
    WHERE ${within('known_at')} AND it.voided = 0`,
  born: `${born} BETWEEN :from AND :to ${own}`,
  bornApart: `${born} BETWEEN :from AND :to ${own} AND NOT (${plain} AND ${unlinked})`,
  bornAlike: `${alike('protected_at_birth AS protectedAtBirth')} AND ${unlinked} GROUP BY 1, 2, 3`,
  livedApart: `${born} BETWEEN :from AND :to ${own} AND NOT (${plain})`,
  livedAlike: `${alike('birth_date AS birthDate')} GROUP BY 1, 2, 3`,
} as const

export type ReportFactRepository = ReturnType<typeof createReportFactRepository>

export function createReportFactRepository(db: Database) {
  const notGiven = db.prepare<[PeriodDays], NotGivenRow>(reportFactQuestions.notGiven)
  const reactions = db.prepare<[PeriodDays], ReactionRow>(reportFactQuestions.reactions)
  const severe = db.prepare<[PeriodDays], SevereRow>(reportFactQuestions.severe)
  const all = db.prepare<[PeriodDays], ChildBornRow>(reportFactQuestions.born)
  const bornApart = db.prepare<[PeriodDays], ChildBornRow>(reportFactQuestions.bornApart)
  const bornAlike = db.prepare<[PeriodDays], BornGroup>(reportFactQuestions.bornAlike)
  const livedApart = db.prepare<[PeriodDays], ChildBornRow>(reportFactQuestions.livedApart)
  const livedAlike = db.prepare<[PeriodDays], LivedGroup>(reportFactQuestions.livedAlike)
  const dimsOfDose = db
    .prepare<[string, string], number>('SELECT dims_id FROM dose_tally WHERE person_id = ? AND dose_id = ?')
    .pluck()
  // Of a product the schedule does not judge nothing speaks against a dose.
  const tetanus = db.prepare<[string, string], TetanusRow>(
    `SELECT dose.given_on AS givenOn, given_on_accuracy AS givenOnAccuracy FROM dose_tally CROSS JOIN dose ON dose.id = dose_id
     CROSS JOIN tally_dims ON tally_dims.id = dims_id
     WHERE dose_tally.person_id = ? AND antigen IN ('Tetanus', '') AND status <> 'not-valid'
       AND dose.vaccine_code IN (SELECT value FROM json_each(?)) ORDER BY dose.given_on`,
  )
  return {
    notGiven: (days: PeriodDays) => notGiven.all(days),
    reactions: (days: PeriodDays) => reactions.all(days),
    severe: (days: PeriodDays) => severe.all(days),
    /** Everybody born in these days. */
    born: (days: PeriodDays) => all.all(days),
    /** The same in two parts: those who are alike to every form, counted; and those whose mother or residence is asked for. */
    bornAlike: (days: PeriodDays) => bornAlike.all(days),
    bornApart: (days: PeriodDays) => bornApart.all(days),
    /** … where nobody asks for a mother. */
    livedAlike: (days: PeriodDays) => livedAlike.all(days),
    livedApart: (days: PeriodDays) => livedApart.all(days),
    /** Number of `tally_dims` of a dose; null for one that counts nowhere. */
    dimsOfDose: (personId: string, doseId: string): number | null => dimsOfDose.get(personId, doseId) ?? null,
    /** Doses of somebody against tetanus that count, by these products. */
    tetanusDoses: (personId: string, vaccineCodes: readonly string[]): readonly TetanusRow[] =>
      tetanus.all(personId, JSON.stringify(vaccineCodes)),
  }
}
