import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { LotOnHand } from '../../src/domain/stock/lot'
import type { Database } from './driver'

type LotRow = {
  id: string
  vaccine_code: string
  number: string
  expires_on: string
  manufacturer: string | null
  programme: string
  status: string
  status_reason: string | null
  diluent_lot: string | null
  diluent_expires_on: string | null
  doses_per_vial: number | null
  store: number
  session: number
  quarantine: number
  given: number
  given_in_session: number
  open_doses: number
}

/** Doses that a movement brings to a place, less those it takes from it. Movements without accounts lie in the store. */
const moved = (place: 'store' | 'session' | 'quarantine') => `
    sum(CASE WHEN from_account IS NULL THEN ${place === 'store' ? 'doses' : '0'}
             ELSE (CASE to_account WHEN '${place}' THEN quantity ELSE 0 END)
                - (CASE from_account WHEN '${place}' THEN quantity ELSE 0 END) END)`

/**
 * Lots with their balance: movements less doses given and not voided. Nothing else holds a balance (decisions 0004, 0017).
 * Each side is added up once over the lots that are asked for.
 */
const onHand = (which: string) => `
  WITH chosen AS MATERIALIZED (SELECT id FROM lot WHERE voided = 0 ${which}),
  moved AS (
    SELECT lot_id, ${moved('store')} AS store, ${moved('session')} AS session, ${moved('quarantine')} AS quarantine
    FROM movement WHERE lot_id IN (SELECT id FROM chosen) AND voided = 0 GROUP BY lot_id),
  gone AS (
    SELECT lot_id, sum(doses) AS given, sum(CASE taken_from WHEN 'session' THEN doses ELSE 0 END) AS given_in_session
    FROM lot_given WHERE lot_id IN (SELECT id FROM chosen) GROUP BY lot_id),
  opened AS (
    SELECT lot_id, sum(max(0, vial.doses
        - (SELECT count(*) FROM dose WHERE vial_id = vial.id AND voided = 0)
        - (SELECT coalesce(sum(CASE to_account WHEN 'wasted' THEN quantity ELSE -quantity END), 0)
           FROM movement WHERE vial_id = vial.id AND voided = 0))) AS open_doses
    FROM vial WHERE lot_id IN (SELECT id FROM chosen) AND closed_at IS NULL AND voided = 0 GROUP BY lot_id)
  SELECT lot.id, vaccine_code, number, expires_on, manufacturer, programme, status, status_reason, diluent_lot,
    diluent_expires_on, doses_per_vial, coalesce(store, 0) AS store, coalesce(session, 0) AS session,
    coalesce(quarantine, 0) AS quarantine, coalesce(given, 0) AS given,
    coalesce(given_in_session, 0) AS given_in_session, coalesce(open_doses, 0) AS open_doses
  FROM chosen JOIN lot ON lot.id = chosen.id LEFT JOIN moved ON moved.lot_id = lot.id
    LEFT JOIN gone ON gone.lot_id = lot.id LEFT JOIN opened ON opened.lot_id = lot.id`

export type LotRepository = ReturnType<typeof createLotRepository>

export function createLotRepository(db: Database) {
  const selectAll = db.prepare<[], LotRow>(`${onHand('')} ORDER BY vaccine_code, expires_on, number`)
  const selectByVaccine = db.prepare<[string], LotRow>(
    `${onHand('AND vaccine_code = ?')} ORDER BY expires_on, number`,
  )
  const selectOne = db.prepare<[string], LotRow>(onHand('AND id = ?'))

  return {
    list: (vaccineCode: string | null): readonly LotOnHand[] =>
      (vaccineCode === null ? selectAll.all() : selectByVaccine.all(vaccineCode)).map(toLot),
    find(lotId: string): LotOnHand | null {
      const row = selectOne.get(lotId)
      return row ? toLot(row) : null
    },
  }
}

function toLot(row: LotRow): LotOnHand {
  return {
    lotId: row.id,
    vaccineCode: row.vaccine_code,
    number: row.number,
    expiresOn: row.expires_on as CalendarDay,
    manufacturer: row.manufacturer,
    programme: row.programme as LotOnHand['programme'],
    status: row.status as LotOnHand['status'],
    statusReason: row.status_reason,
    diluentLot: row.diluent_lot,
    diluentExpiresOn: row.diluent_expires_on as CalendarDay | null,
    dosesPerVial: row.doses_per_vial,
    balance: row.store + row.session + row.quarantine - row.given,
    given: row.given,
    places: {
      store: row.store - (row.given - row.given_in_session),
      session: row.session - row.given_in_session,
      quarantine: row.quarantine,
    },
    openDoses: row.open_doses,
  }
}
