import { describe, expect, test } from 'vitest'
import { genesisHash } from '../../../main/db/journal'
import { verifyJournal } from '../../../main/db/verify-journal'
import { newId } from '../../../main/ids'
import { type NewEntry, verbsOf } from '../../../src/domain/journal/entry'
import { contextAt, openStation, startMs } from './journal-setting'
import { aPerson } from './test-files'

const recordPerson = (recordId: string = newId()): NewEntry => ({
  noun: 'person',
  recordId,
  verb: 'recorded',
  body: aPerson(),
})

/** A journal of ten people at one station, whose guards against changes have been taken away. */
function unguarded() {
  const station = openStation('station-a')
  station.append(Array.from({ length: 10 }, () => recordPerson()))
  station.db.exec('DROP TRIGGER journal_is_append_only; DROP TRIGGER journal_keeps_all')
  return station
}

describe('the journal of a station', () => {
  test('numbers 1, 2, 3 …, each entry standing on the hash of the one before', () => {
    const station = openStation('station-a')
    const entries = [recordPerson(), recordPerson(), recordPerson()].flatMap(draft => station.append([draft]))
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(entries.map(({ prevHash }) => prevHash)).toEqual([genesisHash, entries[0]?.hash, entries[1]?.hash])
    expect(station.store.journal.length()).toBe(3)
    expect(verifyJournal(station.db)).toEqual({
      entries: 3,
      stations: [{ stationId: 'station-a', head: 3, hash: entries[2]?.hash }],
      faults: [],
    })
  })

  test('an entry names the one about the same record that the writer saw last', () => {
    const station = openStation('station-a')
    const personId = newId()
    const [first] = station.append([recordPerson(personId)])
    const [second] = station.append([
      { noun: 'person', recordId: personId, verb: 'corrected', body: { sex: 'male' }, reason: 'ghi nhầm' },
    ])
    expect(first?.supersedes).toBeNull()
    expect(second?.supersedes).toBe(first?.id)
    expect(station.store.persons.find(personId)).toMatchObject({ sex: 'male', versions: 2 })
    expect(station.store.journal.entriesOf(personId).map(({ body }) => body.sex)).toEqual(['female', 'male'])
  })

  test('stamps rise even when the clock of the PC jumps back', () => {
    const station = openStation('station-a')
    const stamps = [0, 60_000, -86_400_000, 0].flatMap(shift =>
      station.append([recordPerson()], startMs + shift).map(({ stamp }) => stamp),
    )
    expect(stamps).toEqual([...stamps].sort())
    expect(new Set(stamps).size).toBe(4)
    expect(verifyJournal(station.db).faults).toEqual([])
  })

  test('outside a transaction nothing is appended or received', () => {
    const station = openStation('station-a')
    const [entry] = openStation('station-b').append([recordPerson()])
    if (!entry) throw new Error('an entry was appended')
    const { journal } = station.store
    expect(() => journal.append([recordPerson()], contextAt(startMs))).toThrow('inside a transaction')
    expect(() => journal.receive(entry)).toThrow('inside a transaction')
    expect(journal.length()).toBe(0)
    expect(station.store.persons.count()).toBe(0)
  })

  test('when one of several entries cannot be written, none is', () => {
    const station = openStation('station-a')
    const nothing = { noun: 'person', recordId: newId(), verb: 'corrected', body: {}, reason: '' } as const
    expect(() => station.append([recordPerson(), nothing])).toThrow('CHECK constraint failed')
    expect(verifyJournal(station.db).entries).toBe(0)
    expect(station.store.persons.count()).toBe(0)
  })

  const verbs = ['recorded', 'updated', 'corrected', 'voided'] as const
  const forbidden = Object.entries(verbsOf).flatMap(([noun, allowed]) =>
    verbs.filter(verb => !allowed.includes(verb)).map(verb => ({ noun, verb })),
  )
  test.each(forbidden)('a $noun is never $verb', ({ noun, verb }) => {
    const station = openStation('station-a')
    const draft = { noun, recordId: newId(), verb, body: {}, reason: 'lý do' } as unknown as NewEntry
    expect(() => station.append([draft])).toThrow(`a ${noun} is never ${verb}`)
    expect(station.store.journal.length()).toBe(0)
  })
})

describe('append-only', () => {
  test.each([
    "UPDATE journal SET body = '{}'",
    'UPDATE journal SET seq = seq + 1',
    'DELETE FROM journal WHERE seq = 1',
    'DELETE FROM journal',
  ])('%s is refused', statement => {
    const station = openStation('station-a')
    station.append([recordPerson(), recordPerson()])
    expect(() => station.db.exec(statement)).toThrow('the journal is append-only')
    expect(verifyJournal(station.db)).toMatchObject({ entries: 2, faults: [] })
  })

  test('the same entry cannot come in twice', () => {
    const station = openStation('station-a')
    const entries = openStation('station-b').append([recordPerson()])
    station.receive(entries)
    expect(() => station.receive(entries)).toThrow('UNIQUE constraint failed')
    expect(verifyJournal(station.db)).toMatchObject({ entries: 1, faults: [] })
  })
})

describe('verifyJournal finds what somebody changed with the guards taken away', () => {
  const changes: readonly { what: string; sql: string; faults: readonly (readonly [number, string])[] }[] = [
    {
      what: 'another name in a body',
      sql: "UPDATE journal SET body = replace(body, 'Ánh Tuyết', 'Ánh Nguyệt') WHERE seq = 4",
      faults: [[4, 'altered']],
    },
    {
      what: 'another author',
      sql: "UPDATE journal SET user_id = 'somebody-else' WHERE seq = 1",
      faults: [[1, 'altered']],
    },
    {
      what: 'another day',
      sql: "UPDATE journal SET at = '2026-11-21T01:00:00.000Z' WHERE seq = 10",
      faults: [[10, 'altered']],
    },
    {
      what: 'a missing entry',
      sql: 'DELETE FROM journal WHERE seq = 6',
      faults: [
        [7, 'gap'],
        [7, 'broken-chain'],
      ],
    },
    {
      what: 'a missing beginning',
      sql: 'DELETE FROM journal WHERE seq <= 2',
      faults: [
        [3, 'gap'],
        [3, 'broken-chain'],
      ],
    },
    {
      what: 'a new seal under an altered entry, which then stands apart from the next',
      sql: "UPDATE journal SET hash = 'f' || substr(hash, 2) WHERE seq = 5 AND hash NOT LIKE 'f%'",
      faults: [
        [5, 'altered'],
        [6, 'broken-chain'],
      ],
    },
    {
      what: 'a body that is no JSON',
      sql: "PRAGMA ignore_check_constraints = ON; UPDATE journal SET body = '{' WHERE seq = 8",
      faults: [[8, 'altered']],
    },
  ]
  test.each(changes)('$what', ({ sql, faults }) => {
    const station = unguarded()
    if (sql.includes("'f'")) {
      // One hash in sixteen begins with f already; such a journal would not be changed by the statement.
      const first = station.db.prepare<[], string>('SELECT substr(hash, 1, 1) FROM journal WHERE seq = 5')
      station.db.exec(sql.replaceAll("'f", first.pluck().get() === 'f' ? "'e" : "'f"))
    } else station.db.exec(sql)
    const found = verifyJournal(station.db).faults
    expect(found).toEqual(faults.map(([seq, fault]) => ({ stationId: 'station-a', seq, fault })))
  })

  test('a stamp that does not rise', () => {
    const station = unguarded()
    station.db.exec(
      "UPDATE journal SET stamp = substr(stamp, 1, 1) || '000000000000' || substr(stamp, 14) WHERE seq = 3",
    )
    expect(verifyJournal(station.db).faults.map(({ seq, fault }) => [seq, fault])).toEqual([
      [3, 'altered'],
      [3, 'stamp-not-rising'],
    ])
  })
})
