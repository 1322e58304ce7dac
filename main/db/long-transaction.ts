import type { Database } from './driver'

/** Pages kept while it lasts, in KiB: what does not fit is written to the log early and read back from there. */
const pageCacheKiB = 262_144

/**
 * Begins a transaction that takes many turns, on a connection of its own. Answers the function that ends it, all kept or
 * nothing, and closes the connection.
 */
export function beginLong(db: Database): (isKept: boolean) => void {
  db.pragma(`cache_size = -${pageCacheKiB}`)
  db.exec('BEGIN IMMEDIATE')
  return isKept => {
    try {
      if (isKept) db.exec('COMMIT')
    } finally {
      // Closing rolls back what was not committed.
      db.close()
    }
  }
}
