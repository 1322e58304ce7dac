import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { Database, Statement } from './driver'

/** Who is asked for. */
export type DueFilter = {
  readonly status: 'due' | 'overdue'
  /** The day by which somebody is due or overdue. */
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

export type PlaceCount = { readonly communeCode: string; readonly hamlet: string; readonly persons: number }
export type RowCount = { readonly rowCode: string; readonly persons: number }

/** What is asked of the table of persons, or of the table of their rows. */
type Question = { readonly where: string; readonly values: readonly string[] }

/** The questions a list of those who are due asks; each page is answered from one index. */
export function dueQuery(db: Database) {
  const ask = asker(db)
  return {
    /** Ids of one page. */
    duePage(filter: DueFilter, { offset, limit, order }: DuePage): readonly string[] {
      const { where, values } = questionOf(filter)
      const way = order === 'oldest' ? 'ASC' : 'DESC'
      const sql = `SELECT person_id AS personId FROM ${tableOf(filter)} WHERE ${where}
        ORDER BY ${dayColumn(filter)} ${way}, person_id ${way} LIMIT ? OFFSET ?`
      return ask<{ personId: string }>(sql, [...values, limit, offset]).map(({ personId }) => personId)
    },
    /** Persons by place, wherever the filter looks; counted one by one. */
    countPlaces(filter: DueFilter): readonly PlaceCount[] {
      const { where, values } = questionOf({ ...filter, place: null })
      return ask(
        `SELECT commune_code AS communeCode, hamlet, count(*) AS persons FROM ${tableOf(filter)} WHERE ${where}
         GROUP BY commune_code, hamlet`,
        values,
      )
    },
    /** Persons by row, whichever row the filter names; counted one by one. */
    countRows(filter: DueFilter): readonly RowCount[] {
      const { where, values } = questionOf({ ...filter, rowCode: null })
      return ask(
        `SELECT row_code AS rowCode, count(*) AS persons FROM forecast WHERE ${where} GROUP BY row_code`,
        values,
      )
    },
    /** As `countPlaces` of everybody today, from the counts that are kept. */
    keptPlaces: ({ status, rowCode }: Pick<DueFilter, 'status' | 'rowCode'>): readonly PlaceCount[] =>
      ask(
        `SELECT commune_code AS communeCode, hamlet, sum(persons) AS persons FROM forecast_count
         WHERE row_code = ? AND state >= ? AND persons > 0 GROUP BY commune_code, hamlet`,
        [rowCode ?? '', leastState(status)],
      ),
    /** As `countRows` of everybody today, from the counts that are kept. */
    keptRows({ status, place }: Pick<DueFilter, 'status' | 'place'>): readonly RowCount[] {
      const { where, values } = placeQuestion(place)
      return ask(
        `SELECT row_code AS rowCode, sum(persons) AS persons FROM forecast_count
         WHERE row_code <> '' AND state >= ? AND persons > 0${where} GROUP BY row_code`,
        [leastState(status), ...values],
      )
    },
  }
}

/** Prepares each question once. */
function asker(db: Database) {
  const statements = new Map<string, Statement<unknown[], unknown>>()
  return function ask<Row>(sql: string, values: readonly (string | number)[]): readonly Row[] {
    const known = statements.get(sql)
    const statement = known ?? db.prepare<unknown[], unknown>(sql)
    if (!known) statements.set(sql, statement)
    return statement.all(...values) as Row[]
  }
}

const leastState = (status: DueFilter['status']) => (status === 'overdue' ? 2 : 1)
const dayColumn = ({ status }: DueFilter) => (status === 'overdue' ? 'overdue_on' : 'due_on')
const tableOf = ({ rowCode }: DueFilter) => (rowCode === null ? 'forecast_state' : 'forecast')

function placeQuestion(place: DueFilter['place']): Question {
  if (!place) return { where: '', values: [] }
  const { communeCode, hamlet } = place
  if (hamlet === null) return { where: ' AND commune_code = ?', values: [communeCode] }
  return { where: ' AND commune_code = ? AND hamlet = ?', values: [communeCode, hamlet] }
}

function questionOf(filter: DueFilter): Question {
  const { until, rowCode, place, bornFrom, bornTo, among } = filter
  const asked: readonly (readonly [condition: string, value: string | null])[] = [
    ['row_code = ?', rowCode],
    ['birth_date >= ?', bornFrom],
    ['birth_date <= ?', bornTo],
    ['person_id IN (SELECT value FROM json_each(?))', among && JSON.stringify(among)],
  ]
  const given = asked.flatMap(([condition, value]) => (value === null ? [] : [{ condition, value }]))
  const inPlace = placeQuestion(place)
  return {
    where: [`${dayColumn(filter)} <= ?`, ...given.map(it => it.condition)].join(' AND ') + inPlace.where,
    values: [until, ...given.map(it => it.value), ...inPlace.values],
  }
}
