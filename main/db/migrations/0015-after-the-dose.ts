import { lotKeySql } from '../lot-key'
import type { Migration } from '../migrate'

const stamps = `
        voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions      INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at    TEXT NOT NULL,
        changed_at    TEXT NOT NULL`
const json = (column: string) => `${column} TEXT NOT NULL CHECK (json_valid(${column}))`

const cases = `
  CREATE TABLE aefi_case (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, reaction_id TEXT NOT NULL, visit_id TEXT, ${json('dose_ids')},
    case_number TEXT NOT NULL, step TEXT NOT NULL, known_at TEXT NOT NULL, session_on TEXT, ${json('facts')},
    ${json('dose_facts')}, ${json('told_health_department')}, ${json('told_provincial_cdc')},
    ${json('suspended_lot_ids')},
    stopped_session INTEGER NOT NULL CHECK (stopped_session IN (0, 1)), opened_by_user_id TEXT NOT NULL,
    opened_by_name TEXT NOT NULL,${stamps}
  ) STRICT;
  CREATE INDEX aefi_case_by_time ON aefi_case (known_at);
  CREATE INDEX aefi_case_untold ON aefi_case (known_at)
    WHERE told_health_department = 'null' OR told_provincial_cdc = 'null';
  CREATE INDEX aefi_case_by_visit ON aefi_case (visit_id);
  CREATE INDEX aefi_case_by_person ON aefi_case (person_id);
  CREATE INDEX aefi_case_by_reaction ON aefi_case (reaction_id);
`

const contacts = `
  CREATE TABLE contact (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, about TEXT NOT NULL, about_key TEXT NOT NULL, state TEXT NOT NULL,
    phone TEXT, note TEXT, at TEXT NOT NULL, by_user_id TEXT NOT NULL, by_name TEXT NOT NULL,${stamps}
  ) STRICT;
  CREATE INDEX contact_by_subject ON contact (about, about_key, person_id, at);
  CREATE INDEX contact_by_person ON contact (person_id);
`

const kit = `
  CREATE TABLE kit_check (
    id TEXT PRIMARY KEY, item_code TEXT NOT NULL, count INTEGER NOT NULL CHECK (count >= 0), expires_on TEXT,
    lot_number TEXT, checked_at TEXT NOT NULL, by_user_id TEXT NOT NULL, by_name TEXT NOT NULL,${stamps}
  ) STRICT;
  CREATE INDEX kit_check_by_item ON kit_check (item_code, checked_at);
`

/** Reactions noticed at home name who told and may have a day only. Those from before have neither. */
const reactions = `
  ALTER TABLE reaction ADD COLUMN onset_accuracy TEXT CHECK (onset_accuracy IN ('day'));
  ALTER TABLE reaction ADD COLUMN reported_by TEXT;
`

/** A recall finds a lot by its number however it was typed, over the whole register. */
const recalls = `
  CREATE INDEX dose_by_lot_key ON dose (${lotKeySql('lot_number')}) WHERE lot_number IS NOT NULL AND voided = 0;
  CREATE INDEX dose_by_day ON dose (given_on, person_id) WHERE kind = 'administered' AND voided = 0;
`

/** Severe cases, calls to families, the emergency box, and the lot number as a recall reads it. Decision 0022. */
export const afterTheDose: Migration = {
  version: 15,
  name: 'after-the-dose',
  up(db) {
    for (const part of [cases, contacts, kit, reactions, recalls]) db.exec(part)
  },
}
