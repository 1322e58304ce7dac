import { createHash } from 'node:crypto'
import type { Instant } from '../../src/domain/calendar/calendar-day'
import { canonicalJson } from '../../src/domain/journal/canonical-json'
import { type JournalEntry, type NewEntry, type Noun, verbsOf } from '../../src/domain/journal/entry'
import { nextStamp } from '../../src/domain/journal/hybrid-clock'
import type { Database } from './driver'
import { createProjector } from './projector'

type JournalRow = {
  id: string
  station_id: string
  seq: number
  stamp: string
  at: string
  user_id: string | null
  noun: string
  record_id: string
  verb: string
  body: string
  reason: string | null
  supersedes: string | null
  request_id: string | null
  prev_hash: string
  hash: string
}

/** The first entry of every station stands on this. */
export const genesisHash = '0'.repeat(64)

/** SHA-256 over the entry before and all of this one, in hex. */
export function hashEntry(entry: Omit<JournalEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex')
}

/** Reads a stored line as an entry. */
export function toEntry(row: JournalRow): JournalEntry {
  return {
    id: row.id,
    stationId: row.station_id,
    seq: row.seq,
    stamp: row.stamp,
    at: row.at as Instant,
    userId: row.user_id,
    noun: row.noun as Noun,
    recordId: row.record_id,
    verb: row.verb as JournalEntry['verb'],
    body: JSON.parse(row.body) as JournalEntry['body'],
    reason: row.reason,
    supersedes: row.supersedes,
    requestId: row.request_id,
    prevHash: row.prev_hash,
    hash: row.hash,
  }
}

export type WriteContext = {
  readonly at: Instant
  readonly userId: string | null
  readonly requestId: string | null
}
export type JournalOptions = { readonly stationId: string; readonly newId: () => string }
export type Journal = ReturnType<typeof createJournal>

/**
 * The one way anything is written: an entry at the end of this station's journal and the rows it leads to,
 * inside the caller's transaction.
 */
export function createJournal(db: Database, options: JournalOptions) {
  const projector = createProjector(db)
  const reader = createJournalReader(db, options.stationId)
  const insert = db.prepare<JournalRow>(`
    INSERT INTO journal VALUES (@station_id, @seq, @id, @stamp, @at, @user_id, @noun, @record_id, @verb, @body,
      @reason, @supersedes, @request_id, @prev_hash, @hash)`)

  function store(entry: JournalEntry): void {
    insert.run(toRow(entry))
    projector.project(entry.noun, entry.recordId, reader.entriesOf(entry.recordId))
  }

  return {
    /** Appends in order. Must run inside a transaction; throws when it does not. */
    append(drafts: readonly NewEntry[], context: WriteContext): readonly JournalEntry[] {
      if (!db.inTransaction) throw new Error('the journal is written inside a transaction only')
      let end: JournalEnd = { head: reader.head(), stamp: reader.greatestStamp() }
      return drafts.map(draft => {
        const earlier = reader.entriesOf(draft.recordId)
        const entry = seal(draft, context, options, { ...end, earlier })
        insert.run(toRow(entry))
        // Its stamp is the greatest of all, so it comes last.
        projector.project(entry.noun, entry.recordId, [...earlier, entry])
        end = { head: entry, stamp: entry.stamp }
        return entry
      })
    },
    entriesOf: reader.entriesOf,
    /**
     * Takes an entry another station wrote; the order of arrival does not matter. Must run inside a transaction,
     * as `append`: an entry and the row it leads to are there together or not at all.
     */
    receive(entry: JournalEntry): void {
      if (!db.inTransaction) throw new Error('the journal is written inside a transaction only')
      store(entry)
    },
    /** How many entries this station has written. */
    length: () => reader.head()?.seq ?? 0,
  }
}

/** Where the journal ends: this station's last entry, and the greatest stamp of all stations. */
type JournalEnd = {
  readonly head: { readonly seq: number; readonly hash: string } | null
  readonly stamp: string | null
}

function createJournalReader(db: Database, stationId: string) {
  const selectHead = db.prepare<[string], { seq: number; hash: string }>(
    'SELECT seq, hash FROM journal WHERE station_id = ? ORDER BY seq DESC LIMIT 1',
  )
  const selectGreatestStamp = db
    .prepare<[], string>('SELECT stamp FROM journal ORDER BY stamp DESC LIMIT 1')
    .pluck()
  return {
    head: () => selectHead.get(stationId) ?? null,
    greatestStamp: () => (selectGreatestStamp.get() as string | undefined) ?? null,
    entriesOf: createEntryReader(db),
  }
}

/** Reads all entries about one record, in the order of their stamps. */
export function createEntryReader(db: Database) {
  const selectByRecord = db.prepare<[string], JournalRow>(
    'SELECT * FROM journal WHERE record_id = ? ORDER BY stamp',
  )
  return (recordId: string): readonly JournalEntry[] => selectByRecord.all(recordId).map(toEntry)
}

/** Makes the entry that comes next at this station. */
function seal(
  draft: NewEntry,
  context: WriteContext,
  { stationId, newId }: JournalOptions,
  { head, stamp, earlier }: JournalEnd & { readonly earlier: readonly JournalEntry[] },
): JournalEntry {
  if (!verbsOf[draft.noun].includes(draft.verb)) throw new Error(`a ${draft.noun} is never ${draft.verb}`)
  const unsealed = {
    id: newId(),
    stationId,
    seq: (head?.seq ?? 0) + 1,
    stamp: nextStamp(stamp, Date.parse(context.at), stationId),
    at: context.at,
    userId: context.userId,
    noun: draft.noun,
    recordId: draft.recordId,
    verb: draft.verb,
    body: 'body' in draft ? (JSON.parse(canonicalJson(draft.body)) as JournalEntry['body']) : {},
    reason: 'reason' in draft ? draft.reason : null,
    supersedes: earlier.at(-1)?.id ?? null,
    requestId: context.requestId,
    prevHash: head?.hash ?? genesisHash,
  }
  return { ...unsealed, hash: hashEntry(unsealed) }
}

function toRow(entry: JournalEntry): JournalRow {
  return {
    id: entry.id,
    station_id: entry.stationId,
    seq: entry.seq,
    stamp: entry.stamp,
    at: entry.at,
    user_id: entry.userId,
    noun: entry.noun,
    record_id: entry.recordId,
    verb: entry.verb,
    body: canonicalJson(entry.body),
    reason: entry.reason,
    supersedes: entry.supersedes,
    request_id: entry.requestId,
    prev_hash: entry.prevHash,
    hash: entry.hash,
  }
}
