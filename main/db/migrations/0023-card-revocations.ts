import type { Migration } from '../migrate'

/** Single certificates that were taken back, with the signed statement that says so. Decision 0031. */
export const cardRevocations: Migration = {
  version: 23,
  name: 'card-revocations',
  up(db) {
    db.exec(`
      CREATE TABLE card_revocation (
        id            TEXT PRIMARY KEY,
        card          TEXT NOT NULL,
        kid           TEXT NOT NULL,
        why           TEXT NOT NULL,
        note          TEXT,
        text          TEXT NOT NULL,
        by_user_id    TEXT NOT NULL,
        by_name       TEXT NOT NULL,
        voided        INTEGER NOT NULL CHECK (voided IN (0, 1)),
        versions      INTEGER NOT NULL CHECK (versions > 0),
        created_stamp TEXT NOT NULL,
        changed_stamp TEXT NOT NULL,
        created_at    TEXT NOT NULL,
        changed_at    TEXT NOT NULL
      ) STRICT;
      CREATE INDEX card_revocation_by_card ON card_revocation (card);
    `)
  },
}
