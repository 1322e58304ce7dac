import type { CalendarDay, Instant } from '../../src/domain/calendar/calendar-day'
import type { Programme, Route } from '../../src/domain/immunization/dose'
import { accountsOf, type Movement } from '../../src/domain/stock/ledger'
import type { GivenCount, SessionEntry } from '../../src/domain/stock/session-usage'
import type { Database } from './driver'
import { createRecordStore, type Stored } from './record-store'

/** Doses of a lot given on one day from one place, and by whom. */
export type GivenDay = {
  readonly on: CalendarDay
  readonly takenFrom: 'store' | 'session'
  readonly doses: number
  readonly lastAt: Instant | null
  readonly names: readonly string[]
}

/** Doses of a day by what they used up besides vaccine. */
export type GivenKind = {
  readonly route: Route | null
  readonly volumeMl: number | null
  readonly programme: Programme
  readonly count: number
}

type GivenRow = {
  on_day: string
  taken_from: string
  doses: number
  last_at: string | null
  names: string | null
}
type LotRow = { lot_id: string; taken_from: string; doses: number }
type KindRow = { route: string | null; volume_ml: number | null; programme: string; count: number }

/** Reads the two sides of the ledger: the movements, and the doses that were given. */
export function createLedgerRepository(db: Database) {
  const records = createRecordStore(db)
  const selectGivenDays = db.prepare<[string], GivenRow>(`
    SELECT given_on AS on_day, coalesce(taken_from, 'store') AS taken_from, count(*) AS doses, max(given_at) AS last_at,
      group_concat(DISTINCT given_by_name) AS names
    FROM dose WHERE lot_id = ? AND voided = 0 GROUP BY given_on, coalesce(taken_from, 'store')`)
  const selectGivenOn = db.prepare<[string], LotRow>(`
    SELECT lot_id, coalesce(taken_from, 'store') AS taken_from, count(*) AS doses
    FROM dose WHERE given_on = ? AND lot_id IS NOT NULL AND voided = 0 GROUP BY lot_id, coalesce(taken_from, 'store')`)
  const selectKindsOn = db.prepare<[string], KindRow>(`
    SELECT route, volume_ml, programme, count(*) AS count
    FROM dose WHERE given_on = ? AND lot_id IS NOT NULL AND voided = 0 GROUP BY route, volume_ml, programme`)

  return {
    /** All movements of a lot, oldest first. */
    movementsOf: (lotId: string): readonly Stored<Movement>[] =>
      records.list('movement', { lot_id: lotId }, 'at, created_stamp'),
    givenDaysOf: (lotId: string): readonly GivenDay[] => selectGivenDays.all(lotId).map(toGivenDay),
    /** The movements of a session. */
    sessionEntries: (on: CalendarDay): readonly SessionEntry[] =>
      records.list('movement', { session_on: on }, 'at, created_stamp').map(movement => ({
        lotId: movement.lotId,
        reason: movement.reason ?? null,
        ...accountsOf(movement),
      })),
    givenOn: (on: CalendarDay): readonly GivenCount[] =>
      selectGivenOn.all(on).map(row => ({
        lotId: row.lot_id,
        takenFrom: row.taken_from === 'session' ? 'session' : 'store',
        doses: row.doses,
      })),
    givenKindsOn: (on: CalendarDay): readonly GivenKind[] =>
      selectKindsOn.all(on).map(row => ({
        route: row.route as Route | null,
        volumeMl: row.volume_ml,
        programme: row.programme as Programme,
        count: row.count,
      })),
  }
}

function toGivenDay(row: GivenRow): GivenDay {
  return {
    on: row.on_day as CalendarDay,
    takenFrom: row.taken_from === 'session' ? 'session' : 'store',
    doses: row.doses,
    lastAt: row.last_at as Instant | null,
    names: row.names === null ? [] : row.names.split(','),
  }
}
