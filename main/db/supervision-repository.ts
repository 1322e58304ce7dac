import type { CalendarDay, Instant } from '../../src/domain/calendar/calendar-day'
import type { UpwardFact } from '../../src/domain/exchange/fhir/read-upward'
import type { Supervised, SupervisedKind } from '../../src/domain/supervision/supervised'
import type { Database } from './driver'
import { listedPersons } from './person-repository'

/** What a point counts of itself when it says how it stands. */
export type PointFigures = {
  readonly people: number
  readonly infants: number
  readonly doses: number
  readonly startedOn: CalendarDay | null
  readonly hasStock: boolean
}

type Month = {
  readonly today: CalendarDay
  readonly bornAfter: CalendarDay
  readonly monthStart: CalendarDay
}
type Values = { readonly [S in Supervised as S['kind']]: S['value'] }

export type SupervisionRepository = ReturnType<typeof createSupervisionRepository>

/** How this point stands, and what the points below sent up. */
export function createSupervisionRepository(db: Database) {
  const selectKind = db
    .prepare<[string, string, string], string>(
      'SELECT value FROM supervised WHERE kind = ? AND period >= ? AND period <= ? ORDER BY resource',
    )
    .pluck()
  const selectRecord = db
    .prepare<[string, string], string>('SELECT value FROM supervised WHERE kind = ? AND record_id = ?')
    .pluck()
  return {
    figures: figuresIn(db),
    /** What is known of a kind, between two periods where it has one. */
    list<K extends SupervisedKind>(kind: K, from = '', to = '~'): readonly Values[K][] {
      return (selectKind.all(kind, from, to) as string[]).map(text => JSON.parse(text) as Values[K])
    },
    /** One by the id of its record at its point; null: nothing of it came up. */
    find<K extends SupervisedKind>(kind: K, recordId: string): Values[K] | null {
      const text = selectRecord.get(kind, recordId) as string | undefined
      return text === undefined ? null : (JSON.parse(text) as Values[K])
    },
  }
}

/** Who was said not to be followed any more, by their newest entry. */
const gone = `
  SELECT person_id FROM (
    SELECT person_id, state, until_day, row_number() OVER (
      PARTITION BY person_id ORDER BY on_day DESC, created_at DESC, id DESC) AS place
    FROM residence WHERE voided = 0 AND on_day <= @today)
  WHERE place = 1 AND NOT (state IN ('resident', 'moved-in')
    OR (state = 'temporary' AND (until_day IS NULL OR until_day >= @today)))`
const listed = 'voided = 0 AND id NOT IN (SELECT person_id FROM person_link)'

function figuresIn(db: Database) {
  const count = (table: string, where: string) =>
    db.prepare<[Month], number>(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck()
  // The whole register is never gone through: few are not followed any more.
  const everybody = listedPersons(db)
  const notFollowed = count('person', `id IN (${gone}) AND ${listed}`)
  const infants = count(
    'person',
    `birth_date > @bornAfter AND birth_date <= @today AND ${listed} AND id NOT IN (${gone})`,
  )
  const given = "kind = 'administered' AND voided = 0"
  const doses = count('dose', `given_on >= @monthStart AND given_on <= @today AND ${given}`)
  const first = db.prepare<[], string | null>(`SELECT min(given_on) FROM dose WHERE ${given}`).pluck()
  const stock = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM movement WHERE voided = 0)').pluck()
  return (month: Month): PointFigures => ({
    people: (everybody.get() as number) - (notFollowed.get(month) as number),
    infants: infants.get(month) as number,
    doses: doses.get(month) as number,
    startedOn: first.get() as CalendarDay | null,
    hasStock: stock.get() === 1,
  })
}

/** As the reader, and keeps what came up. Of this PC alone, in no journal. */
export function createSupervisionStore(db: Database) {
  const upsert = db.prepare<[string, string, string, string, string, string, string, string]>(`
    INSERT INTO supervised VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (resource) DO UPDATE SET kind = excluded.kind, record_id = excluded.record_id, point = excluded.point,
      period = excluded.period, version_id = excluded.version_id, last_updated = excluded.last_updated,
      value = excluded.value
    WHERE excluded.last_updated >= supervised.last_updated`)
  const deleteOne = db.prepare<[string]>('DELETE FROM supervised WHERE resource = ?')
  const deleteAll = db.prepare<[]>('DELETE FROM supervised')
  return {
    ...createSupervisionRepository(db),
    /** Keeps a version, unless a newer one is known. */
    keep(fact: UpwardFact): void {
      const { kind, value, versionId, lastUpdated } = fact
      const point = kind === 'point' ? value.resource : value.point
      const text = JSON.stringify(value)
      upsert.run(value.resource, kind, value.recordId, point, periodOf(fact), versionId, lastUpdated, text)
    },
    /** Taken back by whoever wrote it. */
    remove: (resource: string) => void deleteOne.run(resource),
    /** Another server, or nobody supervises here any more. */
    forget: () => void deleteAll.run(),
  }
}

/** What it is narrowed by: the month of a state, the period of a report; empty for the rest. */
function periodOf(fact: Supervised & { readonly lastUpdated: Instant }): string {
  if (fact.kind === 'status') return fact.value.status.on
  return fact.kind === 'report' ? fact.value.period : ''
}
