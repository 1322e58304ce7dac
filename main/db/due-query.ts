import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { Database, Statement } from './driver'

/** Who is asked for. `until` is the day by which somebody is due; for 'overdue' today. */
export type DueFilter = {
  readonly status: 'due' | 'overdue'
  readonly until: CalendarDay
  /** One row of the matrix; null: any. */
  readonly rowCode: string | null
  readonly place: { readonly communeCode: string; readonly hamlet: string | null } | null
  readonly bornFrom: CalendarDay | null
  readonly bornTo: CalendarDay | null
  /** Only these; null: everybody. */
  readonly among: readonly string[] | null
}

export type DuePage = {
  readonly offset: number
  readonly limit: number
  /** 'oldest': those who have waited longest first. */
  readonly order: 'oldest' | 'newest'
}

type Group = { readonly rowCode: string; readonly communeCode: string; readonly hamlet: string; readonly persons: number }
type Question = { readonly from: string; readonly where: string; readonly values: readonly string[] }

/** The questions a list of those who are due asks. Each is answered from one index. */
export function dueQuery(db: Database) {
  const statements = new Map<string, Statement<unknown[], unknown>>()
  function prepared(sql: string) {
    const known = statements.get(sql)
    if (known) return known
    const made = db.prepare<unknown[], unknown>(sql)
    statements.set(sql, made)
    return made
  }
  function groups(sql: string, values: readonly unknown[]): readonly Group[] {
    return prepared(sql).all(...values) as Group[]
  }

  return {
    /** Ids of one page. */
    duePage(filter: DueFilter, { offset, limit, order }: DuePage): readonly string[] {
      const { from, where, values } = questionOf(filter)
      const way = order === 'oldest' ? 'ASC' : 'DESC'
      const sql = `SELECT person_id FROM ${from} WHERE ${where}
        ORDER BY ${dayColumn(filter)} ${way}, person_id ${way} LIMIT ? OFFSET ?`
      const rows = prepared(sql).all(...values, limit, offset) as { readonly person_id: string }[]
      return rows.map(({ person_id }) => person_id)
    },
    countDue(filter: DueFilter): number {
      const { from, where, values } = questionOf(filter)
      const row = prepared(`SELECT count(*) AS persons FROM ${from} WHERE ${where}`).get(...values)
      return (row as { readonly persons: number }).persons
    },
    /** Persons by place; what is kept of all of them answers at once, a narrower question is counted out. */
    countByPlace(filter: DueFilter): readonly Group[] {
      const { from, where, values } = questionOf({ ...filter, place: null })
      return groups(
        `SELECT '${filter.rowCode === null ? '' : 'row'}' AS rowCode, commune_code AS communeCode, hamlet,
           count(*) AS persons FROM ${from} WHERE ${where} GROUP BY commune_code, hamlet`,
        values,
      )
    },
    countByRow(filter: DueFilter): readonly Group[] {
      const { where, values } = questionOf({ ...filter, rowCode: '' })
      return groups(
        `SELECT row_code AS rowCode, '' AS communeCode, '' AS hamlet, count(*) AS persons
         FROM forecast WHERE ${where} GROUP BY row_code`,
        values,
      )
    },
    /** The counts that are kept: everybody due (1) or overdue (2), by place and row; row '' counts persons. */
    keptCounts(state: 1 | 2): readonly Group[] {
      return groups(
        `SELECT row_code AS rowCode, commune_code AS communeCode, hamlet, sum(persons) AS persons FROM forecast_count
         WHERE state >= ? AND persons > 0 GROUP BY row_code, commune_code, hamlet`,
        [state],
      )
    },
  }
}

const dayColumn = ({ status }: DueFilter) => (status === 'overdue' ? 'overdue_on' : 'due_on')

/** `rowCode` '' asks the table of rows for all of them. */
function questionOf(filter: DueFilter): Question {
  const { until, rowCode, place, bornFrom, bornTo, among } = filter
  const parts: readonly (readonly [condition: string, value: string | null])[] = [
    [`${dayColumn(filter)} <= ?`, until],
    ['row_code = ?', rowCode === '' ? null : rowCode],
    ['commune_code = ?', place && place.communeCode],
    ['hamlet = ?', place && place.hamlet],
    ['birth_date >= ?', bornFrom],
    ['birth_date <= ?', bornTo],
    ['person_id IN (SELECT value FROM json_each(?))', among && JSON.stringify(among)],
  ]
  const asked = parts.filter(([, value]) => value !== null)
  return {
    from: rowCode === null ? 'forecast_state' : 'forecast',
    where: asked.map(([condition]) => condition).join(' AND '),
    values: asked.map(([, value]) => value ?? ''),
  }
}
