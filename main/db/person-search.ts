import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import type { Database } from './driver'
import { isListed } from './person-index'
import { createPersonLookup, createVocabularyReader } from './person-lookup'

/** Of a person what a search compares. */
export type Sought = Pick<Person, 'name' | 'birthDate' | 'phone' | 'identifiers' | 'relatives'> & {
  readonly id: string
  readonly hamlet: string | null
  readonly communeCode: string | null
}

type SoughtRow = {
  readonly id: string
  readonly name: string
  readonly birth_date: CalendarDay
  readonly phone: string | null
  readonly identifiers: string
  readonly relatives: string
  readonly hamlet: string | null
  readonly commune_code: string | null
}

function toSought(row: SoughtRow): Sought {
  return {
    id: row.id,
    name: row.name,
    birthDate: row.birth_date,
    phone: row.phone,
    identifiers: JSON.parse(row.identifiers),
    relatives: JSON.parse(row.relatives),
    hamlet: row.hamlet,
    communeCode: row.commune_code,
  }
}

/** What the search box needs: row numbers of who may be meant, light rows to compare, and the words there are. */
export function createPersonSearch(db: Database) {
  const selectSought = db.prepare<[string], SoughtRow>(
    `SELECT person.id, name, birth_date, phone, identifiers, relatives, hamlet, commune_code
     FROM json_each(?) AS asked CROSS JOIN person ON doc = asked.value
     WHERE voided = 0 AND ${isListed}`,
  )
  return {
    /** `here` is the commune that a question about this point's own people means. */
    docs: createPersonLookup(db),
    /** What a search compares of these persons, read without the rest of the record; without those who are hidden. */
    sought(docs: readonly number[]): readonly Sought[] {
      return selectSought.all(JSON.stringify(docs)).map(toSought)
    },
    /** The words that occur in names and hamlets. */
    vocabulary: createVocabularyReader(db),
  }
}
