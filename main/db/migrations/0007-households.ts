import type { Migration } from '../migrate'

const stamps = `
    voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
    versions      INTEGER NOT NULL CHECK (versions > 0),
    created_stamp TEXT NOT NULL,
    changed_stamp TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    changed_at    TEXT NOT NULL`
const day = (column: string) => `${column} TEXT CHECK (date(${column}) IS ${column})`

const tables = `
  CREATE TABLE residence (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, state TEXT NOT NULL, ${day('on_day')} NOT NULL, ${day('until_day')},
    reason TEXT, other_place TEXT, note TEXT,${stamps}
  ) STRICT;
  CREATE INDEX residence_by_person ON residence (person_id, on_day);
  CREATE TABLE family_link (
    id TEXT PRIMARY KEY, person_id TEXT NOT NULL, relative_id TEXT NOT NULL, relation TEXT NOT NULL,
    ${day('since_day')}, ${day('until_day')},${stamps}
  ) STRICT;
  CREATE INDEX family_link_by_person ON family_link (person_id);
  CREATE INDEX family_link_by_relative ON family_link (relative_id);
`

/** Whoever has moved away or died is no longer due: a forecast made before does not hold, nor that of the survivor of a merge. */
const marks = (['INSERT', 'UPDATE', 'DELETE'] as const).map(what => {
  const personId = `${what === 'DELETE' ? 'OLD' : 'NEW'}.person_id`
  return `
  CREATE TRIGGER residence_on_${what.toLowerCase()} AFTER ${what} ON residence BEGIN
    UPDATE forecast_state SET generation = 0, marks = marks + 1
      WHERE person_id IN (${personId}, (SELECT survivor_id FROM person_link WHERE person_id = ${personId}));
  END;`
})

/** Addresses known only in the units of before July 2025, for the list that brings them up to date. */
const oldPlaces = `
  CREATE INDEX person_by_former_place ON person (id)
    WHERE voided = 0 AND instr(addresses, '"communeCode":null,"former":{') > 0;
`

/** Families and where people live, with dates and reasons. Decision 0015. */
export const households: Migration = {
  version: 7,
  name: 'households',
  up(db) {
    for (const part of [tables, ...marks, oldPlaces]) db.exec(part)
  },
}
