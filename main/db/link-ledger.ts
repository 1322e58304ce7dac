import type { CalendarDay, Instant } from '../../src/domain/calendar/calendar-day'
import { wireNouns } from '../../src/domain/exchange/fhir/wire'
import { ownEntrySql } from '../../src/domain/journal/arrival-mark'
import type { Noun } from '../../src/domain/journal/entry'
import type { Park, Receipt, RecordStanding } from '../../src/domain/upload/upload-results'
import type { Database } from './driver'

/** A line of the ledger as the tables have it. `standing` is null for what was never looked at: it waits. */
export type LedgerLine = {
  readonly noun: Noun
  readonly recordId: string
  readonly personId: string | null
  readonly vaccineCode: string | null
  readonly givenOn: CalendarDay | null
  readonly voided: boolean
  readonly state: RecordStanding
  readonly savedAt: Instant
  readonly firstAcceptedAt: Instant | null
  readonly settledAt: Instant | null
  readonly receipts: readonly Receipt[]
  readonly problem: Park | null
  /** The newest entry of this station about it. */
  readonly ownSeq: number
  /** Where the page after this line begins. */
  readonly place: string
}

type Row = {
  noun: Noun
  record_id: string
  person_id: string | null
  vaccine_code: string | null
  given_on: string | null
  voided: number
  state: RecordStanding
  saved_at: string
  first_accepted_at: string | null
  settled_at: string | null
  receipt: string | null
  problem: string | null
  own_seq: number | null
  place: string
}

export type LedgerQuestion = {
  readonly state: RecordStanding | null
  /** Moments of saving, the second one excluded. */
  readonly fromMs: number
  readonly beforeMs: number
  readonly after: string | null
  readonly limit: number
}

/** Counting goes no further: how many exactly a long backlog holds, nobody needs to know. */
export const countedTo = 2_000

const nouns = wireNouns.map(noun => `'${noun}'`).join(', ')

/** The newest entry of this station about a record: what others wrote about it they send themselves. */
const ownSeq = (record: string) => `(SELECT max(j.seq) FROM journal j
  WHERE j.record_id = ${record} AND j.station_id = @station AND ${ownEntrySql('j.request_id')})`
/** A dose waits again when this station wrote something about it after the state that was settled. */
const doseState = `CASE WHEN r.state IS NULL OR r.seq < d.own_seq THEN 'waiting' ELSE r.state END`
const settled = 'r.first_accepted_at, r.settled_at, r.receipt, r.problem'

export type LinkLedger = ReturnType<typeof createLinkLedger>

/** Reads the ledger of trust: what was saved at this station, and where it stands with the province. */
export function createLinkLedger(db: Database) {
  const selectDoses = db.prepare<Record<string, string | number | null>, Row>(`
    SELECT 'dose' AS noun, d.id AS record_id, d.person_id, d.vaccine_code, d.given_on, d.voided, ${doseState} AS state,
      coalesce(r.first_saved_at, d.created_at) AS saved_at, ${settled}, d.own_seq, d.created_stamp AS place
    FROM (SELECT *, ${ownSeq('dose.id')} AS own_seq FROM dose) d LEFT JOIN link_record r ON r.noun = 'dose' AND r.record_id = d.id
    WHERE d.created_stamp >= @from AND d.created_stamp < @before AND substr(d.created_stamp, 20) = @station
      AND NOT EXISTS (SELECT 1 FROM source WHERE source.about_id = d.id)
      AND (@state IS NULL OR ${doseState} = @state)
    ORDER BY d.created_stamp DESC LIMIT @limit`)
  const selectAttention = db.prepare<Record<string, string | number>, Row>(`
    SELECT r.noun, r.record_id, r.person_id, d.vaccine_code, d.given_on, coalesce(d.voided, 0) AS voided, r.state,
      r.first_saved_at AS saved_at, ${settled}, ${ownSeq('r.record_id')} AS own_seq, r.stamp AS place
    FROM link_record r LEFT JOIN dose d ON r.noun = 'dose' AND d.id = r.record_id
    WHERE r.state IN ('refused', 'conflict') AND r.stamp < @after
    ORDER BY r.stamp DESC LIMIT @limit`)
  const count = createCounter(db)

  return {
    ...count,
    /** Doses first saved by this station in a span of time, newest first. */
    doses(
      stationId: string,
      { state, fromMs, beforeMs, after, limit }: LedgerQuestion,
    ): readonly LedgerLine[] {
      const question = {
        station: stationId,
        state,
        limit,
        from: stampAt(fromMs),
        before: after ?? stampAt(beforeMs),
      }
      return selectDoses.all(question).map(toLine)
    },
    /** Everything that was refused or changed elsewhere, newest first. */
    attention: (stationId: string, after: string | null, limit: number): readonly LedgerLine[] =>
      selectAttention.all({ station: stationId, after: after ?? '~', limit }).map(toLine),
  }
}

function createCounter(db: Database) {
  const selectWaiting = db.prepare<[string, number, number], { records: number; oldest: string | null }>(`
    SELECT count(DISTINCT record_id) AS records, min(at) AS oldest FROM (
      SELECT j.record_id, j.at FROM journal j LEFT JOIN link_record r ON r.noun = j.noun AND r.record_id = j.record_id
      WHERE j.station_id = ? AND j.seq > ? AND j.noun IN (${nouns}) AND ${ownEntrySql('j.request_id')}
        AND (r.seq IS NULL OR r.seq < j.seq)
      ORDER BY j.seq LIMIT ?)`)
  const selectOpen = db.prepare<[], { state: RecordStanding; records: number; oldest: string }>(`
    SELECT state, count(*) AS records, min(saved_at) AS oldest FROM link_record
    WHERE state <> 'accepted' GROUP BY state`)
  return {
    /** Records that wait, were refused, or changed elsewhere; `settledSeq` as the server joined knows it, 0 before. */
    countOpen(stationId: string, settledSeq: number) {
      const queue = selectWaiting.get(stationId, settledSeq, countedTo) ?? { records: 0, oldest: null }
      const open = new Map(selectOpen.all().map(row => [row.state, row]))
      const again = open.get('waiting')
      const oldest = [queue.oldest, again?.oldest ?? null].filter(at => at !== null).toSorted()[0] ?? null
      return {
        waiting: queue.records + (again?.records ?? 0),
        oldestAt: oldest as Instant | null,
        refused: open.get('refused')?.records ?? 0,
        conflicts: open.get('conflict')?.records ?? 0,
      }
    },
  }
}

/** The smallest stamp of a moment. */
function stampAt(ms: number): string {
  return String(Math.max(0, ms)).padStart(13, '0')
}

function toLine(row: Row): LedgerLine {
  return {
    noun: row.noun,
    recordId: row.record_id,
    personId: row.person_id,
    vaccineCode: row.vaccine_code,
    givenOn: row.given_on as CalendarDay | null,
    voided: row.voided === 1,
    state: row.state,
    savedAt: row.saved_at as Instant,
    firstAcceptedAt: row.first_accepted_at as Instant | null,
    settledAt: row.settled_at as Instant | null,
    receipts: row.receipt === null ? [] : (JSON.parse(row.receipt) as readonly Receipt[]),
    problem: row.problem === null ? null : (JSON.parse(row.problem) as Park),
    ownSeq: row.own_seq ?? 0,
    place: row.place,
  }
}
