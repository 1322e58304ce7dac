import type { Instant } from '../../src/domain/calendar/calendar-day'
import type { LinkServer } from '../../src/domain/upload/link-server'
import type {
  Park,
  Receipt,
  RecordStanding,
  UploadResults,
  WaitingRecord,
} from '../../src/domain/upload/upload-results'
import { derivedWriter } from './derived-queue'
import type { Database } from './driver'
import { closedByCourier, courierWriter } from './link-courier'

type ServerRow = {
  settings: string
  locked: string
  settled_seq: number
  offset_ms: number
  accepted_at: string | null
}

export type LinkStore = ReturnType<typeof createLinkStore>

/** Where this PC stands with the province: of this PC alone, in no journal. */
export function createLinkStore(db: Database) {
  const results = resultWriter(db)
  return { ...createLinkReader(db), ...serverWriter(db), ...results, ...courierWriter(db, results.setAside) }
}

/** What can be read of it with any connection. */
export function createLinkReader(db: Database) {
  const selectServer = db.prepare<[], ServerRow>('SELECT * FROM link_server')
  const selectKnown = db.prepare<[string], { serverId: string; versionId: string }>(
    'SELECT server_id AS serverId, version_id AS versionId FROM link_resource WHERE key = ?',
  )
  const selectEntry = db
    .prepare<[string, string], number>(
      'SELECT 1 FROM journal WHERE id = ? UNION ALL SELECT 1 FROM province_copy WHERE entry_id = ?',
    )
    .pluck()
  return {
    /** True when the journal here holds this entry, whoever wrote it, or when what ends with it was taken in. */
    hasEntry: (entryId: string) => selectEntry.get(entryId, entryId) !== undefined,
    /** The server joined; null before joining. */
    findServer() {
      const row = selectServer.get()
      if (!row) return null
      return {
        server: JSON.parse(row.settings) as LinkServer,
        locked: row.locked,
        settledSeq: row.settled_seq,
        offsetMs: row.offset_ms,
        acceptedAt: row.accepted_at as Instant | null,
      }
    },
    /** What the server is known to hold under one of our keys. */
    findKnown: (key: string) => selectKnown.get(key) ?? null,
  }
}

function serverWriter(db: Database) {
  const upsert = db.prepare<[string, string]>(`
    INSERT INTO link_server VALUES (1, ?, ?, 0, 0, NULL)
    ON CONFLICT (one) DO UPDATE SET settings = excluded.settings, locked = excluded.locked`)
  return {
    /**
     * Keeps the server joined. Another address than before is another server: it is told everything from the start, but
     * for what a receipt of a courier says that it has.
     */
    keepServer(server: LinkServer, locked: string, isOther: boolean): void {
      if (isOther) forget(db)
      upsert.run(JSON.stringify(server), locked)
    },
    /** Ends the link. The journal still holds everything. */
    leave: () => forget(db),
  }
}

function forget(db: Database): void {
  for (const table of ['link_server', 'link_resource', 'link_derived', 'link_derived_to'])
    db.exec(`DELETE FROM ${table}`)
  // What went by stick does not hang on this server.
  db.exec(`DELETE FROM link_record WHERE NOT (${closedByCourier})`)
}

/**
 * Whether a version was taken in that the server stored after it stored this: it was compared while this was not known to
 * be there, so what stands here by now goes once more (decision 0029).
 */
function supersedes(db: Database) {
  const selectCopied = db
    .prepare<[string], string>('SELECT last_updated FROM province_copy WHERE resource = ?')
    .pluck()
  return (receipts: readonly Receipt[]): boolean =>
    receipts.some(({ key, serverId, storedAt }) => {
      const copied = selectCopied.get(`${key.slice(0, key.indexOf('/'))}/${serverId}`)
      return copied !== undefined && storedAt !== null && Date.parse(copied) > Date.parse(storedAt)
    })
}

function resultWriter(db: Database) {
  const isSuperseded = supersedes(db)
  const standing = standingWriter(db)
  const derived = derivedWriter(db)
  const upsertKnown = db.prepare<[string, string, string]>(`
    INSERT INTO link_resource VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET server_id = excluded.server_id, version_id = excluded.version_id`)
  const deleteKnown = db.prepare<[string]>('DELETE FROM link_resource WHERE key = ?')
  const settle = db.prepare<{ seq: number | null; offset: number; at: string | null }>(`
    UPDATE link_server SET settled_seq = max(settled_seq, coalesce(@seq, 0)), offset_ms = @offset,
      accepted_at = coalesce(@at, accepted_at)`)

  return {
    /** Writes what the upload found out. Inside the caller's transaction. */
    keepResults(results: UploadResults): void {
      for (const key of results.forgotten) deleteKnown.run(key)
      for (const { key, serverId, versionId } of results.known) upsertKnown.run(key, serverId, versionId)
      for (const { record, receipts } of results.accepted)
        standing.write(record, isSuperseded(receipts) ? 'waiting' : 'accepted', results.at, { receipts })
      for (const { record, standing: state, park } of results.parked)
        standing.write(record, state, results.at, { park })
      for (const record of results.local) standing.write(record, 'local', results.at, {})
      if (results.derived) derived.keepDerived(results.derived.seq, results.derived.people)
      const acceptedAt = results.accepted.length > 0 ? results.at : null
      settle.run({ seq: results.settledSeq, offset: results.offsetMs, at: acceptedAt })
    },
    /** Writes down where a record stands without any receipt. Inside the caller's transaction. */
    setAside: (record: WaitingRecord, state: RecordStanding, at: Instant, park: Park | null) =>
      standing.write(record, state, at, park === null ? {} : { park }),
    /** The server is known to hold this version by now: what waited for it goes again. */
    noteVersion(key: string, serverId: string, versionId: string): void {
      upsertKnown.run(key, serverId, versionId)
      const id = key.slice(key.indexOf('/') + 1)
      standing.release("record_id = ? AND state = 'conflict'", id)
    },
    /** Puts refused records, and those in conflict, into the queue again: one, or all. */
    retry: (recordId: string | null) =>
      recordId === null
        ? standing.release("state IN ('refused', 'conflict')")
        : standing.release("record_id = ? AND state IN ('refused', 'conflict')", recordId),
  }
}

type Settled = { readonly receipts?: readonly Receipt[]; readonly park?: Park }

function standingWriter(db: Database) {
  const upsert = db.prepare<Record<string, string | number | null>>(`
    INSERT INTO link_record VALUES (@noun, @recordId, @personId, @seq, @stamp, @state, @savedAt, @at, @receipt, @problem,
      @blockedBy, @savedAt, @acceptedAt)
    ON CONFLICT (noun, record_id) DO UPDATE SET person_id = excluded.person_id, seq = excluded.seq,
      stamp = excluded.stamp, state = excluded.state, saved_at = excluded.saved_at, settled_at = excluded.settled_at,
      receipt = coalesce(excluded.receipt, receipt), problem = excluded.problem, blocked_by = excluded.blocked_by,
      first_accepted_at = coalesce(first_accepted_at, excluded.first_accepted_at)`)
  const releases = new Map<string, ReturnType<typeof prepareRelease>>()
  function release(where: string, ...values: readonly string[]): number {
    const statement = releases.get(where) ?? prepareRelease(db, where)
    releases.set(where, statement)
    return statement.run(...values).changes
  }
  return {
    release,
    write(record: WaitingRecord, state: RecordStanding, at: string, { receipts = [], park }: Settled): void {
      const { noun, recordId, personId, seq, stamp, savedAt } = record
      upsert.run({
        ...{ noun, recordId, personId, seq, stamp, state, savedAt, at },
        receipt: receipts.length > 0 ? JSON.stringify(receipts.map(each => ({ ...each, stamp }))) : null,
        problem: park ? JSON.stringify(park) : null,
        blockedBy: park?.blockedBy?.recordId ?? null,
        acceptedAt: state === 'accepted' ? at : null,
      })
      if (state !== 'accepted') return
      release("blocked_by = ? AND state = 'refused'", recordId)
      // Somebody who may travel now: so may their records.
      if (noun === 'person') release("person_id = ? AND state = 'local'", recordId)
    },
  }
}

function prepareRelease(db: Database, where: string) {
  return db.prepare<string[]>(
    `UPDATE link_record SET state = 'waiting', problem = NULL, blocked_by = NULL WHERE ${where}`,
  )
}
