import type { Instant } from '../../src/domain/calendar/calendar-day'
import type { Breach, FridgeLog, FridgeReading } from '../../src/domain/stock/fridge'
import type { Database } from './driver'
import { createRecordStore, type Stored } from './record-store'

export type ColdChainRepository = ReturnType<typeof createColdChainRepository>

/** Temperatures of a fridge in a time, and lots that a breach puts in doubt. */
export function createColdChainRepository(db: Database) {
  const records = createRecordStore(db)
  const selectReadings = db
    .prepare<[string, string, string], string>(
      'SELECT id FROM fridge_reading WHERE fridge_id = ? AND at BETWEEN ? AND ? AND voided = 0 ORDER BY at, id',
    )
    .pluck()
  const selectLast = db
    .prepare<[string, string], string>(
      'SELECT id FROM fridge_reading WHERE fridge_id = ? AND at <= ? AND voided = 0 ORDER BY at DESC, id DESC LIMIT 1',
    )
    .pluck()
  const selectLogs = db
    .prepare<[string, string, string], string>(
      `SELECT id FROM fridge_log WHERE fridge_id = ? AND until_at >= ? AND from_at <= ? AND voided = 0
       ORDER BY from_at, id`,
    )
    .pluck()
  // Breaches are few; those of a lot are found by going through them.
  const selectUndecided = db
    .prepare<[string], string>(
      `SELECT breach.id FROM breach, json_each(breach.lot_ids) AS lot
       WHERE breach.voided = 0 AND lot.value = ? AND NOT EXISTS (
         SELECT 1 FROM breach_decision AS decision
         WHERE decision.breach_id = breach.id AND decision.lot_id = lot.value AND decision.voided = 0)
       ORDER BY breach.from_at`,
    )
    .pluck()

  return {
    readings: (fridgeId: string, from: Instant, until: Instant): readonly Stored<FridgeReading>[] =>
      selectReadings.all(fridgeId, from, until).flatMap(id => records.find('fridge-reading', id) ?? []),
    /** The newest reading at or before a moment. */
    lastReading(fridgeId: string, until: Instant): Stored<FridgeReading> | null {
      const id = selectLast.get(fridgeId, until)
      return id === undefined ? null : records.find('fridge-reading', id)
    },
    logs: (fridgeId: string, from: Instant, until: Instant): readonly Stored<FridgeLog>[] =>
      selectLogs.all(fridgeId, from, until).flatMap(id => records.find('fridge-log', id) ?? []),
    /** Breaches that put this lot in doubt and about which nobody has decided. */
    undecidedOf: (lotId: string): readonly Stored<Breach>[] =>
      selectUndecided.all(lotId).flatMap(id => records.find('breach', id) ?? []),
  }
}
