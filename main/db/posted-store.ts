import { type Posted, readPosted } from '../../src/domain/courier/posted'
import { readStaff, type Staff } from '../../src/domain/courier/staff'
import type { WireNoun } from '../../src/domain/exchange/fhir/wire'
import { ownEntrySql } from '../../src/domain/journal/arrival-mark'
import type { Park } from '../../src/domain/upload/upload-results'
import type { Database } from './driver'

/** A record that the reception's server did not take, as its upload left it. */
export type OpenRecord = {
  readonly noun: WireNoun
  readonly recordId: string
  readonly state: 'waiting' | 'refused' | 'conflict' | 'local'
  readonly problem: Park | null
}
type OpenRow = { noun: WireNoun; recordId: string; state: OpenRecord['state']; problem: string | null }

export type PostedStore = ReturnType<typeof createPostedStore>

/** What is known of putting journals from sticks onto the province's server: receipts, and the reception's own progress. */
export function createPostedStore(db: Database) {
  return { ...receiptsIn(db), ...progressIn(db), ...staffIn(db) }
}

function receiptsIn(db: Database) {
  const upsert = db.prepare<[string, string, number, string, string]>(
    'INSERT OR REPLACE INTO courier_posted VALUES (?, ?, ?, ?, ?)',
  )
  const select = db.prepare<[], string>('SELECT text FROM courier_posted ORDER BY kid, station_id').pluck()
  return {
    /** The newest receipt of this kind of each sender for each station. */
    keep: ({ by, stationId, seq, at, text }: Posted) => void upsert.run(by, stationId, seq, at, text),
    all: (): readonly Posted[] => select.all().flatMap(text => readPosted(text) ?? []),
  }
}

/** How far the reception has posted each station's journal, to the server it posts to. */
function progressIn(db: Database) {
  const selectSeq = db
    .prepare<[string], number>('SELECT settled_seq FROM courier_progress WHERE station_id = ?')
    .pluck()
  const upsertSeq = db.prepare<[string, number]>(
    `INSERT INTO courier_progress VALUES (?, ?)
     ON CONFLICT (station_id) DO UPDATE SET settled_seq = max(settled_seq, excluded.settled_seq)`,
  )
  // From the records that are open, not from the journal: those are few, and a province's journals are long.
  const selectOpen = db.prepare<[string], OpenRow>(
    `SELECT noun, record_id AS recordId, state, problem FROM link_record
     WHERE state <> 'accepted' AND EXISTS (SELECT 1 FROM journal j
       WHERE j.record_id = link_record.record_id AND j.station_id = ? AND ${ownEntrySql('j.request_id')})
     ORDER BY noun, record_id`,
  )
  const selectWithheld = db
    .prepare<[string, number], number>(
      'SELECT seq FROM courier_withheld WHERE station_id = ? AND seq <= ? ORDER BY seq',
    )
    .pluck()
  return {
    settledSeq: (stationId: string): number => (selectSeq.get(stationId) as number | undefined) ?? 0,
    settle: (stationId: string, seq: number) => void upsertSeq.run(stationId, seq),
    /** Records of a station that the server has not taken, or that never travel. */
    openRecords: (stationId: string): readonly OpenRecord[] =>
      selectOpen.all(stationId).map(({ problem, ...row }) => ({
        ...row,
        problem: problem === null ? null : (JSON.parse(problem) as Park),
      })),
    /** Numbers of entries that stayed at their point. */
    withheldUpTo: (stationId: string, seq: number) => selectWithheld.all(stationId, seq) as number[],
    /** Another server than before: it is told everything from the start. */
    startAnew: () => {
      for (const table of ['courier_progress', 'courier_posted', 'link_record', 'link_resource'])
        db.exec(`DELETE FROM ${table}`)
    },
  }
}

/** Who works where, as the cards of PCs say. */
function staffIn(db: Database) {
  // Nobody else's point may say who somebody is.
  const upsert = db.prepare<[string, string, number, string]>(
    `INSERT INTO courier_staff VALUES (?, ?, ?, ?) ON CONFLICT (user_id) DO UPDATE
     SET seq = excluded.seq, state = excluded.state WHERE iss = excluded.iss`,
  )
  const select = db.prepare<[string], string>('SELECT state FROM courier_staff WHERE user_id = ?').pluck()
  return {
    keepStaff: (iss: string, staff: Staff) =>
      void upsert.run(staff.id, iss, staff.entry.seq, JSON.stringify(staff)),
    findStaff(userId: string): Staff | null {
      const state = select.get(userId) as string | undefined
      return state === undefined ? null : readStaff(JSON.parse(state))
    },
  }
}
