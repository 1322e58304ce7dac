import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createStore } from '../../../main/db'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import { openDatabase } from '../../../main/db/open'
import { digestTables, rebuildTables } from '../../../main/db/rebuild'
import { newId } from '../../../main/ids'
import { seedPractice } from '../../../main/services/point/seed-practice'
import { searchPersons } from '../../../src/contract/person-calls'
import { seededRandom } from '../../../src/domain/exchange/random'
import { allWords } from '../../../src/domain/person/search-lookups'
import { openTestPoint, type TestPoint } from '../../helpers/test-point'
import { plain, tempFolder } from './test-files'

/** The practice point: 400 people with doses, lots and appointments, some of them corrected and voided since. */
function busyPoint(): TestPoint {
  const point = openTestPoint({ mode: 'practice' })
  seedPractice(point.ports)
  point.actAs('admin')
  const { store } = point
  const people = store.persons.page(0, 60)
  const doses = store.records.list('dose', {}, 'id').slice(0, 60)
  const context = { at: point.ports.clock(), userId: null, requestId: null }
  const reason = 'ghi nhầm'
  store.transaction(() => {
    for (const [index, { id: recordId }] of people.entries())
      store.journal.append(
        index % 3 === 0
          ? [{ noun: 'person', recordId, verb: 'voided', reason }]
          : [{ noun: 'person', recordId, verb: 'corrected', body: { name: `Đỗ Thị Ước ${index}` }, reason }],
        context,
      )
    for (const { id: recordId } of doses)
      store.journal.append([{ noun: 'dose', recordId, verb: 'voided', reason }], context)
  })
  return point
}

function found(point: TestPoint, text: string): readonly string[] {
  return point
    .done(searchPersons, { text, limit: 100 })
    .hits.map(({ personId }) => personId)
    .sort()
}

describe('rebuild', () => {
  test('gives every table as it was, full-text index included, in the order of writing and in any other', () => {
    const point = busyPoint()
    const searches = ['do thi uoc 1', 'uoc 25', 'uoc 2'] as const
    const before = searches.map(text => found(point, text))
    expect(before[0]?.length).toBeGreaterThan(2)
    expect(compareRebuild(point.db, seededRandom(7))).toEqual([])
    expect(searches.map(text => found(point, text))).toEqual(before)
    point.close()
  })

  const damages = [
    { table: 'dose', sql: "UPDATE dose SET given_on = '2020-01-01' WHERE rowid = 5" },
    { table: 'person', sql: "DELETE FROM person WHERE name_key LIKE 'do thi uoc 1'" },
    { table: 'lot', sql: "UPDATE lot SET id = 'nobody' WHERE rowid = 1" },
    {
      table: 'person_phone',
      sql: 'DELETE FROM person_phone WHERE digits_reversed = (SELECT max(digits_reversed) FROM person_phone)',
    },
    { table: 'person_words', sql: 'DELETE FROM person_words WHERE rowid = 30' },
    { table: 'person_terms', sql: 'DELETE FROM person_terms WHERE rowid = 30' },
  ]
  test.each(damages)(
    'notices what was changed in $table behind the journal’s back, and puts it right',
    ({ table, sql }) => {
      const point = busyPoint()
      const right = digestTables(point.db)
      point.db.exec(sql)
      expect(compareRebuild(point.db, seededRandom(7)).map(difference => difference.table)).toContain(table)
      expect(digestTables(point.db)).toEqual(right)
      point.close()
    },
  )

  test('leaves alone what belongs to this PC: counters, answered requests', () => {
    const point = busyPoint()
    const local = () =>
      ['meta', 'counter', 'request'].map(table => point.db.prepare(`SELECT * FROM ${table}`).all())
    const before = local()
    rebuildTables(point.db)
    expect(local()).toEqual(before)
    const persons = point.db.prepare<[], number>('SELECT count(*) FROM person').pluck().get() as number
    expect(point.store.local.nextNumber('person-code')).toBe(persons + 1)
    point.close()
  })

  test('a vacuumed copy finds the same people by the same words', () => {
    const point = busyPoint()
    const file = join(tempFolder(), 'copy.db')
    point.db.exec(`VACUUM INTO '${file}'`)
    const copy = openDatabase(file, 'practice', plain)
    expect(digestTables(copy)).toEqual(digestTables(point.db))
    const lookup = allWords(['uoc'])
    const ids = (store: Pick<TestPoint['store'], 'persons'>) =>
      store.persons
        .lookup(lookup, 100)
        .map(({ id }) => id)
        .sort()
    expect(ids(createStore(copy, { stationId: point.ports.stationId, newId }))).toEqual(ids(point.store))
    copy.close()
    point.close()
  })
})
