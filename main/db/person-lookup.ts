import { createVocabulary, type Vocabulary } from '../../src/domain/person/near-words'
import type { Lookup, Term } from '../../src/domain/person/search-lookups'
import type { Database } from './driver'
import { communeWord, isListed } from './person-index'

export type FoundDocs = readonly number[]

/** Answers the questions a search asks of the index: row numbers of persons, at most `limit`, in no promised order. */
export function createPersonLookup(db: Database) {
  const columns = createColumnLookups(db)
  const ids = (sql: string) => db.prepare<[string, number], number>(sql).pluck()
  const byWords = ids('SELECT rowid FROM person_words WHERE person_words MATCH ? LIMIT ?')
  const byTerms = ids('SELECT rowid FROM person_terms WHERE person_terms MATCH ? LIMIT ?')

  return function find(lookup: Lookup, limit: number, here: string | null): FoundDocs {
    if (lookup.by === 'phone-part') return byTerms.all(lookup.triples.join(' AND '), limit)
    if (lookup.by !== 'words' && lookup.by !== 'keys') return columns(lookup, limit)
    const groups = lookup.groups.map(groupOf)
    if (lookup.by === 'keys') return byTerms.all(groups.join(' AND '), limit)
    if (!lookup.isHere) return byWords.all(groups.join(' AND '), limit)
    return here === null ? [] : byWords.all([`"${communeWord(here)}"`, ...groups].join(' AND '), limit)
  }
}

type ColumnLookup = Exclude<Lookup, { readonly by: 'words' | 'keys' | 'phone-part' }>

/**
 * The questions that a column's own index answers. The index is named: SQLite, which knows nothing of the figures, would
 * sometimes rather read everybody who is not voided.
 */
function createColumnLookups(db: Database) {
  const ids = <P extends unknown[]>(sql: string) => db.prepare<[...P, number], number>(sql).pluck()
  const byCode = ids<[string]>(
    'SELECT DISTINCT person.doc FROM person_identifier JOIN person ON person.id = person_id WHERE value = ? LIMIT ?',
  )
  const byPhone = ids<[string, string]>(
    `SELECT DISTINCT person.doc FROM person_phone JOIN person ON person.id = person_id
     WHERE digits_reversed >= ? AND digits_reversed < ? LIMIT ?`,
  )
  const byPhones = ids<[string]>(
    `SELECT DISTINCT person.doc FROM person_phone JOIN person ON person.id = person_id
     WHERE digits_reversed IN (SELECT value FROM json_each(?)) LIMIT ?`,
  )
  const byBirth = ids<[string, string]>(
    `SELECT doc FROM person INDEXED BY person_by_birth_date
     WHERE birth_date BETWEEN ? AND ? AND voided = 0 AND ${isListed} LIMIT ?`,
  )
  const byMonthDay = ids<[string]>(
    `SELECT doc FROM person INDEXED BY person_by_birth_month_day
     WHERE substr(birth_date, 6) = ? AND voided = 0 AND ${isListed} LIMIT ?`,
  )
  const byName = ids<[string, string, string]>(
    `SELECT doc FROM person INDEXED BY person_by_name_key
     WHERE name_key IN (SELECT value FROM json_each(?)) AND birth_date BETWEEN ? AND ?
     AND voided = 0 AND ${isListed} LIMIT ?`,
  )
  const byNameBorn = ids<[string, string]>(
    `SELECT doc FROM person INDEXED BY person_by_name_key
     WHERE name_key IN (SELECT value FROM json_each(?)) AND birth_date IN (SELECT value FROM json_each(?))
     AND voided = 0 AND ${isListed} LIMIT ?`,
  )
  return function find(lookup: ColumnLookup, limit: number): FoundDocs {
    switch (lookup.by) {
      case 'code':
        return byCode.all(lookup.code, limit)
      case 'phone-end':
        return byPhone.all(lookup.reversed, `${lookup.reversed}\uffff`, limit)
      case 'phones':
        return byPhones.all(JSON.stringify(lookup.reversed), limit)
      case 'birth-date':
        return byBirth.all(lookup.from, lookup.to, limit)
      case 'birth-month-day':
        return byMonthDay.all(lookup.monthDay, limit)
      case 'name-born':
        return byNameBorn.all(JSON.stringify(lookup.nameKeys), JSON.stringify(lookup.bornOn), limit)
      case 'name': {
        const [from, to] = lookup.year === null ? ['0000', '9999'] : [`${lookup.year}`, `${lookup.year + 1}`]
        return byName.all(JSON.stringify(lookup.nameKeys), from, to, limit)
      }
    }
  }
}

/** The words there are, read once and then only what came since. */
export function createVocabularyReader(db: Database): () => Vocabulary {
  const selectSince = db.prepare<[number], { id: number; word: string }>(
    'SELECT id, word FROM name_word WHERE id > ? ORDER BY id',
  )
  const vocabulary = createVocabulary([])
  let last = 0
  return () => {
    for (const { id, word } of selectSince.all(last)) {
      vocabulary.add(word)
      last = id
    }
    return vocabulary
  }
}

function groupOf(terms: readonly Term[]): string {
  const all = terms.map(({ text, isBeginning }) => `"${text.replaceAll('"', '')}"${isBeginning ? '*' : ''}`)
  return all.length === 1 ? String(all[0]) : `(${all.join(' OR ')})`
}
