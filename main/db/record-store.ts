import type { Instant } from '../../src/domain/calendar/calendar-day'
import type { Noun, Records } from '../../src/domain/journal/entry'
import type { Database, Statement } from './driver'
import { createPersonLinks, type PersonLinks } from './person-links'
import { tableSpecs } from './table-specs'

/** A record with what the fold knows of it. */
export type Stored<T> = T & {
  readonly id: string
  readonly voided: boolean
  readonly versions: number
  readonly createdAt: Instant
  readonly changedAt: Instant
}

type Row = Record<string, unknown>
export type RecordStore = ReturnType<typeof createRecordStore>

/**
 * Reads whole records from their tables, by id or by an indexed column. All SQL for single records is made here, and
 * here alone it is settled which records are one person: an absorbed person's id leads to the survivor, a person's
 * records are those of all their records, and each says as `personId` who the person is now. `own` reads what was written.
 */
export function createRecordStore(db: Database) {
  const links = createPersonLinks(db)
  const prepared = preparer(db)

  function rows<N extends Noun>(noun: N, rest: string, values: readonly unknown[]) {
    const sql = `SELECT ${columnsOf(noun)} FROM ${tableSpecs[noun].table} ${rest}`
    return (prepared(sql).all(...values) as Row[]).map(row => toRecord(noun, row))
  }

  function find<N extends Noun>(noun: N, recordId: string): Stored<Records[N]> | null {
    const id = noun === 'person' ? links.survivorOf(recordId) : recordId
    return rows(noun, 'WHERE id = ?', [id])[0] ?? null
  }

  /** Rows whose column has this value, voided and absorbed ones left out, in the order given. */
  function list<N extends Noun>(noun: N, where: Where, orderBy: string): readonly Stored<Records[N]>[] {
    const { conditions, values } = conditionsOf(where, links)
    const all = ['voided = 0', ...(listedOnly[noun] ?? []), ...conditions].join(' AND ')
    return rows(noun, `WHERE ${all} ORDER BY ${orderBy}`, values)
  }

  /** As `list`, with the voided ones, for histories. */
  function listAll<N extends Noun>(noun: N, column: string, value: string): readonly Stored<Records[N]>[] {
    const { conditions, values } = conditionsOf({ [column]: value }, links)
    return rows(noun, `WHERE ${conditions.join(' AND ')} ORDER BY created_stamp`, values)
  }

  return { find, list, listAll, own: ownRecords(prepared) }
}

/**
 * What a list leaves out beside what was voided: persons who were absorbed, and a dose's further records, which are sources
 * of the fact that stands for it (decision 0029).
 */
const listedOnly: Partial<Record<Noun, readonly string[]>> = {
  person: ['id NOT IN (SELECT person_id FROM person_link)'],
  dose: [
    `NOT EXISTS (SELECT 1 FROM same_dose JOIN dose AS fact ON fact.id = same_dose.dose_id AND fact.voided = 0
       WHERE same_dose.other_id = dose.id AND same_dose.voided = 0)`,
  ],
}

type Where = { readonly [column: string]: string | number }
type Prepare = (sql: string) => Statement<unknown[], unknown>

/** Prepares each statement once. */
function preparer(db: Database): Prepare {
  const statements = new Map<string, Statement<unknown[], unknown>>()
  return sql => {
    const known = statements.get(sql)
    if (known) return known
    const made = db.prepare<unknown[], unknown>(sql)
    statements.set(sql, made)
    return made
  }
}

/** What was written under this very id, as it was written: for reviews, undoing and proofs. */
function ownRecords(prepared: Prepare) {
  return {
    find<N extends Noun>(noun: N, recordId: string): Stored<Records[N]> | null {
      const sql = `SELECT * FROM ${tableSpecs[noun].table} WHERE id = ?`
      const row = prepared(sql).get(recordId) as Row | undefined
      return row ? toRecord(noun, row) : null
    },
    listAll<N extends Noun>(noun: N, personId: string): readonly Stored<Records[N]>[] {
      const sql = `SELECT * FROM ${tableSpecs[noun].table} WHERE person_id = ? ORDER BY created_stamp`
      return (prepared(sql).all(personId) as Row[]).map(row => toRecord(noun, row))
    },
  }
}

/** A person's records are those written under any of their ids. */
function conditionsOf(where: Where, links: PersonLinks) {
  const asked = Object.entries(where).map(([column, value]) => {
    const values: readonly (string | number)[] = personColumns.includes(column)
      ? links.clusterOf(String(value))
      : [value]
    const places = values.map(() => '?').join(', ')
    return { condition: values.length === 1 ? `${column} = ?` : `${column} IN (${places})`, values }
  })
  return {
    conditions: asked.map(({ condition }) => condition),
    values: asked.flatMap(({ values }) => values),
  }
}

/** Columns that name a person. */
const personColumns: readonly string[] = ['person_id', 'relative_id']

function personColumnsOf(noun: Noun) {
  return tableSpecs[noun].columns.filter(([column]) => personColumns.includes(column))
}

/** All columns; beside each that names an absorbed person, who that is now. */
function columnsOf(noun: Noun): string {
  const { table } = tableSpecs[noun]
  const now = personColumnsOf(noun).map(
    ([column]) =>
      `, (SELECT survivor_id FROM person_link WHERE person_id = ${table}.${column}) AS ${column}_now`,
  )
  return `*${now.join('')}`
}

function toRecord<N extends Noun>(noun: N, row: Row): Stored<Records[N]> {
  const record: Row = {
    id: row.id,
    voided: row.voided === 1,
    versions: row.versions,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
  for (const [column, field, type] of tableSpecs[noun].columns) {
    const value = row[column]
    if (type === 'json') record[field] = JSON.parse(String(value))
    else if (type === 'bool') record[field] = value === null ? null : value === 1
    else record[field] = value
  }
  for (const [column, field] of personColumnsOf(noun)) {
    const now = row[`${column}_now`]
    if (typeof now === 'string') record[field] = now
  }
  return record as unknown as Stored<Records[N]>
}
