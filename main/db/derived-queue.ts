import type { EntryStamp } from '../../src/domain/exchange/fhir/wire'
import { ownEntrySql } from '../../src/domain/journal/arrival-mark'
import type { Database } from './driver'

/** People with facts that were sent, of whom nobody has said yet what follows from them. */
export type DerivedWindow = {
  readonly people: readonly { readonly personId: string; readonly entry: EntryStamp }[]
  /** Behind this entry it begins, and up to that it is looked at. */
  readonly startSeq: number
  readonly endSeq: number
}

type Row = {
  entryId: string
  stationId: string
  seq: number
  hash: string
  at: EntryStamp['at']
  userId: string | null
  record_id: string
}

/** Facts on which a forecast or a judgement rests. */
const nouns = ['person', 'dose', 'not-given', 'screening', 'merge'].map(noun => `'${noun}'`).join(', ')
const own = ownEntrySql('request_id')

export type DerivedQueue = ReturnType<typeof createDerivedQueue>

/**
 * Reads whose forecasts are to be sent: those of people about whom this station wrote something that is settled by now.
 * A forecast that changes because a day has passed is no reason.
 */
export function createDerivedQueue(db: Database, stationId: string) {
  const selectRange = db.prepare<[], { settled: number; done: number }>(`
    SELECT settled_seq AS settled, coalesce((SELECT seq FROM link_derived_to), 0) AS done FROM link_server`)
  const selectEntries = db.prepare<[string, number, number, number], Row>(`
    SELECT id AS entryId, station_id AS stationId, seq, hash, at, user_id AS userId, record_id FROM journal
    WHERE station_id = ? AND seq > ? AND seq <= ? AND noun IN (${nouns}) AND ${own} ORDER BY seq LIMIT ?`)
  const selectPerson = db
    .prepare<[string], string | null>(`
    SELECT coalesce(json_extract(body, '$.personId'), json_extract(body, '$.survivorId'),
      iif(noun = 'person', record_id, NULL)) FROM journal WHERE record_id = ? AND verb = 'recorded' LIMIT 1`)
    .pluck()
  const selectSaid = db.prepare<[string], string>('SELECT said FROM link_derived WHERE person_id = ?').pluck()
  function hasWork(): boolean {
    const range = selectRange.get()
    return range !== undefined && range.done < range.settled
  }
  return {
    hasWork,
    /** The next people in the order of the journal; null when all is said. */
    next(limit: number): DerivedWindow | null {
      const range = selectRange.get()
      if (!range || range.done >= range.settled) return null
      const rows = selectEntries.all(stationId, range.done, range.settled, limit)
      const people = new Map<string, EntryStamp>()
      for (const { record_id: recordId, ...entry } of rows) {
        const personId = selectPerson.get(recordId) as string | null | undefined
        if (personId) people.set(personId, entry)
      }
      const endSeq = rows.length < limit ? range.settled : (rows.at(-1)?.seq ?? range.settled)
      return {
        people: [...people].map(([personId, entry]) => ({ personId, entry })),
        startSeq: range.done,
        endSeq,
      }
    },
    /** What was said of a person when it was sent last. */
    saidOf: (personId: string): Readonly<Record<string, string>> =>
      JSON.parse((selectSaid.get(personId) as string | undefined) ?? '{}') as Readonly<
        Record<string, string>
      >,
  }
}

/** Writes what was said, in the caller's transaction. */
export function derivedWriter(db: Database) {
  const upsert = db.prepare<[string, string]>(
    'INSERT INTO link_derived VALUES (?, ?) ON CONFLICT (person_id) DO UPDATE SET said = excluded.said',
  )
  const move = db.prepare<[number]>(
    'INSERT INTO link_derived_to VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET seq = excluded.seq',
  )
  return {
    keepDerived(
      seq: number,
      people: readonly { readonly personId: string; readonly said: Readonly<Record<string, string>> }[],
    ): void {
      for (const { personId, said } of people) upsert.run(personId, JSON.stringify(said))
      move.run(seq)
    },
  }
}
