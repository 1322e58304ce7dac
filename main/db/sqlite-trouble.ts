import type { ErrorCode } from '../../src/contract/errors'

/** SQLite's own codes that a user can do something about. */
const known = [
  ['SQLITE_NOTADB', 'database.damaged'],
  ['SQLITE_CORRUPT', 'database.damaged'],
  ['SQLITE_BUSY', 'database.locked'],
  ['SQLITE_FULL', 'database.full'],
  ['SQLITE_READONLY', 'database.read-only'],
] as const satisfies readonly (readonly [string, ErrorCode])[]

/** SQLite's code of an error, extended codes included; empty when it is none of SQLite's. */
export function sqliteCodeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

/** The code with advice for an error of SQLite; null when the error is something else. */
export function sqliteTrouble(error: unknown): ErrorCode | null {
  const code = sqliteCodeOf(error)
  return known.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null
}
