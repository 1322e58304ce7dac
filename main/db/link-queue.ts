import type { Instant } from '../../src/domain/calendar/calendar-day'
import { type WireNoun, wireNouns } from '../../src/domain/exchange/fhir/wire'
import { ownEntrySql } from '../../src/domain/journal/arrival-mark'
import type { WaitingRecord } from '../../src/domain/upload/upload-results'
import type { Database } from './driver'

/** A piece of the queue. `endSeq`: all own entries up to there are looked at; null: there is none behind the settled ones. */
export type QueuePart = { readonly waiting: readonly WaitingRecord[]; readonly endSeq: number | null }

type EntryRow = { seq: number; noun: WireNoun; record_id: string; at: string; isWire: number }
type HeadRow = { seq: number | null; stamp: string; person_id: string | null }
type StandingRow = { seq: number; state: string }

/** What came in from the province is not sent back (decision 0029). */
const own = ownEntrySql('request_id')
const nouns = wireNouns.map(noun => `'${noun}'`).join(', ')

export type LinkQueue = ReturnType<typeof createLinkQueue>

/** What is settled already, where that does not stand in this PC's own tables. */
export type QueueRule = {
  /** All of the station's entries up to here are settled. */
  readonly settledSeq: () => number
  /** Whether a record was settled after all its entries had come. */
  readonly isDone: (noun: WireNoun, recordId: string) => boolean
}

/**
 * Reads what waits for the province out of the journal: entries of this station that no receipt covers. The reception of
 * sticks has many stations, and a rule of its own.
 */
export function createLinkQueue(db: Database, stationId: string, rule: QueueRule | null = null) {
  const selectSettled = db.prepare<[], number>('SELECT settled_seq FROM link_server').pluck()
  const selectEntries = db.prepare<[string, number, number], EntryRow>(
    `SELECT seq, noun, record_id, at, noun IN (${nouns}) AS isWire FROM journal
     WHERE station_id = ? AND seq > ? AND ${own} ORDER BY seq LIMIT ?`,
  )
  const selectHead = db.prepare<{ station: string; id: string }, HeadRow>(`
    SELECT max(seq) FILTER (WHERE station_id = @station AND ${own}) AS seq, max(stamp) AS stamp,
      max(iif(verb = 'recorded', coalesce(json_extract(body, '$.personId'), json_extract(body, '$.survivorId')), NULL))
        AS person_id
    FROM journal WHERE record_id = @id`)
  const selectStanding = db.prepare<[string, string], StandingRow>(
    'SELECT seq, state FROM link_record WHERE noun = ? AND record_id = ?',
  )
  const selectAgain = db.prepare<[number], { noun: WireNoun; record_id: string; saved_at: string }>(
    "SELECT noun, record_id, saved_at FROM link_record WHERE state = 'waiting' ORDER BY seq LIMIT ?",
  )

  /** The record as it waits now; null when what it is at is settled. */
  function waitingOf(noun: WireNoun, recordId: string, savedAt: string): WaitingRecord | null {
    const head = selectHead.get({ station: stationId, id: recordId })
    if (!head || head.seq === null) return null
    const standing = selectStanding.get(noun, recordId)
    const isSettled = rule ? rule.isDone(noun, recordId) : (standing?.seq ?? 0) >= head.seq
    if (standing && standing.state !== 'waiting' && isSettled) return null
    const personId = noun === 'person' ? recordId : head.person_id
    return { noun, recordId, seq: head.seq, savedAt: savedAt as Instant, stamp: head.stamp, personId }
  }

  return {
    /**
     * The oldest of what waits: at most so many entries of the journal, and so many records that are to go again. Behind an
     * entry: what comes after it.
     */
    next(limit: number, behindSeq?: number): QueuePart {
      const again = behindSeq === undefined ? selectAgain.all(limit) : []
      const settledSeq = rule ? rule.settledSeq() : (selectSettled.get() ?? 0)
      const entries = selectEntries.all(stationId, behindSeq ?? settledSeq, limit)
      const found = new Map<string, WaitingRecord>()
      const looked = new Set<string>()
      for (const { noun, record_id: id, ...times } of [...again.map(asEntry), ...entries]) {
        const key = `${noun} ${id}`
        if (!times.isWire || looked.has(key)) continue
        looked.add(key)
        const waiting = waitingOf(noun, id, times.at)
        if (waiting) found.set(key, waiting)
      }
      return { waiting: [...found.values()], endSeq: entries.at(-1)?.seq ?? null }
    },
    ...journalWatch(db),
  }
}

/** What was written since the register was looked at. */
function journalWatch(db: Database) {
  const selectEnd = db.prepare<[], number>('SELECT max(rowid) FROM journal').pluck()
  const selectTakenIn = db
    .prepare<[number], string | null>(
      `WITH fresh AS (SELECT record_id, body FROM journal WHERE rowid > ? AND NOT ${own})
       SELECT record_id FROM fresh
       UNION SELECT json_extract(body, '$.personId') FROM fresh
       UNION SELECT json_extract(body, '$.absorbedId') FROM fresh`,
    )
    .pluck()
  return {
    /** Grows with every entry that comes into the journal, whoever wrote it. */
    journalEnd: () => selectEnd.get() ?? 0,
    /** Records and people about whom something was taken in from the province behind an end of the journal. */
    takenInBehind: (journalEnd: number): ReadonlySet<string> =>
      new Set(selectTakenIn.all(journalEnd).filter(id => id !== null)),
  }
}

function asEntry(row: { noun: WireNoun; record_id: string; saved_at: string }): EntryRow {
  return { seq: 0, noun: row.noun, record_id: row.record_id, at: row.saved_at, isWire: 1 }
}
