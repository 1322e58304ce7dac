import type { Migration } from '../migrate'

const stamps = `
    voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
    versions      INTEGER NOT NULL CHECK (versions > 0),
    created_stamp TEXT NOT NULL,
    changed_stamp TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    changed_at    TEXT NOT NULL`
const by = 'by_user_id TEXT NOT NULL, by_name TEXT NOT NULL'

/** Fridges, what was read off them, the times they were outside their limits, and what was decided. Decision 0021. */
export const coldChain: Migration = {
  version: 17,
  name: 'cold-chain',
  up(db) {
    db.exec(`
  CREATE TABLE fridge (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, vaccine_codes TEXT NOT NULL CHECK (json_valid(vaccine_codes)),
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),${stamps}
  ) STRICT;
  CREATE TABLE fridge_reading (
    id TEXT PRIMARY KEY, fridge_id TEXT NOT NULL, at TEXT NOT NULL, temperature_c REAL NOT NULL,
    min_c REAL, max_c REAL, note TEXT, ${by},${stamps}
  ) STRICT;
  CREATE INDEX fridge_reading_by_fridge ON fridge_reading (fridge_id, at);
  CREATE TABLE fridge_log (
    id TEXT PRIMARY KEY, fridge_id TEXT NOT NULL, file_name TEXT NOT NULL, from_at TEXT NOT NULL,
    until_at TEXT NOT NULL, points TEXT NOT NULL CHECK (json_valid(points)), ${by},${stamps}
  ) STRICT;
  CREATE INDEX fridge_log_by_fridge ON fridge_log (fridge_id, until_at);
  CREATE TABLE breach (
    id TEXT PRIMARY KEY, fridge_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('too-warm', 'too-cold', 'frozen')),
    from_at TEXT NOT NULL, until_at TEXT NOT NULL, extreme_c REAL NOT NULL,
    lot_ids TEXT NOT NULL CHECK (json_valid(lot_ids)), ${by},${stamps}
  ) STRICT;
  CREATE INDEX breach_by_fridge ON breach (fridge_id, until_at);
  CREATE TABLE breach_decision (
    id TEXT PRIMARY KEY, breach_id TEXT NOT NULL, lot_id TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('use', 'discard')), reason TEXT NOT NULL, ${by},${stamps}
  ) STRICT;
  CREATE INDEX breach_decision_by_breach ON breach_decision (breach_id, lot_id);
    `)
  },
}
