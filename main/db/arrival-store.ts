import type { Instant } from '../../src/domain/calendar/calendar-day'
import type { Conflict } from '../../src/domain/journal/arrival-records'
import type { Receipt } from '../../src/domain/upload/upload-results'
import type { Database } from './driver'
import { createRecordStore, type Stored } from './record-store'

/** What the server held of a record when this PC last saw it. `facts` is what the reader made of it. */
export type ProvinceCopy = {
  readonly resource: string
  readonly noun: string
  readonly recordId: string
  readonly versionId: string
  readonly lastUpdated: Instant
  /** The journal entry this version ends with, or what stands for one. */
  readonly entryId: string
  readonly facts: unknown
}

type CopyRow = {
  resource: string
  noun: string
  record_id: string
  version_id: string
  last_updated: string
  entry_id: string
  facts: string
}

/** What the server took of a record from here. */
export type Sent = {
  /** Nothing more of it waits than what was written behind that state. */
  readonly isAccepted: boolean
  /** Stamp of the state it took last; null: none, or not known any more. */
  readonly stamp: string | null
  /** When and as which version it stored that, by its own clock; null: it does not say. */
  readonly storedAt: string | null
  readonly versionId: string | null
}

type SentRow = { stamp: string; state: string; receipt: string | null }

export type ArrivalStore = ReturnType<typeof createArrivalStore>
export type ArrivalReader = ReturnType<typeof createArrivalReader>

/** Reads what came in from the province, and what waits for a person. */
export function createArrivalReader(db: Database) {
  const records = createRecordStore(db)
  const selectCopy = db.prepare<[string], CopyRow>('SELECT * FROM province_copy WHERE resource = ?')
  const selectOf = db.prepare<[string], CopyRow>(
    'SELECT * FROM province_copy WHERE record_id = ? ORDER BY last_updated DESC LIMIT 1',
  )
  const selectEntry = db.prepare<[string], number>('SELECT 1 FROM journal WHERE id = ?').pluck()
  const selectPeople = db.prepare<[number, number], { place: number; id: string }>(
    'SELECT rowid AS place, id FROM person WHERE rowid > ? ORDER BY rowid LIMIT ?',
  )
  const selectOpen = db
    .prepare<[number, number], string>(
      'SELECT id FROM conflict WHERE verdict IS NULL AND voided = 0 ORDER BY created_stamp LIMIT ? OFFSET ?',
    )
    .pluck()
  const countOpen = db
    .prepare<[], number>('SELECT count(*) FROM conflict WHERE verdict IS NULL AND voided = 0')
    .pluck()
  return {
    findCopy: (resource: string) => toCopy(selectCopy.get(resource)),
    /** What is held of a record, wherever it lies at the server. */
    copyOf: (recordId: string) => toCopy(selectOf.get(recordId)),
    ...sendingsIn(db),
    /** Whether this journal holds an entry, of whichever station. */
    hasEntry: (entryId: string) => selectEntry.get(entryId) !== undefined,
    /** People in the order in which they came into this file, behind a place in it. */
    peopleBehind: (place: number, limit: number) => selectPeople.all(place, limit),
    /** What waits for a person, oldest first. */
    openConflicts: (offset: number, limit: number): readonly Stored<Conflict>[] =>
      (selectOpen.all(limit, offset) as string[]).flatMap(id => {
        const found = records.find('conflict', id)
        return (found?.kind === 'merge' ? records.own.find('conflict', id) : found) ?? []
      }),
    countOpenConflicts: () => countOpen.get() as number,
  }
}

/** How sending stands, as far as what comes in has to know. */
function sendingsIn(db: Database) {
  const selectSent = db.prepare<[string, string], SentRow>(
    'SELECT stamp, state, receipt FROM link_record WHERE noun = ? AND record_id = ?',
  )
  const selectStuck = db
    .prepare<[string], string>("SELECT record_id FROM link_record WHERE state = 'conflict' AND person_id = ?")
    .pluck()
  const selectAnyStuck = db
    .prepare<[], number>("SELECT 1 FROM link_record WHERE state = 'conflict' LIMIT 1")
    .pluck()
  return {
    /** How a record stands on its way, and what the server took of one of its resources last; null: never sent. */
    sent(noun: string, recordId: string, key: string): Sent | null {
      const row = selectSent.get(noun, recordId)
      if (!row) return null
      const receipts = JSON.parse(row.receipt ?? '[]') as Receipt[]
      const receipt = receipts.find(each => each.key === key)
      // Receipts of earlier builds do not say which state they are of.
      const stamp = receipt?.stamp ?? (row.state === 'accepted' ? row.stamp : null)
      const storedAt = receipt?.storedAt ?? null
      return { isAccepted: row.state === 'accepted', stamp, storedAt, versionId: receipt?.versionId ?? null }
    },
    /** Records about a person that could not be sent because the server had another version. */
    stuckOf: (personId: string) => selectStuck.all(personId) as readonly string[],
    hasStuck: () => selectAnyStuck.get() !== undefined,
  }
}

/** As the reader, and keeps copies. */
export function createArrivalStore(db: Database) {
  const upsert = db.prepare<[string, string, string, string, string, string, string]>(`
    INSERT INTO province_copy VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (resource) DO UPDATE SET noun = excluded.noun, record_id = excluded.record_id,
      version_id = excluded.version_id, last_updated = excluded.last_updated, entry_id = excluded.entry_id,
      facts = excluded.facts`)
  return {
    ...createArrivalReader(db),
    keepCopy({ resource, noun, recordId, versionId, lastUpdated, entryId, facts }: ProvinceCopy): void {
      upsert.run(resource, noun, recordId, versionId, lastUpdated, entryId, JSON.stringify(facts))
    },
    /** Another server, or none: nothing is known of what it holds. */
    forgetCopies: () => db.exec('DELETE FROM province_copy'),
  }
}

function toCopy(row: CopyRow | undefined): ProvinceCopy | null {
  if (!row) return null
  return {
    resource: row.resource,
    noun: row.noun,
    recordId: row.record_id,
    versionId: row.version_id,
    lastUpdated: row.last_updated as Instant,
    entryId: row.entry_id,
    facts: JSON.parse(row.facts) as unknown,
  }
}
