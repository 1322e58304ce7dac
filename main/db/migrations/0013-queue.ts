import type { Migration } from '../migrate'

const stamps = `
        voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions      INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at    TEXT NOT NULL,
        changed_at    TEXT NOT NULL`

/** Who was called, who did not come and why, and where this PC's clock jumped. Decision 0020. */
export const queue: Migration = {
  version: 13,
  name: 'queue',
  up(db) {
    db.exec(`
      CREATE TABLE queue_call (
        id         TEXT PRIMARY KEY,
        person_id  TEXT NOT NULL,
        visit_id   TEXT NOT NULL,
        on_day     TEXT NOT NULL CHECK (date(on_day) IS on_day),
        stage      TEXT NOT NULL,
        ticket     INTEGER NOT NULL,
        at         TEXT NOT NULL,
        by_user_id TEXT NOT NULL,
        by_name    TEXT NOT NULL,${stamps}
      ) STRICT;
      CREATE INDEX queue_call_by_day ON queue_call (on_day);
      CREATE INDEX queue_call_by_person ON queue_call (person_id);
      CREATE TABLE no_show (
        id             TEXT PRIMARY KEY,
        person_id      TEXT NOT NULL,
        on_day         TEXT NOT NULL CHECK (date(on_day) IS on_day),
        reason         TEXT NOT NULL,
        note           TEXT,
        at             TEXT NOT NULL,
        by_user_id     TEXT NOT NULL,
        by_name        TEXT NOT NULL,${stamps}
      ) STRICT;
      CREATE INDEX no_show_by_day ON no_show (on_day);
      CREATE INDEX no_show_by_person ON no_show (person_id);
      CREATE TABLE clock_jump (
        stamp TEXT NOT NULL,
        at    TEXT NOT NULL,
        by_ms INTEGER NOT NULL,
        kind  TEXT NOT NULL CHECK (kind IN ('running', 'away'))
      ) STRICT;
      ALTER TABLE point ADD COLUMN wait_limit_minutes INTEGER;
    `)
  },
}
