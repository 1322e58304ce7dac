import type { CalendarDay, Instant } from '../../src/domain/calendar/calendar-day'
import type { VialOnHand } from '../../src/domain/stock/vial'
import type { Database } from './driver'

type VialRow = {
  id: string
  lot_id: string
  vaccine_code: string
  number: string
  place: string
  session_on: string
  opened_at: string
  discard_by: string
  ends_with_session: number
  doses: number
  vvm_stage: number | null
  opened_by_user_id: string | null
  opened_by_name: string | null
  closed_at: string | null
  closed_because: string | null
  given: number
  wasted: number
}

/** Vials with what doses and waste have taken of them. */
const withDoses = `
  SELECT vial.*, lot.vaccine_code, lot.number,
    (SELECT count(*) FROM dose WHERE vial_id = vial.id AND voided = 0) AS given,
    (SELECT coalesce(sum(CASE to_account WHEN 'wasted' THEN quantity ELSE -quantity END), 0)
      FROM movement WHERE vial_id = vial.id AND voided = 0) AS wasted
  FROM vial JOIN lot ON lot.id = vial.lot_id
  WHERE vial.voided = 0`

/** Reads opened vials; the first to be thrown away on top. */
export function createVialRepository(db: Database) {
  const selectOpen = db.prepare<[], VialRow>(
    `${withDoses} AND closed_at IS NULL ORDER BY discard_by, vial.id`,
  )
  const selectOpenOfLot = db.prepare<[string], VialRow>(
    `${withDoses} AND closed_at IS NULL AND lot_id = ? ORDER BY discard_by, vial.id`,
  )
  const selectOfSession = db.prepare<[string], VialRow>(
    `${withDoses} AND session_on = ? ORDER BY opened_at, vial.id`,
  )
  const selectOne = db.prepare<[string], VialRow>(`${withDoses} AND vial.id = ?`)

  return {
    listOpen: (lotId: string | null = null): readonly VialOnHand[] =>
      (lotId === null ? selectOpen.all() : selectOpenOfLot.all(lotId)).map(toVial),
    /** All vials that were opened in a session, also the closed ones. */
    listOfSession: (on: CalendarDay): readonly VialOnHand[] => selectOfSession.all(on).map(toVial),
    find(vialId: string): VialOnHand | null {
      const row = selectOne.get(vialId)
      return row ? toVial(row) : null
    },
  }
}

function toVial(row: VialRow): VialOnHand {
  return {
    vialId: row.id,
    lotId: row.lot_id,
    vaccineCode: row.vaccine_code,
    lotNumber: row.number,
    place: row.place as VialOnHand['place'],
    sessionOn: row.session_on as CalendarDay,
    openedAt: row.opened_at as Instant,
    discardBy: row.discard_by as Instant,
    endsWithSession: row.ends_with_session === 1,
    doses: row.doses,
    vvmStage: row.vvm_stage,
    openedByUserId: row.opened_by_user_id,
    openedByName: row.opened_by_name,
    closedAt: row.closed_at as Instant | null,
    closedBecause: row.closed_because,
    given: row.given,
    wasted: row.wasted,
    left: Math.max(0, row.doses - row.given - row.wasted),
  }
}
