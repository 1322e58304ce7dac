import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { Person } from '../../src/domain/person/person'
import type { Lookup } from '../../src/domain/person/search-index'
import type { Database } from './driver'
import { createPersonLookup, isListed } from './person-index'
import { createRecordStore, type Stored } from './record-store'

export type PersonRepository = ReturnType<typeof createPersonRepository>

/** People by id, by what a search asks, and page by page. */
export function createPersonRepository(db: Database) {
  const records = createRecordStore(db)
  const lookup = createPersonLookup(db)
  // All counts come from the smallest index; counting those who are not voided would read every row.
  const count = db
    .prepare<[], number>(
      `SELECT (SELECT count(*) FROM person) - (SELECT count(*) FROM person WHERE voided = 1)
         - (SELECT count(*) FROM person_link JOIN person ON id = person_id WHERE voided = 0)`,
    )
    .pluck()
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
    lookup: (question: Lookup, limit: number) => all(lookup(question, limit)),
    page: (offset: number, limit: number) => all(selectPage.all(limit, offset) as string[]),
    /** People who carry this number; more than one is a fault to settle. */
    byIdentifier: (system: string, value: string) => selectByIdentifier.all(system, value) as string[],
    bornOn: (on: CalendarDay, limit: number) => all(selectByBirth.all(on, limit) as string[]),
    many: all,
  }
}
