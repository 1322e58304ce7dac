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
  moved: number
  given: number
}

/** Lots with their balance: movements minus doses given and not voided. Nothing else holds a balance. */
const onHand = `
  SELECT lot.id, vaccine_code, number, expires_on, manufacturer, programme, status, status_reason, diluent_lot,
    diluent_expires_on,
    (SELECT coalesce(sum(doses), 0) FROM movement WHERE lot_id = lot.id AND voided = 0) AS moved,
    (SELECT count(*) FROM dose WHERE lot_id = lot.id AND voided = 0) AS given
  FROM lot WHERE voided = 0`

export type LotRepository = ReturnType<typeof createLotRepository>

export function createLotRepository(db: Database) {
  const selectAll = db.prepare<[], LotRow>(`${onHand} ORDER BY vaccine_code, expires_on, number`)
  const selectByVaccine = db.prepare<[string], LotRow>(
    `${onHand} AND vaccine_code = ? ORDER BY expires_on, number`,
  )
  const selectOne = db.prepare<[string], LotRow>(`${onHand} AND lot.id = ?`)

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
    balance: row.moved - row.given,
    given: row.given,
  }
}
