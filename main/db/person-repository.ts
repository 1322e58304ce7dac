import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import type { Lookup } from '../../src/domain/person/search-lookups'
import type { Database } from './driver'
import { createFaces } from './faces'
import { isListed } from './person-index'
import { createPersonSearch } from './person-search'
import { createRecordStore, type Stored } from './record-store'

export type PersonRepository = ReturnType<typeof createPersonRepository>

/** People by id, by what a search asks, and page by page. */
export function createPersonRepository(db: Database) {
  const records = createRecordStore(db)
  const search = createPersonSearch(db)
  const count = listedPersons(db)
  const selectId = db.prepare<[number], string>('SELECT id FROM person WHERE doc = ?').pluck()
  const selectPage = db
    .prepare<[number, number], string>(
      `SELECT id FROM person WHERE voided = 0 AND ${isListed} ORDER BY name_key, birth_date, id LIMIT ? OFFSET ?`,
    )
    .pluck()
  const selectByIdentifier = db
    .prepare<[string, string], string>(
      'SELECT person_id FROM person_identifier WHERE system = ? AND value = ?',
    )
    .pluck()
  const selectByBirth = db
    .prepare<[string, number], string>(
      `SELECT id FROM person WHERE birth_date = ? AND voided = 0 AND ${isListed} LIMIT ?`,
    )
    .pluck()

  function find(personId: string): Stored<Person> | null {
    return records.find('person', personId)
  }
  function all(ids: readonly string[]): readonly Stored<Person>[] {
    return ids.flatMap(personId => find(personId) ?? [])
  }

  return {
    find,
    count: () => count.get() as number,
    /** Row numbers and light rows for the search box. */
    search,
    /** The people an answer of the index names. */
    lookup: (question: Lookup, limit: number) =>
      all(search.docs(question, limit, null).flatMap(doc => selectId.get(doc) ?? [])),
    page: (offset: number, limit: number) => all(selectPage.all(limit, offset) as string[]),
    /** People who carry this number; more than one is a fault to settle. */
    byIdentifier: (system: string, value: string) => selectByIdentifier.all(system, value) as string[],
    bornOn: (on: CalendarDay, limit: number) => all(selectByBirth.all(on, limit) as string[]),
    many: all,
    /** What cards show of people, by the id that was asked for. */
    faces: createFaces(db),
  }
}

/** How many persons are listed. Few are absorbed, so that only they are counted one by one. */
export function listedPersons(db: Database) {
  return db
    .prepare<[], number>(
      `SELECT persons - (SELECT count(*) FROM person_link
         WHERE (SELECT voided FROM person WHERE id = person_link.person_id) = 0) FROM person_count`,
    )
    .pluck()
}
