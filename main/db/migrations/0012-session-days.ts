import type { Migration } from '../migrate'

const stamps = `
        voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions      INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at    TEXT NOT NULL,
        changed_at    TEXT NOT NULL`

/** Session days that were stopped, closed and opened again. Decision 0020. */
export const sessionDays: Migration = {
  version: 12,
  name: 'session-days',
  up(db) {
    db.exec(`
      CREATE TABLE session_day (
        id         TEXT PRIMARY KEY,
        on_day     TEXT NOT NULL CHECK (date(on_day) IS on_day),
        state      TEXT NOT NULL,
        reason     TEXT,
        at         TEXT NOT NULL,
        by_user_id TEXT NOT NULL,
        by_name    TEXT NOT NULL,
        by_role    TEXT NOT NULL,
        answers    TEXT NOT NULL CHECK (json_valid(answers)),
        closing    TEXT NOT NULL CHECK (json_valid(closing)),${stamps}
      ) STRICT;
      CREATE INDEX session_day_by_day ON session_day (on_day);
    `)
  },
}
