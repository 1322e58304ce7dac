import type { Migration } from '../migrate'

const stamps = `
    voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
    versions      INTEGER NOT NULL CHECK (versions > 0),
    created_stamp TEXT NOT NULL,
    changed_stamp TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    changed_at    TEXT NOT NULL`
const by = 'by_user_id TEXT NOT NULL, by_name TEXT NOT NULL'

/** Who was told to be who, what was due and not given, and which product number is which vaccine. Decision 0021. */
export const injectionSafety: Migration = {
  version: 16,
  name: 'injection-safety',
  up(db) {
    db.exec(`
  CREATE TABLE identity_check (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, visit_id TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('code', 'two-identifiers')),
    told_apart_from TEXT NOT NULL CHECK (json_valid(told_apart_from)), ${by},${stamps}
  ) STRICT;
  CREATE INDEX identity_check_by_visit ON identity_check (visit_id);
  CREATE INDEX identity_check_by_user ON identity_check (by_user_id, created_stamp);
  CREATE TABLE not_given (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, visit_id TEXT NOT NULL, on_day TEXT NOT NULL,
    due_id TEXT NOT NULL, label TEXT NOT NULL, antigens TEXT NOT NULL CHECK (json_valid(antigens)),
    state TEXT NOT NULL CHECK (state IN ('contraindicated', 'refused', 'deferred')), reason TEXT NOT NULL,
    until_day TEXT CHECK (date(until_day) IS until_day), ${by},${stamps}
  ) STRICT;
  CREATE INDEX not_given_by_person ON not_given (person_id, on_day);
  CREATE INDEX not_given_by_visit ON not_given (visit_id);
  CREATE INDEX not_given_by_day ON not_given (on_day);
  CREATE TABLE product_code (
    id TEXT PRIMARY KEY, gtin TEXT NOT NULL, vaccine_code TEXT NOT NULL, ${by},${stamps}
  ) STRICT;
  CREATE INDEX product_code_by_gtin ON product_code (gtin);
  ALTER TABLE dose ADD COLUMN label_check TEXT CHECK (label_check IN ('scanned', 'chosen'));
    `)
  },
}
