import type { Migration } from '../migrate'

const stamps = `
    voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
    versions      INTEGER NOT NULL CHECK (versions > 0),
    created_stamp TEXT NOT NULL,
    changed_stamp TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    changed_at    TEXT NOT NULL`

/** Where records came from, records of one dose, and what waits for a person: all out of the journal. */
const tables = `
  CREATE TABLE source (
    id TEXT PRIMARY KEY, about TEXT NOT NULL, about_id TEXT NOT NULL, person_id TEXT NOT NULL, resource TEXT NOT NULL,
    version_id TEXT NOT NULL, last_updated TEXT NOT NULL, place_name TEXT, by_name TEXT,
    is_first_hand INTEGER NOT NULL CHECK (is_first_hand IN (0, 1)), recorded_by TEXT NOT NULL,${stamps}
  ) STRICT;
  CREATE INDEX source_by_record ON source (about_id);
  CREATE INDEX source_by_person ON source (person_id);
  CREATE TABLE same_dose (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, dose_id TEXT NOT NULL, other_id TEXT NOT NULL,
    by_user_id TEXT, by_name TEXT,${stamps}
  ) STRICT;
  CREATE INDEX same_dose_by_person ON same_dose (person_id);
  CREATE INDEX same_dose_by_other ON same_dose (other_id, dose_id) WHERE voided = 0;
  CREATE TABLE conflict (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, kind TEXT NOT NULL, field TEXT,
    dose_ids TEXT NOT NULL CHECK (json_valid(dose_ids)),
    here TEXT NOT NULL CHECK (json_valid(here)), here_by TEXT, here_at TEXT,
    there TEXT NOT NULL CHECK (json_valid(there)), there_place TEXT, there_by TEXT, there_at TEXT,
    verdict TEXT, note TEXT, by_user_id TEXT, by_name TEXT,${stamps}
  ) STRICT;
  CREATE INDEX conflict_by_person ON conflict (person_id);
  CREATE INDEX conflict_open ON conflict (created_stamp) WHERE verdict IS NULL;
`

/** What the server held when this PC last saw it: the ground on which two later changes are compared. Of this PC alone. */
const copies = `
  CREATE TABLE province_copy (
    resource     TEXT PRIMARY KEY,
    noun         TEXT NOT NULL,
    record_id    TEXT NOT NULL,
    version_id   TEXT NOT NULL,
    last_updated TEXT NOT NULL,
    entry_id     TEXT NOT NULL,
    facts        TEXT NOT NULL CHECK (json_valid(facts))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX province_copy_by_record ON province_copy (record_id);
  CREATE INDEX province_copy_by_entry ON province_copy (entry_id);
`

const mark = (side: 'NEW' | 'OLD') => `
    UPDATE forecast_state SET generation = 0, marks = marks + 1 WHERE person_id IN (${side}.person_id,
      (SELECT survivor_id FROM person_link WHERE person_id = ${side}.person_id));`

/** A dose that turns out to be told twice counts once: what was forecast no longer holds. */
const marks = `
  CREATE TRIGGER same_dose_added AFTER INSERT ON same_dose BEGIN ${mark('NEW')} END;
  CREATE TRIGGER same_dose_changed AFTER UPDATE ON same_dose BEGIN ${mark('NEW')} END;
  CREATE TRIGGER same_dose_removed AFTER DELETE ON same_dose BEGIN ${mark('OLD')} END;
`

/** What comes in from the province (decision 0029). */
export const arrivals: Migration = {
  version: 25,
  name: 'arrivals',
  up(db) {
    for (const part of [tables, copies, marks]) db.exec(part)
  },
}
