import type { Migration } from '../migrate'

/** A province's own templates of papers: in the journal, at every station, never deleted. Decision 0023. */
export const documentTemplates: Migration = {
  version: 21,
  name: 'document-templates',
  up(db) {
    db.exec(`
      CREATE TABLE document_template (
        id            TEXT PRIMARY KEY,
        paper         TEXT NOT NULL,
        text          TEXT NOT NULL,
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
      CREATE INDEX document_template_by_paper ON document_template (paper, created_stamp);
    `)
  },
}
