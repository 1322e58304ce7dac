import type { Migration } from '../migrate'

/** A province's own schedule files are records like any other: in the journal, at every station, never deleted. */
export const scheduleFiles: Migration = {
  version: 4,
  name: 'schedule-files',
  up(db) {
    db.exec(`
      CREATE TABLE schedule_file (
        id            TEXT PRIMARY KEY,
        code          TEXT NOT NULL,
        file_name     TEXT NOT NULL,
        text          TEXT NOT NULL,
        status        TEXT NOT NULL CHECK (status IN ('active', 'withdrawn')),
        reason        TEXT NOT NULL,
        by_user_id    TEXT NOT NULL,
        by_name       TEXT NOT NULL,
        voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions      INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at    TEXT NOT NULL,
        changed_at    TEXT NOT NULL
      ) STRICT;
    `)
  },
}
