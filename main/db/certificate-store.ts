import type { Database } from './driver'

export type CertificateStore = ReturnType<typeof createCertificateStore>

/** The private halves of this PC's keys, locked by the safe. They are in no journal and reach no other PC. */
export function createCertificateStore(db: Database) {
  const insert = db.prepare<[string, string]>('INSERT INTO signing_key VALUES (?, ?)')
  const select = db.prepare<[string], string>('SELECT locked FROM signing_key WHERE kid = ?').pluck()
  return {
    keepPrivate: (kid: string, locked: string) => void insert.run(kid, locked),
    /** The locked private half; null for a key of another PC. */
    findPrivate: (kid: string) => (select.get(kid) as string | undefined) ?? null,
  }
}
