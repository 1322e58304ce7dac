import { createHash } from 'node:crypto'
import type { Noun } from '../../src/domain/journal/entry'
import type { Database } from './driver'
import { toEntry } from './journal'
import { createProjector } from './projector'
import { personIndexTables, tableSpecs } from './table-specs'

const derivedTables = [...personIndexTables, ...Object.values(tableSpecs).map(spec => spec.table)]

/** Full-text tables, which keep no text. */
const textTables = ['person_words', 'person_terms'] as const

/** What every table the journal adds up to contains: name → SHA-256 of its rows in a fixed order. */
export function digestTables(db: Database): Readonly<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const table of [...derivedTables].sort()) {
    const hash = createHash('sha256')
    // `doc` only ties a person to the full-text index, which is compared by person below.
    const columns = db
      .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}') WHERE name <> 'doc'`)
      .pluck()
    const order = columns.all().join(', ')
    for (const row of db.prepare(`SELECT ${order} FROM ${table} ORDER BY ${order}`).raw().iterate())
      hash.update(`${JSON.stringify(row)}\n`)
    digests[table] = hash.digest('hex')
  }
  for (const table of textTables) digests[table] = digestWords(db, table)
  return digests
}

/** The full-text index keeps no text: what is compared is which person each word leads to. */
function digestWords(db: Database, table: string): string {
  const hash = createHash('sha256')
  db.exec(`CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', '${table}', 'instance')`)
  const rows = db.prepare(
    `SELECT words.term, words.col, words.offset, person.id FROM temp.words LEFT JOIN person ON person.doc = words.doc
     ORDER BY 1, 2, 3, 4`,
  )
  for (const row of rows.raw().iterate()) hash.update(`${JSON.stringify(row)}\n`)
  db.exec('DROP TABLE temp.words')
  return hash.digest('hex')
}

/** Empties every table the journal adds up to and fills it again, records in the order given, in one transaction. */
export function rebuildTables(db: Database, order: (recordIds: string[]) => string[] = ids => ids): void {
  db.transaction(() => {
    for (const table of textTables) db.exec(`DELETE FROM ${table}`)
    for (const table of derivedTables) db.exec(`DELETE FROM ${table}`)
    const projector = createProjector(db)
    const records = db
      .prepare<[], { noun: string; record_id: string }>(
        'SELECT noun, record_id FROM journal GROUP BY record_id ORDER BY min(stamp)',
      )
      .all()
    const nouns = new Map(records.map(record => [record.record_id, record.noun as Noun]))
    const entries = db.prepare<[string], Parameters<typeof toEntry>[0]>(
      'SELECT * FROM journal WHERE record_id = ?',
    )
    for (const recordId of order([...nouns.keys()])) {
      const noun = nouns.get(recordId)
      if (noun) projector.project(noun, recordId, entries.all(recordId).map(toEntry))
    }
  }).exclusive()
}
