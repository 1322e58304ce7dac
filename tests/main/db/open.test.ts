import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrations } from '../../../main/db/migrations'
import { openDatabase, openReadOnly } from '../../../main/db/open'
import { readStationId } from '../../../main/db/station-id'
import { verifyJournal } from '../../../main/db/verify-journal'
import { newId } from '../../../main/ids'
import { receiveLot } from '../../../src/contract/stock-calls'
import { day } from '../../../src/domain/calendar/calendar-day'
import { openTestPoint } from '../../helpers/test-point'
import { openStation } from './journal-setting'
import { aPerson, plain, tempFolder } from './test-files'

const newFile = () => join(tempFolder(), 'station.db')

/** A closed database with one person in it. */
function usedFile(): string {
  const file = newFile()
  const db = openDatabase(file, 'real', plain)
  openStation(newId(), db).append([{ noun: 'person', recordId: newId(), verb: 'recorded', body: aPerson() }])
  db.close()
  return file
}

describe('openDatabase', () => {
  test('the live connection writes through to the disk: synchronous FULL in WAL mode, foreign keys on', () => {
    const db = openDatabase(newFile(), 'real', plain)
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(db.pragma('trusted_schema', { simple: true })).toBe(0)
    expect(db.pragma('busy_timeout', { simple: true })).toBe(5000)
    expect(db.pragma('temp_store', { simple: true })).toBe(2)
    db.close()
  })

  test('what was written is there after closing and opening, under the same station', () => {
    const file = newFile()
    const first = openDatabase(file, 'real', plain)
    const stationId = readStationId(first, newId)
    const personId = newId()
    openStation(stationId, first).append([
      { noun: 'person', recordId: personId, verb: 'recorded', body: aPerson() },
    ])
    first.close()
    const second = openDatabase(file, 'real', plain)
    expect(readStationId(second, newId)).toBe(stationId)
    expect(openStation(stationId, second).store.persons.find(personId)).toMatchObject(aPerson())
    second.close()
  })

  test('a practice file is never opened as a real one, nor a real one as practice', () => {
    const practice = newFile()
    openDatabase(practice, 'practice', plain).close()
    expect(() => openDatabase(practice, 'real', plain)).toThrow('database.wrong-kind')
    expect(() => openDatabase(usedFile(), 'practice', plain)).toThrow('database.wrong-kind')
  })
})

describe('files that are refused and left as they are', () => {
  const cases: readonly { why: string; code: string; make: () => string }[] = [
    {
      why: 'the database of another program',
      code: 'database.wrong-kind',
      make: () => {
        const file = newFile()
        const db = new Sqlite(file)
        db.exec('CREATE TABLE note (text TEXT)')
        db.close()
        return file
      },
    },
    {
      why: 'made by a newer version of the application',
      code: 'database.newer-schema',
      make: () => {
        const file = usedFile()
        const db = new Sqlite(file)
        // As a checkpointed file without WAL, so that a touched header would show.
        db.pragma('journal_mode = DELETE')
        db.pragma(`user_version = ${migrations.length + 1}`)
        db.close()
        return file
      },
    },
    {
      why: 'no database at all',
      code: 'database.damaged',
      make: () => {
        const file = newFile()
        writeFileSync(file, 'Họ tên;Ngày sinh\n'.repeat(500))
        return file
      },
    },
    {
      why: 'the header overwritten',
      code: 'database.damaged',
      make: () => {
        const file = usedFile()
        writeFileSync(file, Buffer.concat([Buffer.alloc(4096), readFileSync(file).subarray(4096)]))
        return file
      },
    },
    {
      why: 'cut off in the middle',
      code: 'database.damaged',
      make: () => {
        const file = usedFile()
        truncateSync(file, 3 * 4096)
        return file
      },
    },
  ]
  test.each(cases)('$code: $why', ({ make, code }) => {
    const file = make()
    const before = readFileSync(file)
    expect(() => openDatabase(file, 'real', plain)).toThrow(code)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('database.locked: another program holds the file', () => {
    const file = usedFile()
    const other = new Sqlite(file)
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN IMMEDIATE; COMMIT')
    expect(() => openDatabase(file, 'real', plain)).toThrow('database.locked')
    other.close()
    openDatabase(file, 'real', plain).close()
  })

  test('database.read-only: the folder is not there', () => {
    expect(() => openReadOnly(join(tempFolder(), 'no', 'station.db'), plain)).toThrow('database.read-only')
  })
})

describe('openReadOnly', () => {
  test('answers the kind, and nothing can be written', () => {
    const { db, kind } = openReadOnly(usedFile(), plain)
    expect(kind).toBe('real')
    expect(() => db.exec('DELETE FROM person')).toThrow('readonly')
    db.close()
  })

  test('an empty file is no station’s database', () => {
    const file = newFile()
    writeFileSync(file, '')
    expect(() => openReadOnly(file, plain)).toThrow('database.wrong-kind')
    expect(readFileSync(file)).toHaveLength(0)
  })
})

describe('trouble while writing', () => {
  const lot = (number: string) => ({
    vaccineCode: 'BCG_IVAC',
    number,
    expiresOn: day('2027-06-30'),
    manufacturer: null,
    programme: 'epi' as const,
    diluentLot: null,
    diluentExpiresOn: null,
    doses: 10,
    note: null,
  })

  test('database.full: nothing half-written, and it goes on when there is room again', () => {
    const point = openTestPoint({ file: newFile() })
    point.actAs('admin')
    point.db.pragma(`max_page_count = ${Number(point.db.pragma('page_count', { simple: true }))}`)
    const answers = Array.from({ length: 200 }, (_, index) => point.call(receiveLot, lot(`${index}`)))
    const refused = answers.filter(answer => !answer.ok)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.filter(({ error }) => error.code !== 'database.full')).toEqual([])
    const done = answers.length - refused.length
    expect(point.entries()).toBe(2 * done)
    expect(point.store.records.list('lot', {}, 'id')).toHaveLength(done)
    expect(point.store.records.list('movement', {}, 'id')).toHaveLength(done)
    expect(point.db.prepare('SELECT count(*) FROM request').pluck().get()).toBe(done)
    expect(verifyJournal(point.db).faults).toEqual([])
    point.db.pragma('max_page_count = 1000000')
    point.done(receiveLot, lot('sau khi dọn ổ đĩa'))
    expect(point.entries()).toBe(2 * done + 2)
    point.close()
  })

  test('database.locked: another program is writing; nothing is written, and later it is', () => {
    const file = newFile()
    const point = openTestPoint({ file })
    point.actAs('admin')
    point.db.pragma('busy_timeout = 20')
    const other = new Sqlite(file)
    other.exec('BEGIN IMMEDIATE')
    expect(point.codes(receiveLot, lot('1'))).toEqual(['database.locked'])
    expect(point.entries()).toBe(0)
    other.exec('ROLLBACK')
    other.close()
    point.done(receiveLot, lot('1'))
    expect(point.entries()).toBe(2)
    point.close()
  })
})
