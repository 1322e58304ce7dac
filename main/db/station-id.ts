import type { Database } from './driver'

/** The identity of this PC's journal, made once with the database and never copied to another PC. */
export function readStationId(db: Database, newId: () => string): string {
  const select = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'station-id'").pluck()
  const known = select.get() as string | undefined
  if (known) return known
  db.prepare<[string]>("INSERT INTO meta VALUES ('station-id', ?)").run(newId())
  return select.get() as string
}
