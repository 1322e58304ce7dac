import type { Instant } from '../../src/domain/calendar/calendar-day'
import type { Posted } from '../../src/domain/courier/posted'
import { type WireNoun, wireNouns } from '../../src/domain/exchange/fhir/wire'
import { ownEntrySql } from '../../src/domain/journal/arrival-mark'
import type { Park, RecordStanding, WaitingRecord } from '../../src/domain/upload/upload-results'
import type { Database } from './driver'

/** Receipts that a courier brought stand under keys that begin so. */
export const courierKey = 'Courier/'
/** True in SQL for a record that such a receipt closed. */
export const closedByCourier = `state = 'accepted' AND coalesce(json_extract(receipt, '$[0].key'), '') GLOB '${courierKey}*'`

type SetAside = (record: WaitingRecord, state: RecordStanding, at: Instant, park: Park | null) => void
/** A record that a receipt does not count as taken, and where it stands instead. */
export type Excepted = {
  readonly noun: WireNoun
  readonly recordId: string
  readonly state: Exclude<RecordStanding, 'accepted'>
  readonly park: Park | null
}

const nouns = wireNouns.map(noun => `'${noun}'`).join(', ')
const own = ownEntrySql('request_id')

/** Closes the ledger by receipts of the province that a courier brought. Decision 0030. */
export function courierWriter(db: Database, setAside: SetAside) {
  // What was settled later over the line stays as it is.
  const accept = db.prepare<Record<string, string | number>>(`
    INSERT INTO link_record
    SELECT noun, record_id, max(iif(verb = 'recorded', coalesce(json_extract(body, '$.personId'),
        json_extract(body, '$.survivorId'), iif(noun = 'person', record_id, NULL)), NULL)),
      max(seq), max(stamp), 'accepted', min(at), @at, @receipt, NULL, NULL, min(at), @at
    FROM journal WHERE station_id = @station AND seq <= @seq AND noun IN (${nouns}) AND ${own}
      AND record_id NOT IN (SELECT value FROM json_each(@except)) GROUP BY noun, record_id
    ON CONFLICT (noun, record_id) DO UPDATE SET seq = excluded.seq, stamp = excluded.stamp, state = 'accepted',
      settled_at = excluded.settled_at, receipt = excluded.receipt, problem = NULL, blocked_by = NULL,
      first_accepted_at = coalesce(first_accepted_at, excluded.first_accepted_at)
    WHERE seq < excluded.seq OR (seq = excluded.seq AND state <> 'accepted')`)
  const heard = db.prepare<[string]>("UPDATE link_server SET accepted_at = max(coalesce(accepted_at, ''), ?)")
  const selectAmong = db.prepare<[string, number, number], { noun: WireNoun; recordId: string }>(
    `SELECT DISTINCT noun, record_id AS recordId FROM journal
     WHERE station_id = ? AND seq BETWEEN ? AND ? AND noun IN (${nouns}) AND ${own}`,
  )
  const release = db.prepare(`UPDATE link_record SET state = 'waiting' WHERE ${closedByCourier}`)
  const except = createExcept(db, setAside)

  return {
    /**
     * Every record of this receipt's station is closed as far as the receipt reaches, but for those that it or this PC
     * excepts. Inside the caller's transaction; answers how many records were closed.
     */
    acknowledge(posted: Posted, excepted: readonly Excepted[]): number {
      const { by, number, at, seq, stationId: station } = posted
      const receipt = [
        { key: `${courierKey}${by}`, serverId: String(number), versionId: String(seq), storedAt: at },
      ]
      const ids = excepted.map(({ recordId }) => recordId)
      const facts = { station, at, seq, receipt: JSON.stringify(receipt), except: JSON.stringify(ids) }
      const closed = accept.run(facts).changes
      for (const record of excepted) except(posted, record)
      heard.run(at)
      return closed
    },
    /** Records of a station that have an entry among these numbers. */
    recordsAmong(stationId: string, spans: Posted['without']) {
      const found = spans.flatMap(([from, to]) => selectAmong.all(stationId, from, to))
      return [...new Map(found.map(record => [`${record.noun} ${record.recordId}`, record])).values()]
    },
    /** What courier receipts closed waits again: another server has been joined, which may not have it. */
    releaseCourier: (): number => release.run().changes,
  }
}

/** Says of one record that the receipt does not count it. */
function createExcept(db: Database, setAside: SetAside) {
  const selectHead = db.prepare<
    { station: string; id: string; seq: number },
    { seq: number | null; stamp: string; at: string; person_id: string | null }
  >(`SELECT max(seq) FILTER (WHERE station_id = @station AND ${own} AND seq <= @seq) AS seq,
      max(stamp) FILTER (WHERE station_id = @station AND ${own} AND seq <= @seq) AS stamp,
      min(at) FILTER (WHERE station_id = @station AND ${own}) AS at,
      max(iif(verb = 'recorded', coalesce(json_extract(body, '$.personId'), json_extract(body, '$.survivorId')), NULL))
        AS person_id
    FROM journal WHERE record_id = @id`)
  const selectStanding = db.prepare<[string, string], { seq: number; state: string }>(
    'SELECT seq, state FROM link_record WHERE noun = ? AND record_id = ?',
  )
  return function except({ stationId, seq, at }: Posted, { noun, recordId, state, park }: Excepted): void {
    const head = selectHead.get({ station: stationId, id: recordId, seq })
    if (!head || head.seq === null) return
    const standing = selectStanding.get(noun, recordId)
    if (standing && (standing.seq > head.seq || (standing.seq === head.seq && standing.state === 'accepted')))
      return
    const personId = noun === 'person' ? recordId : head.person_id
    const { stamp } = head
    setAside(
      { noun, recordId, seq: head.seq, savedAt: head.at as Instant, stamp, personId },
      state,
      at as Instant,
      park,
    )
  }
}
