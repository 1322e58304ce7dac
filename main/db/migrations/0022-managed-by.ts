import type { Migration } from '../migrate'

/** Persons whose data stay at the point, because the police or the army manages them. Decision 0027. */
export const managedBy: Migration = {
  version: 22,
  name: 'managed-by',
  up(db) {
    db.exec("ALTER TABLE person ADD COLUMN managed_by TEXT CHECK (managed_by IN ('police', 'defence'))")
  },
}
