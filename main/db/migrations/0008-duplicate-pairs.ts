import type { Migration } from '../migrate'

/**
 * `duplicate_pair`: two records the finder thinks may be one person; `is_found` is 0 while a
 * search is under way that has not come to it, `evidence` is what speaks for and against, as the finder saw it.
 */
const tables = `
  CREATE TABLE duplicate_pair (
    left_id     TEXT NOT NULL,
    right_id    TEXT NOT NULL CHECK (left_id < right_id),
    certainty   TEXT NOT NULL CHECK (certainty IN ('certain', 'likely', 'possible')),
    bits        REAL NOT NULL,
    probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),
    veto        TEXT,
    cluster     INTEGER NOT NULL,
    evidence    TEXT NOT NULL CHECK (json_valid(evidence)),
    is_found    INTEGER NOT NULL CHECK (is_found IN (0, 1)),
    is_stale    INTEGER NOT NULL CHECK (is_stale IN (0, 1)),
    PRIMARY KEY (left_id, right_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX duplicate_pair_by_right ON duplicate_pair (right_id);
  CREATE INDEX duplicate_pair_by_certainty ON duplicate_pair (certainty, bits DESC);
`

/** Whatever writes a person, a dose or a merge: what was found with the old record no longer holds for sure. */
function stale(name: string, event: string, ids: readonly string[]): string {
  const updates = ids.map(
    id => `UPDATE duplicate_pair SET is_stale = 1 WHERE left_id = ${id};
      UPDATE duplicate_pair SET is_stale = 1 WHERE right_id = ${id};`,
  )
  return `CREATE TRIGGER duplicate_${name} AFTER ${event} BEGIN ${updates.join('\n')} END;`
}

const marks = [
  stale('person_changed', 'UPDATE ON person', ['NEW.id']),
  stale('person_removed', 'DELETE ON person', ['OLD.id']),
  stale('dose_added', 'INSERT ON dose', ['NEW.person_id']),
  stale('dose_changed', 'UPDATE ON dose', ['NEW.person_id', 'OLD.person_id']),
  stale('dose_removed', 'DELETE ON dose', ['OLD.person_id']),
  stale('link_added', 'INSERT ON person_link', ['NEW.survivor_id']),
  stale('link_removed', 'DELETE ON person_link', ['OLD.person_id', 'OLD.survivor_id']),
]

/** Pairs that may be one person, found beside the work: derived, of this PC alone (decision 0013). */
export const duplicatePairs: Migration = {
  version: 8,
  name: 'duplicate-pairs',
  up(db) {
    for (const part of [tables, ...marks]) db.exec(part)
  },
}
