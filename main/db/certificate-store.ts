import type { Database } from './driver'

export type CertificateStore = ReturnType<typeof createCertificateStore>

/** The newest lists of keys, and the private halves of this PC's own: locked by the safe, in no journal, on no other PC. */
export function createCertificateStore(db: Database) {
  const insert = db.prepare<[string, string]>('INSERT INTO signing_key VALUES (?, ?)')
  const select = db.prepare<[string], string>('SELECT locked FROM signing_key WHERE kid = ?').pluck()
  // By the index alone: a list of a province is some 300 kB, and there is a new one every few weeks.
  const selectNewest = db
    .prepare<[], string>(
      `SELECT id FROM (SELECT id, row_number() OVER
         (PARTITION BY authority_id ORDER BY serial DESC, created_stamp) AS place FROM key_list WHERE voided = 0)
       WHERE place = 1`,
    )
    .pluck()
  return {
    /** The newest list of each authority, by id. */
    newestLists: () => selectNewest.all() as string[],
    keepPrivate: (kid: string, locked: string) => void insert.run(kid, locked),
    /** The locked private half; null for a key of another PC. */
    findPrivate: (kid: string) => (select.get(kid) as string | undefined) ?? null,
  }
}
