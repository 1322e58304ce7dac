import type { Migration } from '../migrate'

const stamps = `
        voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions      INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at    TEXT NOT NULL,
        changed_at    TEXT NOT NULL`

/** Kinds of lists a point imports, and which lists left the program. Decision 0016. */
export const exchange: Migration = {
  version: 9,
  name: 'exchange',
  up(db) {
    db.exec(`
      CREATE TABLE import_profile (
        id         TEXT PRIMARY KEY,
        name       TEXT NOT NULL,
        columns    TEXT NOT NULL CHECK (json_valid(columns)),
        by_user_id TEXT NOT NULL,${stamps}
      ) STRICT;
      CREATE TABLE export_log (
        id         TEXT PRIMARY KEY,
        list       TEXT NOT NULL,
        filter     TEXT NOT NULL,
        format     TEXT NOT NULL,
        rows       INTEGER NOT NULL CHECK (rows >= 0),
        by_user_id TEXT NOT NULL,
        by_name    TEXT NOT NULL,${stamps}
      ) STRICT;
    `)
  },
}
