import type { Migration } from '../migrate'

const dayOrNull = (column: string) => `${column} TEXT CHECK (date(${column}) IS ${column})`

/** Columns a list is narrowed by, beside the two days that decide a status. */
const listed = `
    state        INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
    ${dayOrNull('due_on')},
    ${dayOrNull('overdue_on')},
    birth_date   TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    hamlet       TEXT NOT NULL`

/**
 * `forecast_state`: one row a person. It holds while `generation` is the current one and `renew_on` lies ahead; every
 * write about the person or a dose sets `generation` to 0 and counts `marks` up, so that work under way notices.
 * `forecast`: one row for each row of the matrix in which the person still needs something.
 * `forecast_count`: how many are due (1) and overdue (2) by place and row; row '' counts persons.
 */
const tables = `
  CREATE TABLE forecast_state (
    person_id    TEXT PRIMARY KEY,
    marks        INTEGER NOT NULL,
    generation   INTEGER NOT NULL,
    renew_on     TEXT NOT NULL,${listed}
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX forecast_state_by_renewal ON forecast_state (generation, renew_on);
  CREATE INDEX forecast_state_by_due ON forecast_state (due_on, person_id, birth_date) WHERE due_on IS NOT NULL;
  CREATE INDEX forecast_state_by_overdue ON forecast_state (overdue_on, person_id, birth_date)
    WHERE overdue_on IS NOT NULL;
  CREATE INDEX forecast_state_by_place ON forecast_state (commune_code, hamlet, due_on, person_id, overdue_on, birth_date)
    WHERE due_on IS NOT NULL;
  CREATE TABLE forecast (
    person_id    TEXT NOT NULL,
    row_code     TEXT NOT NULL,
    doses        TEXT NOT NULL CHECK (json_valid(doses)),${listed},
    PRIMARY KEY (person_id, row_code)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX forecast_by_due ON forecast (row_code, due_on, person_id, birth_date);
  CREATE INDEX forecast_by_overdue ON forecast (row_code, overdue_on, person_id, birth_date)
    WHERE overdue_on IS NOT NULL;
  CREATE INDEX forecast_by_place ON forecast (commune_code, hamlet, row_code, due_on, person_id, overdue_on, birth_date);
  CREATE TABLE forecast_count (
    row_code TEXT NOT NULL, commune_code TEXT NOT NULL, hamlet TEXT NOT NULL, state INTEGER NOT NULL,
    persons INTEGER NOT NULL, PRIMARY KEY (row_code, commune_code, hamlet, state)
  ) STRICT, WITHOUT ROWID;
`

/** Whatever writes a person or a dose, a use case, another station's entry or a rebuild: the forecast no longer holds. */
const marks = `
  CREATE TRIGGER person_added AFTER INSERT ON person BEGIN
    INSERT INTO forecast_state VALUES (NEW.id, 1, 0, '', 0, NULL, NULL, NEW.birth_date,
      ifnull(NEW.commune_code, ''), ifnull(NEW.hamlet, ''))
    ON CONFLICT (person_id) DO UPDATE SET generation = 0, marks = marks + 1;
  END;
  CREATE TRIGGER person_changed AFTER UPDATE ON person BEGIN
    UPDATE forecast_state SET generation = 0, marks = marks + 1 WHERE person_id = NEW.id;
  END;
  CREATE TRIGGER person_removed AFTER DELETE ON person BEGIN
    DELETE FROM forecast WHERE person_id = OLD.id;
    DELETE FROM forecast_state WHERE person_id = OLD.id;
  END;
  CREATE TRIGGER dose_added AFTER INSERT ON dose BEGIN
    UPDATE forecast_state SET generation = 0, marks = marks + 1 WHERE person_id = NEW.person_id;
  END;
  CREATE TRIGGER dose_changed AFTER UPDATE ON dose BEGIN
    UPDATE forecast_state SET generation = 0, marks = marks + 1 WHERE person_id IN (NEW.person_id, OLD.person_id);
  END;
  CREATE TRIGGER dose_removed AFTER DELETE ON dose BEGIN
    UPDATE forecast_state SET generation = 0, marks = marks + 1 WHERE person_id = OLD.person_id;
  END;
`

/** Keeps `forecast_count` equal to what counting would give. */
function counts(table: 'forecast' | 'forecast_state'): string {
  const key = (side: 'NEW' | 'OLD') =>
    `${table === 'forecast' ? `${side}.row_code` : "''"}, ${side}.commune_code, ${side}.hamlet, ${side}.state`
  const add = `INSERT INTO forecast_count VALUES (${key('NEW')}, 1)
      ON CONFLICT DO UPDATE SET persons = persons + 1;`
  const take = `UPDATE forecast_count SET persons = persons - 1
      WHERE (row_code, commune_code, hamlet, state) = (${key('OLD')});`
  const changed = `(${key('NEW')}) IS NOT (${key('OLD')})`
  return `
  CREATE TRIGGER ${table}_in AFTER INSERT ON ${table} WHEN NEW.state > 0 BEGIN ${add} END;
  CREATE TRIGGER ${table}_out AFTER DELETE ON ${table} WHEN OLD.state > 0 BEGIN ${take} END;
  CREATE TRIGGER ${table}_on AFTER UPDATE ON ${table} WHEN NEW.state > 0 AND ${changed} BEGIN ${add} END;
  CREATE TRIGGER ${table}_off AFTER UPDATE ON ${table} WHEN OLD.state > 0 AND ${changed} BEGIN ${take} END;
`
}

/** Everybody registered so far waits for a first forecast. */
const everybody = `
  INSERT INTO forecast_state
    SELECT id, 1, 0, '', 0, NULL, NULL, birth_date, ifnull(commune_code, ''), ifnull(hamlet, '') FROM person;
`

/** What is due, kept for lists: derived, of this PC alone, kept right by triggers and renewals (decision 0011). */
export const keptForecasts: Migration = {
  version: 3,
  name: 'kept-forecasts',
  up(db) {
    for (const part of [tables, marks, counts('forecast_state'), counts('forecast'), everybody]) db.exec(part)
  },
}
