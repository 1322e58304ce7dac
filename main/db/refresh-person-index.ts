import type { Person } from '../../src/domain/person/person'
import { searchIndexVersion } from '../../src/domain/person/search-index'
import type { Database } from './driver'
import { createTextIndex, isListed } from './person-index'

const metaKey = 'search-index-version'

/**
 * Indexes everybody again when the file was indexed by other rules: after an update, once, in one transaction. About
 * ten thousand persons a second; a file that is up to date costs one look.
 */
export function refreshPersonIndex(db: Database): void {
  const select = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  if (Number(select.get(metaKey) ?? 0) === searchIndexVersion) return
  db.transaction(() => {
    db.exec('DELETE FROM person_words; DELETE FROM person_terms; DELETE FROM name_word;')
    const writeText = createTextIndex(db)
    const rows = db.prepare<[number], Row>(
      `SELECT doc, name, birth_date, phone, identifiers, addresses, relatives FROM person
       WHERE voided = 0 AND ${isListed} AND doc > ? ORDER BY doc LIMIT 1000`,
    )
    for (let page = rows.all(-1); page.length > 0; page = rows.all(page.at(-1)?.doc ?? 0))
      for (const row of page) writeText(row.doc, toPerson(row))
    db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(metaKey, String(searchIndexVersion))
  }).exclusive()
}

type Row = {
  readonly doc: number
  readonly name: string
  readonly birth_date: string
  readonly phone: string | null
  readonly identifiers: string
  readonly addresses: string
  readonly relatives: string
}

function toPerson(row: Row): Person {
  return {
    name: row.name,
    birthDate: row.birth_date,
    phone: row.phone,
    identifiers: JSON.parse(row.identifiers),
    addresses: JSON.parse(row.addresses),
    relatives: JSON.parse(row.relatives),
  } as Person
}
