import type { Migration } from '../migrate'

const stamps = `
    voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
    versions      INTEGER NOT NULL CHECK (versions > 0),
    created_stamp TEXT NOT NULL,
    changed_stamp TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    changed_at    TEXT NOT NULL`

/** `person_link`: one row for each absorbed person, to the end of its chain. Derived from `merge` by `linksOf`. */
const tables = `
  CREATE TABLE merge (
    id TEXT PRIMARY KEY, survivor_id TEXT NOT NULL, absorbed_id TEXT NOT NULL,
    changes TEXT NOT NULL CHECK (json_valid(changes)), overrides TEXT NOT NULL CHECK (json_valid(overrides)),
    reason TEXT NOT NULL, by_user_id TEXT NOT NULL, by_name TEXT NOT NULL,${stamps}
  ) STRICT;
  CREATE INDEX merge_by_survivor ON merge (survivor_id);
  CREATE INDEX merge_by_absorbed ON merge (absorbed_id);
  CREATE INDEX merge_by_time ON merge (created_stamp);
  CREATE TABLE pair_decision (
    id TEXT PRIMARY KEY, left_id TEXT NOT NULL, right_id TEXT NOT NULL CHECK (left_id < right_id),
    decision TEXT NOT NULL, reason TEXT NOT NULL, by_user_id TEXT NOT NULL, by_name TEXT NOT NULL,${stamps}
  ) STRICT;
  CREATE INDEX pair_decision_by_pair ON pair_decision (left_id, right_id) WHERE voided = 0;
  CREATE INDEX pair_decision_by_right ON pair_decision (right_id) WHERE voided = 0;
  CREATE TABLE person_link (
    person_id TEXT PRIMARY KEY, survivor_id TEXT NOT NULL, merge_id TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX person_link_by_survivor ON person_link (survivor_id);
`

const mark = (ids: string) =>
  `UPDATE forecast_state SET generation = 0, marks = marks + 1 WHERE person_id IN (${ids});`
const survivorOf = (side: 'NEW' | 'OLD') =>
  `(SELECT survivor_id FROM person_link WHERE person_id = ${side}.person_id)`

/** A dose written under an absorbed record, and every merge and undo, put the survivor's forecast out of date as well. */
const marks = `
  DROP TRIGGER dose_added;
  DROP TRIGGER dose_changed;
  DROP TRIGGER dose_removed;
  CREATE TRIGGER dose_added AFTER INSERT ON dose BEGIN
    ${mark(`NEW.person_id, ${survivorOf('NEW')}`)}
  END;
  CREATE TRIGGER dose_changed AFTER UPDATE ON dose BEGIN
    ${mark(`NEW.person_id, OLD.person_id, ${survivorOf('NEW')}, ${survivorOf('OLD')}`)}
  END;
  CREATE TRIGGER dose_removed AFTER DELETE ON dose BEGIN
    ${mark(`OLD.person_id, ${survivorOf('OLD')}`)}
  END;
  CREATE TRIGGER person_link_added AFTER INSERT ON person_link BEGIN
    ${mark('NEW.person_id, NEW.survivor_id')}
  END;
  CREATE TRIGGER person_link_changed AFTER UPDATE ON person_link BEGIN
    ${mark('NEW.person_id, NEW.survivor_id, OLD.survivor_id')}
  END;
  CREATE TRIGGER person_link_removed AFTER DELETE ON person_link BEGIN
    ${mark('OLD.person_id, OLD.survivor_id')}
  END;
`

/** Two records of one person are tied together, and two people who look alike are told apart (decision 0012). */
export const merges: Migration = {
  version: 6,
  name: 'merges',
  up(db) {
    for (const part of [tables, marks]) db.exec(part)
  },
}
