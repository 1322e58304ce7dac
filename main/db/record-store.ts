import type { Instant } from '../../src/domain/calendar/calendar-day'
import type { Noun, Records } from '../../src/domain/journal/entry'
import type { Database, Statement } from './driver'
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

/** Reads whole records from their tables, by id or by an indexed column. All SQL for single records is made here. */
export function createRecordStore(db: Database) {
  const statements = new Map<string, Statement<unknown[], unknown>>()

  function prepared(sql: string) {
    const known = statements.get(sql)
    if (known) return known
    const made = db.prepare<unknown[], unknown>(sql)
    statements.set(sql, made)
    return made
  }

  function find<N extends Noun>(noun: N, recordId: string): Stored<Records[N]> | null {
    const row = prepared(`SELECT * FROM ${tableSpecs[noun].table} WHERE id = ?`).get(recordId) as
      | Row
      | undefined
    return row ? toRecord(noun, row) : null
  }

  /** Rows whose column has this value, voided ones left out, in the order given. */
  function list<N extends Noun>(
    noun: N,
    where: { readonly [column: string]: string | number },
    orderBy: string,
  ): readonly Stored<Records[N]>[] {
    const conditions = Object.keys(where).map(column => `${column} = ?`)
    const sql = `SELECT * FROM ${tableSpecs[noun].table}
      WHERE ${['voided = 0', ...conditions].join(' AND ')} ORDER BY ${orderBy}`
    return (prepared(sql).all(Object.values(where)) as Row[]).map(row => toRecord(noun, row))
  }

  /** As `list`, with the voided ones, for histories. */
  function listAll<N extends Noun>(noun: N, column: string, value: string): readonly Stored<Records[N]>[] {
    const sql = `SELECT * FROM ${tableSpecs[noun].table} WHERE ${column} = ? ORDER BY created_stamp`
    return (prepared(sql).all(value) as Row[]).map(row => toRecord(noun, row))
  }

  return { find, list, listAll }
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
  return record as unknown as Stored<Records[N]>
}
