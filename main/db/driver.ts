import { createRequire } from 'node:module'
import Sqlite from 'better-sqlite3'
import type Ciphers from 'better-sqlite3-multiple-ciphers'

/** The one type all of main/db speaks; both drivers have this shape. */
export type Database = Sqlite.Database
export type Statement<Parameters extends unknown[], Row> = Sqlite.Statement<Parameters, Row>

export type DriverOptions = {
  /** A native file compiled for this runtime, where the package's own does not load. */
  readonly nativeBinding: string | null
  /** 64 hex digits: the file is, or becomes, SQLCipher-4 format. Null: a plain file. */
  readonly keyHex: string | null
  readonly readonly?: boolean
}

/** Opens a file with the plain or the encrypting driver. */
export function connect(file: string, { nativeBinding, keyHex, readonly = false }: DriverOptions): Database {
  const options = { readonly, ...(nativeBinding ? { nativeBinding } : {}) }
  if (keyHex === null) return new Sqlite(file, options)
  if (!/^[0-9a-f]{64}$/.test(keyHex)) throw new RangeError('a database key is 64 hex digits')
  // Loaded when a key is given; the start of a station with a plain file does not wait for it.
  const Encrypting = createRequire(import.meta.url)('better-sqlite3-multiple-ciphers') as typeof Ciphers
  const db = new Encrypting(file, options)
  db.pragma("cipher='sqlcipher'")
  db.pragma('legacy=4')
  db.pragma(`key="x'${keyHex}'"`)
  return db
}
