import type { Migration } from '../migrate'

const stamps = `
        voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions      INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at    TEXT NOT NULL,
        changed_at    TEXT NOT NULL`

/** How many doses each lot gave, kept by triggers as the count of persons is: listing lots must not read every dose. */
const givenCounts = `
  CREATE TABLE lot_given (
    lot_id TEXT NOT NULL, taken_from TEXT NOT NULL, doses INTEGER NOT NULL, PRIMARY KEY (lot_id, taken_from)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO lot_given
    SELECT lot_id, coalesce(taken_from, 'store'), count(*) FROM dose WHERE lot_id IS NOT NULL AND voided = 0 GROUP BY 1, 2;
  CREATE TRIGGER dose_out_of_lot AFTER INSERT ON dose WHEN NEW.lot_id IS NOT NULL AND NEW.voided = 0 BEGIN
    INSERT INTO lot_given VALUES (NEW.lot_id, coalesce(NEW.taken_from, 'store'), 1)
      ON CONFLICT DO UPDATE SET doses = doses + 1;
  END;
  CREATE TRIGGER dose_back_in_lot AFTER DELETE ON dose WHEN OLD.lot_id IS NOT NULL AND OLD.voided = 0 BEGIN
    UPDATE lot_given SET doses = doses - 1
      WHERE lot_id = OLD.lot_id AND taken_from = coalesce(OLD.taken_from, 'store');
  END;
  CREATE TRIGGER dose_of_other_lot AFTER UPDATE OF lot_id, taken_from, voided ON dose
    WHEN OLD.lot_id IS NOT NEW.lot_id OR OLD.taken_from IS NOT NEW.taken_from OR OLD.voided <> NEW.voided
  BEGIN
    UPDATE lot_given SET doses = doses - 1
      WHERE lot_id = OLD.lot_id AND taken_from = coalesce(OLD.taken_from, 'store') AND OLD.voided = 0;
    INSERT INTO lot_given SELECT NEW.lot_id, coalesce(NEW.taken_from, 'store'), 1
      WHERE NEW.lot_id IS NOT NULL AND NEW.voided = 0
      ON CONFLICT DO UPDATE SET doses = doses + 1;
  END;
`

/**
 * The ledger has two sides: a movement names the accounts it goes from and to, a dose the vial and the place it was taken
 * from. Rows of earlier builds leave all of it empty and are read as before. Decision 0017.
 */
export const stockLedger: Migration = {
  version: 11,
  name: 'stock-ledger',
  up(db) {
    db.exec(`
      ALTER TABLE lot ADD COLUMN doses_per_vial INTEGER;
      ALTER TABLE dose ADD COLUMN vial_id TEXT;
      ALTER TABLE dose ADD COLUMN taken_from TEXT;
      ALTER TABLE movement ADD COLUMN from_account TEXT;
      ALTER TABLE movement ADD COLUMN to_account TEXT;
      ALTER TABLE movement ADD COLUMN quantity INTEGER CHECK (quantity >= 0);
      ALTER TABLE movement ADD COLUMN reason TEXT;
      ALTER TABLE movement ADD COLUMN vial_id TEXT;
      ALTER TABLE movement ADD COLUMN session_on TEXT CHECK (date(session_on) IS session_on);
      ALTER TABLE movement ADD COLUMN reverses TEXT;
      ALTER TABLE movement ADD COLUMN by_user_id TEXT;
      ALTER TABLE movement ADD COLUMN by_name TEXT;
      ALTER TABLE movement ADD COLUMN supplier TEXT;
      ALTER TABLE movement ADD COLUMN document_number TEXT;
      ALTER TABLE movement ADD COLUMN vvm_stage INTEGER;
      ALTER TABLE movement ADD COLUMN temperature_c REAL;
      ALTER TABLE movement ADD COLUMN indicator TEXT;
      DROP INDEX movement_by_lot;
      CREATE INDEX movement_by_lot ON movement (lot_id, from_account, to_account, quantity, doses) WHERE voided = 0;
      CREATE INDEX movement_by_session ON movement (session_on) WHERE session_on IS NOT NULL AND voided = 0;
      CREATE INDEX movement_by_vial ON movement (vial_id) WHERE vial_id IS NOT NULL AND voided = 0;
      DROP INDEX dose_by_lot;
      CREATE INDEX dose_by_lot ON dose (lot_id, taken_from, vial_id) WHERE lot_id IS NOT NULL AND voided = 0;
      CREATE INDEX dose_by_vial ON dose (vial_id) WHERE vial_id IS NOT NULL AND voided = 0;
      CREATE INDEX dose_from_lot_by_day ON dose (given_on, lot_id, taken_from) WHERE lot_id IS NOT NULL AND voided = 0;
      CREATE TABLE vial (
        id                TEXT PRIMARY KEY,
        lot_id            TEXT NOT NULL,
        place             TEXT NOT NULL,
        session_on        TEXT NOT NULL CHECK (date(session_on) IS session_on),
        opened_at         TEXT NOT NULL,
        discard_by        TEXT NOT NULL,
        ends_with_session INTEGER NOT NULL CHECK (ends_with_session IN (0, 1)),
        doses             INTEGER NOT NULL CHECK (doses > 0),
        vvm_stage         INTEGER,
        opened_by_user_id TEXT,
        opened_by_name    TEXT,
        closed_at         TEXT,
        closed_because    TEXT,${stamps}
      ) STRICT;
      CREATE INDEX vial_open ON vial (lot_id) WHERE closed_at IS NULL AND voided = 0;
      CREATE INDEX vial_by_session ON vial (session_on) WHERE voided = 0;
      ${givenCounts}
      CREATE TABLE stock_level (
        id      TEXT PRIMARY KEY,
        code    TEXT NOT NULL,
        minimum INTEGER CHECK (minimum >= 0),
        maximum INTEGER CHECK (maximum >= 0),${stamps}
      ) STRICT;
      CREATE INDEX stock_level_by_code ON stock_level (code, changed_stamp);
    `)
  },
}
