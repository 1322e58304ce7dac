import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { connect } from '../../../main/db/driver'
import { openDatabase } from '../../../main/db/open'
import { digestTables, rebuildTables } from '../../../main/db/rebuild'
import { verifyJournal } from '../../../main/db/verify-journal'
import { newId } from '../../../main/ids'
import { allWords } from '../../../src/domain/person/search-lookups'
import { openStation } from './journal-setting'
import { aPerson, plain, tempFolder } from './test-files'

const keyHex = '5e'.repeat(32)
const encrypted = { nativeBinding: null, keyHex }
const newFile = () => join(tempFolder(), 'station.db')
const name = 'Nguyễn Thị Ánh Tuyết'

const drivers = [
  { driver: 'plain', options: plain },
  { driver: 'encrypting', options: encrypted },
]

describe.each(drivers)('the $driver driver', ({ options }) => {
  test('opens in WAL mode with synchronous FULL', () => {
    const db = openDatabase(newFile(), 'real', options)
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    db.close()
  })

  test('writes, reads again after closing, verifies and rebuilds', () => {
    const file = newFile()
    const personId = newId()
    const first = openDatabase(file, 'real', options)
    openStation('station-a', first).append([
      { noun: 'person', recordId: personId, verb: 'recorded', body: aPerson({ name }) },
      { noun: 'person', recordId: personId, verb: 'corrected', body: { sex: 'male' }, reason: 'ghi nhầm' },
    ])
    first.close()
    const second = openDatabase(file, 'real', options)
    const { store } = openStation('station-a', second)
    expect(store.persons.find(personId)).toMatchObject({ name, sex: 'male', versions: 2 })
    const lookup = allWords(['tuyet', 'anh'])
    expect(store.persons.lookup(lookup, 10).map(({ id }) => id)).toEqual([personId])
    expect(verifyJournal(second)).toMatchObject({ entries: 2, faults: [] })
    const before = digestTables(second)
    rebuildTables(second)
    expect(digestTables(second)).toEqual(before)
    expect(second.pragma('integrity_check', { simple: true })).toBe('ok')
    second.close()
  })

  test('a transaction that throws leaves nothing', () => {
    const { db, store } = openStation('station-a', openDatabase(newFile(), 'real', options))
    expect(() =>
      store.transaction(() => {
        store.local.writeMeta('half', 'written')
        throw new Error('the power went')
      }),
    ).toThrow('the power went')
    expect(store.local.readMeta('half')).toBeNull()
    db.close()
  })
})

describe('an encrypted file', () => {
  /** An encrypted file with a person in it, still open, so that its log is there as well. */
  function written() {
    const file = newFile()
    const db = openDatabase(file, 'real', encrypted)
    openStation('station-a', db).append([
      { noun: 'person', recordId: newId(), verb: 'recorded', body: aPerson({ name }) },
    ])
    return { file, db }
  }

  test('holds no readable text, nor does its log', () => {
    const { file, db } = written()
    const parts = [file, `${file}-wal`].filter(part => existsSync(part))
    expect(parts).toHaveLength(2)
    for (const part of parts) {
      const bytes = readFileSync(part)
      for (const text of [name, 'nguyen thi anh tuyet', '0900012345', 'CREATE TABLE', 'SQLite format 3'])
        expect(bytes.includes(text)).toBe(false)
    }
    db.close()
  })

  test('a plain file does hold it: the search above can find', () => {
    const file = newFile()
    const db = openDatabase(file, 'real', plain)
    openStation('station-a', db).append([
      { noun: 'person', recordId: newId(), verb: 'recorded', body: aPerson({ name }) },
    ])
    expect(readFileSync(`${file}-wal`).includes(name)).toBe(true)
    db.close()
  })

  test('is refused by the plain driver, with a wrong key and with no key, and stays as it is', () => {
    const { file, db } = written()
    db.close()
    const before = readFileSync(file)
    expect(() => openDatabase(file, 'real', plain)).toThrow('database.damaged')
    expect(() => openDatabase(file, 'real', { ...encrypted, keyHex: '00'.repeat(32) })).toThrow(
      'database.damaged',
    )
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a key is 64 hex digits and nothing else', () => {
    const file = newFile()
    expect(() => connect(file, { nativeBinding: null, keyHex: 'secret' })).toThrow('64 hex digits')
    expect(existsSync(file)).toBe(false)
  })
})
