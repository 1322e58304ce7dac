import type { Migration } from '../migrate'

/**
 * How far forecasts and judgements were sent to the province, and what they said: of this PC alone, like all that stands
 * about the server (decision 0027). And when a question was decided, because the answer travels (decision 0029).
 */
export const derivedSent: Migration = {
  version: 29,
  name: 'derived-sent',
  up(db) {
    db.exec(`
      CREATE TABLE link_derived (
        person_id TEXT PRIMARY KEY,
        said      TEXT NOT NULL CHECK (json_valid(said))
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE link_derived_to (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        seq INTEGER NOT NULL CHECK (seq >= 0)
      ) STRICT;
      ALTER TABLE conflict ADD COLUMN decided_at TEXT;
    `)
  },
}
