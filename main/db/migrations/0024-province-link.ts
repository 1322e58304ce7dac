import type { Migration } from '../migrate'

/**
 * Where this PC stands with the province: what was taken, refused or changed elsewhere, and what the server holds. Of this
 * PC alone, in no journal: the journal itself is the queue. Decision 0028.
 */
export const provinceLink: Migration = {
  version: 24,
  name: 'province-link',
  up(db) {
    db.exec(`
      CREATE TABLE link_server (
        one         INTEGER PRIMARY KEY CHECK (one = 1),
        settings    TEXT NOT NULL CHECK (json_valid(settings)),
        locked      TEXT NOT NULL,
        settled_seq INTEGER NOT NULL CHECK (settled_seq >= 0),
        offset_ms   INTEGER NOT NULL,
        accepted_at TEXT
      ) STRICT;
      CREATE TABLE link_record (
        noun              TEXT NOT NULL,
        record_id         TEXT NOT NULL,
        person_id         TEXT,
        seq               INTEGER NOT NULL,
        stamp             TEXT NOT NULL,
        state             TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'conflict', 'local')),
        saved_at          TEXT NOT NULL,
        settled_at        TEXT NOT NULL,
        receipt           TEXT CHECK (json_valid(receipt)),
        problem           TEXT CHECK (json_valid(problem)),
        blocked_by        TEXT,
        first_saved_at    TEXT NOT NULL,
        first_accepted_at TEXT,
        PRIMARY KEY (noun, record_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX link_record_open ON link_record (state, seq) WHERE state <> 'accepted';
      CREATE INDEX link_record_local ON link_record (person_id) WHERE state = 'local';
      CREATE INDEX link_record_blocked ON link_record (blocked_by) WHERE blocked_by IS NOT NULL;
      CREATE TABLE link_resource (
        key        TEXT PRIMARY KEY,
        server_id  TEXT NOT NULL,
        version_id TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX dose_by_created ON dose (created_stamp);
    `)
  },
}
