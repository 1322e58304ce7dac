import type { Migration } from '../migrate'

/**
 * Receipts of the province for what its server has, and at its reception how far each station was posted and who works
 * where. Of this PC alone, in no journal. Decision 0030.
 */
export const posted: Migration = {
  version: 28,
  name: 'posted',
  up(db) {
    db.exec(`
  CREATE TABLE courier_posted (
    kid TEXT NOT NULL, station_id TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (kid, station_id)
  ) STRICT;
  CREATE TABLE courier_progress (
    station_id TEXT PRIMARY KEY, settled_seq INTEGER NOT NULL CHECK (settled_seq >= 0)
  ) STRICT;
  CREATE TABLE courier_staff (
    user_id TEXT PRIMARY KEY, iss TEXT NOT NULL, seq INTEGER NOT NULL, state TEXT NOT NULL CHECK (json_valid(state))
  ) STRICT;
    `)
  },
}
