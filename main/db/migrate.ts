import { refuse } from '../../src/contract/errors'
import type { Database } from './driver'

export type Migration = {
  readonly version: number
  readonly name: string
  readonly up: (db: Database) => void
}

/** One exclusive transaction a step, `user_version` with it. A file from a newer application is left untouched. */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const current = db.pragma('user_version', { simple: true }) as number
  if (current > migrations.length) refuse('database.newer-schema', { version: current })
  for (const migration of migrations.slice(current)) {
    db.transaction(() => {
      migration.up(db)
      db.pragma(`user_version = ${migration.version}`)
    }).exclusive()
  }
}
