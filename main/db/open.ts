import { existsSync } from 'node:fs'
import { refuse, Trouble } from '../../src/contract/errors'
import { connect, type Database, type DriverOptions } from './driver'
import { migrate } from './migrate'
import { migrations } from './migrations'
import { refreshPersonIndex } from './refresh-person-index'
import { sqliteCodeOf, sqliteTrouble } from './sqlite-trouble'

/** Real and practice files carry different marks in their header and are never opened for one another. */
export type DatabaseKind = 'real' | 'practice'

const applicationIds: Record<DatabaseKind, number> = { real: 0x44544952, practice: 0x44544950 }

/**
 * Pages of the file that a connection keeps, in KiB. SQLite's own 2 MiB does not hold the indexes that one renewal of a
 * register touches again and again.
 */
const pageCacheKiB = 65_536

/**
 * Where a query puts what it sorts and groups: memory. A temporary file, even one that is never written, takes and gives
 * back its page cache with every query, which in Electron's allocator costs 5 to 15 ms: the lots on hand took 10 ms instead of 0.2.
 */
const temporary = 'temp_store = MEMORY'

/**
 * Opens a station's database for writing, and creates or upgrades it.
 * `synchronous=FULL` is set and asserted: the package's WAL default loses acknowledged doses in a power cut.
 * Refuses a file of the other kind, of a newer application, damaged, or held by another program; never replaces one.
 */
export function openDatabase(file: string, kind: DatabaseKind, options: DriverOptions): Database {
  const db = connectOrRefuse(file, options)
  try {
    db.pragma('busy_timeout = 5000')
    // Before anything is set: even the journal mode is written into the file.
    const isNew = refuseForeign(db, [kind]) === null
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('trusted_schema = OFF')
    db.pragma(`cache_size = -${pageCacheKiB}`)
    db.pragma(temporary)
    assertDurable(db, file)
    if (isNew) db.pragma(`application_id = ${applicationIds[kind]}`)
    migrate(db, migrations)
    refreshPersonIndex(db)
    return db
  } catch (error) {
    db.close()
    throw asTrouble(error)
  }
}

/**
 * Opens a station's database to look at it: nothing in it can be changed. For headless commands.
 * Refuses what is not a station's database, is empty, damaged, or of a newer application.
 */
export function openReadOnly(
  file: string,
  options: Omit<DriverOptions, 'readonly'>,
): { readonly db: Database; readonly kind: DatabaseKind } {
  if (!existsSync(file)) refuse('database.read-only')
  const db = connectOrRefuse(file, { ...options, readonly: true })
  try {
    db.pragma('busy_timeout = 5000')
    db.pragma(`cache_size = -${pageCacheKiB}`)
    db.pragma(temporary)
    const kind = refuseForeign(db, ['real', 'practice'])
    return kind === null ? refuse('database.wrong-kind') : { db, kind }
  } catch (error) {
    db.close()
    throw asTrouble(error)
  }
}

function connectOrRefuse(file: string, options: DriverOptions): Database {
  try {
    return connect(file, options)
  } catch (error) {
    throw asTrouble(error)
  }
}

function assertDurable(db: Database, file: string): void {
  const synchronous = db.pragma('synchronous', { simple: true })
  if (synchronous !== 2) throw new Error(`synchronous is ${String(synchronous)}, not FULL`)
  const mode = db.pragma('journal_mode', { simple: true })
  if (file !== ':memory:' && mode !== 'wal') throw new Error(`journal_mode is ${String(mode)}, not wal`)
}

/**
 * Looks at a file's marks and changes nothing. Answers its kind, or null for an empty file that may become one.
 * Refuses the file of another program, of a kind not asked for, or of a newer application.
 */
function refuseForeign(db: Database, wanted: readonly DatabaseKind[]): DatabaseKind | null {
  const mark = db.pragma('application_id', { simple: true })
  const version = Number(db.pragma('user_version', { simple: true }))
  if (mark === 0) {
    const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get()
    if (tables !== 0 || version !== 0) refuse('database.wrong-kind')
    return null
  }
  const kind = wanted.find(candidate => applicationIds[candidate] === mark)
  if (kind === undefined) return refuse('database.wrong-kind')
  if (version > migrations.length) refuse('database.newer-schema', { version })
  return kind
}

/** SQLite's own codes as trouble with advice; anything else stays the bug it is. */
export function asTrouble(error: unknown): unknown {
  // A file that cannot be opened at all lies where nothing may be written.
  const cannotOpen = sqliteCodeOf(error).startsWith('SQLITE_CANTOPEN') ? 'database.read-only' : null
  const code = sqliteTrouble(error) ?? cannotOpen
  return code === null ? error : new Trouble([{ code, field: null, params: {} }])
}
