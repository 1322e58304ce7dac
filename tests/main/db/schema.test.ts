import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Database } from '../../../main/db/driver'
import { findingTables } from '../../../main/db/finding-store'
import { migrate } from '../../../main/db/migrate'
import { migrations } from '../../../main/db/migrations'
import { openDatabase } from '../../../main/db/open'
import { personKeyColumns } from '../../../main/db/person-index'
import {
  duplicateTables,
  forecastTables,
  localTables,
  personIndexTables,
  stampColumns,
  tableSpecs,
} from '../../../main/db/table-specs'
import { plain } from './test-files'

const picture = new URL('../../fixtures/schema.sql', import.meta.url)
const open = () => openDatabase(':memory:', 'real', plain)

/** Every statement that makes the schema, in the order of names. */
function schemaOf(db: Database): string {
  const statements = db
    .prepare<[], string>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'person_words_%' AND name NOT LIKE 'person_terms_%' ORDER BY type, name",
    )
    .pluck()
    .all() as string[]
  return statements.map(sql => `${sql.replace(/\s+/g, ' ').replaceAll(', ', ',\n  ')};\n`).join('\n')
}

function columnsOf(db: Database, table: string): string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
}

describe('migrations', () => {
  test('count 1, 2, 3 … without gaps, each with a name of its own', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length)
  })

  test('lead to the stored picture of the schema (DIEM_TIEM_UPDATE=1 writes it anew)', () => {
    const db = open()
    if (process.env.DIEM_TIEM_UPDATE === '1') writeFileSync(picture, schemaOf(db))
    expect(schemaOf(db)).toBe(readFileSync(picture, 'utf8'))
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
    db.close()
  })

  test('one that throws half-way leaves version and tables as they were', () => {
    const db = open()
    const before = schemaOf(db)
    const broken = {
      version: migrations.length + 1,
      name: 'broken',
      up: (target: Database) => {
        target.exec('CREATE TABLE half (id TEXT) STRICT')
        throw new Error('the disk was pulled out')
      },
    }
    expect(() => migrate(db, [...migrations, broken])).toThrow('the disk was pulled out')
    expect(schemaOf(db)).toBe(before)
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
    db.close()
  })
})

describe('tables', () => {
  test.each(Object.entries(tableSpecs))(
    'every field of a %s has its column, and no column lies idle',
    (noun, spec) => {
      const db = open()
      const extra = noun === 'person' ? ['doc', ...personKeyColumns] : []
      const expected = ['id', ...spec.columns.map(([column]) => column), ...extra, ...stampColumns]
      expect(columnsOf(db, spec.table).sort()).toEqual(expected.sort())
      db.close()
    },
  )

  test('every table is STRICT, and is either projected, an index of persons, kept forecasts, local, or the journal', () => {
    const db = open()
    const tables = db
      .prepare<[], { name: string; strict: number }>(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .all()
    const known = [
      'journal',
      ...personIndexTables,
      'person_count',
      'name_word',
      'lot_given',
      ...Object.values(tableSpecs).map(spec => spec.table),
      ...localTables,
      ...forecastTables,
      ...duplicateTables,
      ...findingTables,
    ]
    expect(tables.map(({ name }) => name).sort()).toEqual(known.sort())
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([])
    db.close()
  })
})
