import type { Migration } from '../migrate'

const stamps = `
    voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
    versions      INTEGER NOT NULL CHECK (versions > 0),
    created_stamp TEXT NOT NULL,
    changed_stamp TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    changed_at    TEXT NOT NULL`

/** Keys that sign certificates, and the lists of keys whose signatures count. Decision 0025. */
export const certificateKeys: Migration = {
  version: 19,
  name: 'certificate-keys',
  up(db) {
    db.exec(`
  CREATE TABLE station_key (
    id TEXT PRIMARY KEY, kid TEXT NOT NULL, jwk TEXT NOT NULL CHECK (json_valid(jwk)), station_id TEXT NOT NULL,
    station_name TEXT NOT NULL, made_at TEXT NOT NULL, by_user_id TEXT NOT NULL, by_name TEXT NOT NULL,${stamps}
  ) STRICT;
  CREATE TABLE key_list (
    id TEXT PRIMARY KEY, authority_id TEXT NOT NULL, authority_name TEXT NOT NULL,
    serial INTEGER NOT NULL CHECK (serial > 0), text TEXT NOT NULL,
    by_user_id TEXT NOT NULL, by_name TEXT NOT NULL,${stamps}
  ) STRICT;
  CREATE INDEX key_list_by_authority ON key_list (authority_id, serial, created_stamp, voided, id);
  CREATE TABLE signing_key (
    kid TEXT PRIMARY KEY, locked TEXT NOT NULL
  ) STRICT;
    `)
  },
}
