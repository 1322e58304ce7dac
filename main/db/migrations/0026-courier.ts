import type { Migration } from '../migrate'

/**
 * What a PC knows of courier sticks, of it alone: seals of stations for passing their entries on, receipts, the newest card
 * of each sender, and places in chains whose entries stayed at their point. Decision 0030.
 */
export const courier: Migration = {
  version: 26,
  name: 'courier',
  up(db) {
    db.exec(`
  CREATE INDEX person_by_managed ON person (managed_by) WHERE managed_by IS NOT NULL;
  CREATE INDEX journal_doses ON journal (station_id, seq) WHERE noun = 'dose' AND verb = 'recorded';
  CREATE TABLE courier_seal (
    station_id TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), text TEXT NOT NULL, PRIMARY KEY (station_id, seq)
  ) STRICT;
  CREATE TABLE courier_receipt (
    kid TEXT NOT NULL, station_id TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), at TEXT NOT NULL,
    text TEXT NOT NULL, PRIMARY KEY (kid, station_id)
  ) STRICT;
  CREATE TABLE courier_card (
    kid TEXT PRIMARY KEY, station_id TEXT NOT NULL, name TEXT NOT NULL, serial INTEGER NOT NULL, box TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE courier_withheld (
    station_id TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), prev_hash TEXT NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (station_id, seq)
  ) STRICT;
    `)
  },
}
