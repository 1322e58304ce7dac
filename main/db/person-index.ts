import { nameKey } from '../../src/domain/person/name-key'
import type { Person } from '../../src/domain/person/person'
import { searchKeysOf } from '../../src/domain/person/search-index'
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

/** The word under which everybody of a commune is found. Its first letter is none that a folded word can have. */
export function communeWord(communeCode: string): string {
  return `þ${communeCode}`
}

/** Words, numbers and phones under which a person is found, beside the person row. */
export function createPersonIndex(db: Database) {
  const selectDoc = db.prepare<[string], { doc: number }>('SELECT doc FROM person WHERE id = ?')
  const deletes = [
    db.prepare<[string]>('DELETE FROM person_identifier WHERE person_id = ?'),
    db.prepare<[string]>('DELETE FROM person_phone WHERE person_id = ?'),
  ]
  const deleteWords = [
    db.prepare<[number]>('DELETE FROM person_words WHERE rowid = ?'),
    db.prepare<[number]>('DELETE FROM person_terms WHERE rowid = ?'),
  ]
  const insertIdentifier = db.prepare<[string, string, string]>(
    'INSERT OR IGNORE INTO person_identifier (person_id, system, value) VALUES (?, ?, ?)',
  )
  const insertPhone = db.prepare<[string, string]>(
    'INSERT OR IGNORE INTO person_phone (digits_reversed, person_id) VALUES (?, ?)',
  )
  const writeText = createTextIndex(db)

  return {
    /** Rewrites all index rows of one person. Somebody hidden, voided or absorbed, is no longer found. */
    write(personId: string, person: Person, isHidden: boolean): void {
      const row = selectDoc.get(personId)
      if (!row) throw new Error('a person is indexed after its row is written')
      for (const statement of deletes) statement.run(personId)
      for (const statement of deleteWords) statement.run(row.doc)
      if (isHidden) return
      const keys = searchKeysOf(person)
      for (const { system, value } of person.identifiers) insertIdentifier.run(personId, system, value)
      for (const { nationalId } of person.relatives)
        if (nationalId) insertIdentifier.run(personId, 'relative-national-id', nationalId)
      for (const phone of keys.phonesReversed) insertPhone.run(phone, personId)
      writeText(row.doc, person)
    },
  }
}

/** Fills the full-text rows of a person, which must be empty. */
export function createTextIndex(db: Database) {
  const insertWords = db.prepare<[number, string]>('INSERT INTO person_words (rowid, words) VALUES (?, ?)')
  const insertTerms = db.prepare<[number, string]>('INSERT INTO person_terms (rowid, terms) VALUES (?, ?)')
  const insertWord = db.prepare<[string]>('INSERT OR IGNORE INTO name_word (word) VALUES (?)')
  return function writeText(doc: number, person: Person): void {
    const keys = searchKeysOf(person)
    const commune = person.addresses.current?.communeCode
    const words = [...keys.wordKeys, ...(commune ? [communeWord(nameKey(commune))] : [])]
    insertWords.run(doc, words.join(' '))
    insertTerms.run(doc, [...keys.yearKeys, ...keys.familyKeys, ...keys.phoneTriples].join(' '))
    for (const word of keys.wordKeys) insertWord.run(word)
  }
}
