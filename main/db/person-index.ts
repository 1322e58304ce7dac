import { nameKey } from '../../src/domain/person/name-key'
import type { Person } from '../../src/domain/person/person'
import { type Lookup, searchKeysOf } from '../../src/domain/person/search-index'
import type { Database } from './driver'

/** Search columns that stand in the person row itself. */
export const personKeyColumns = ['name_key', 'given_key', 'commune_code', 'hamlet'] as const

/** Those who stand for themselves: whoever was absorbed by a merge is in no list. */
export const isListed = 'person.id NOT IN (SELECT person_id FROM person_link)'

/** The values of `personKeyColumns`. */
export function personKeys(person: Person): readonly (string | null)[] {
  const keys = searchKeysOf(person)
  const current = person.addresses.current
  return [keys.nameKey, keys.givenKey, current?.communeCode ?? null, current?.hamlet ?? null]
}

/** Words, numbers and phones under which a person is found, beside the person row. */
export function createPersonIndex(db: Database) {
  const selectDoc = db.prepare<[string], { doc: number }>('SELECT doc FROM person WHERE id = ?')
  const deletes = [
    db.prepare<[string]>('DELETE FROM person_identifier WHERE person_id = ?'),
    db.prepare<[string]>('DELETE FROM person_phone WHERE person_id = ?'),
  ]
  const deleteWords = db.prepare<[number]>('DELETE FROM person_words WHERE rowid = ?')
  const insertIdentifier = db.prepare<[string, string, string]>(
    'INSERT OR IGNORE INTO person_identifier (person_id, system, value) VALUES (?, ?, ?)',
  )
  const insertPhone = db.prepare<[string, string]>(
    'INSERT OR IGNORE INTO person_phone (digits_reversed, person_id) VALUES (?, ?)',
  )
  const insertWords = db.prepare<[number, string, string, string]>(
    'INSERT INTO person_words (rowid, name, relatives, place) VALUES (?, ?, ?, ?)',
  )

  return {
    /** Rewrites all index rows of one person. Somebody hidden, voided or absorbed, is no longer found. */
    write(personId: string, person: Person, isHidden: boolean): void {
      const row = selectDoc.get(personId)
      if (!row) throw new Error('a person is indexed after its row is written')
      for (const statement of deletes) statement.run(personId)
      deleteWords.run(row.doc)
      if (isHidden) return
      const keys = searchKeysOf(person)
      for (const { system, value } of person.identifiers) insertIdentifier.run(personId, system, value)
      for (const { nationalId } of person.relatives)
        if (nationalId) insertIdentifier.run(personId, 'relative-national-id', nationalId)
      for (const phone of keys.phonesReversed) insertPhone.run(phone, personId)
      const hamlet = person.addresses.current?.hamlet ?? ''
      insertWords.run(row.doc, keys.nameKey, keys.wordKeys.join(' '), nameKey(hamlet))
    },
  }
}

/** Answers the questions a search asks of the index: ids, at most `limit`, in no promised order. */
export function createPersonLookup(db: Database) {
  const byCode = db
    .prepare<[string, number], string>(
      'SELECT DISTINCT person_id FROM person_identifier WHERE value = ? LIMIT ?',
    )
    .pluck()
  const byPhone = db
    .prepare<[string, string, number], string>(
      'SELECT DISTINCT person_id FROM person_phone WHERE digits_reversed >= ? AND digits_reversed < ? LIMIT ?',
    )
    .pluck()
  const byBirth = db
    .prepare<[string, string, number], string>(
      `SELECT id FROM person WHERE birth_date BETWEEN ? AND ? AND voided = 0 AND ${isListed} LIMIT ?`,
    )
    .pluck()
  const byMonthDay = db
    .prepare<[string, number], string>(
      `SELECT id FROM person WHERE substr(birth_date, 6) = ? AND voided = 0 AND ${isListed} LIMIT ?`,
    )
    .pluck()
  const byWords = db
    .prepare<[string, string, string, number], string>(
      `SELECT person.id FROM person_words JOIN person ON person.doc = person_words.rowid
       WHERE person_words MATCH ? AND person.birth_date BETWEEN ? AND ? LIMIT ?`,
    )
    .pluck()

  return function find(lookup: Lookup, limit: number): readonly string[] {
    switch (lookup.by) {
      case 'code':
        return byCode.all(lookup.code, limit) as string[]
      case 'phone-end':
        return byPhone.all(lookup.reversed, `${lookup.reversed}\uffff`, limit) as string[]
      case 'birth-date':
        return byBirth.all(lookup.from, lookup.to, limit) as string[]
      case 'birth-month-day':
        return byMonthDay.all(lookup.monthDay, limit) as string[]
      case 'words': {
        const match = lookup.words.map(word => `"${word.replaceAll('"', '')}"*`).join(' AND ')
        const from = lookup.bornFrom ?? '0000'
        return byWords.all(match, from, lookup.bornTo ?? '9999', limit) as string[]
      }
    }
  }
}
