import type { Migration } from '../migrate'

/**
 * Jobs are found by where they stand and by their paper without reading all of them, and a paper may have a printer and a
 * tray of its own. Decision 0024.
 */
export const printSpool: Migration = {
  version: 20,
  name: 'print-spool',
  up(db) {
    db.exec(`
      CREATE INDEX print_job_by_state ON print_job (state) WHERE state IN ('queued', 'sent');
      CREATE INDEX print_job_by_paper ON print_job (json_extract(job, '$.reprintOf'));
      CREATE TABLE print_route (kind TEXT PRIMARY KEY, printer_id TEXT NOT NULL, tray TEXT) STRICT;
    `)
  },
}
