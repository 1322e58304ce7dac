import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { KeptBy } from './safe'

/** What the operating system keeps for this user: DPAPI on Windows, the key ring of the desktop on Linux. */
export type SystemStore = {
  readonly isAvailable: () => boolean
  readonly lock: (text: string) => Buffer
  readonly unlock: (bytes: Buffer) => string
}

type SafeFile = { readonly keptBy: KeptBy; readonly key: string }
const fileName = 'safe.json'

/**
 * The key of this PC's safe, made at the first start. The operating system keeps it where it can; else it lies in a file
 * that only this user may read, and the application says so. What another user or PC locked cannot be opened: it is put
 * aside, and there is a new key. Null when the folder cannot be written.
 */
export function readSafeKey(
  folder: string,
  store: SystemStore,
  log: (line: string) => void,
): { readonly keyHex: string; readonly keptBy: KeptBy } | null {
  const file = path.join(folder, fileName)
  try {
    mkdirSync(folder, { recursive: true })
    const kept = readKept(file, store)
    if (kept && (kept.keptBy === 'system' || !store.isAvailable())) return kept
    return keep(file, kept?.keyHex ?? randomBytes(32).toString('hex'), store)
  } catch (error) {
    log(`the safe could not be opened: ${error instanceof Error ? error.name : String(error)}`)
    return null
  }
}

function readKept(file: string, store: SystemStore) {
  const text = readOrNull(file)
  if (text === null) return null
  try {
    const { keptBy, key } = JSON.parse(text) as SafeFile
    const keyHex = keptBy === 'system' ? store.unlock(Buffer.from(key, 'base64')) : key
    if (/^[\da-f]{64}$/u.test(keyHex)) return { keyHex, keptBy }
  } catch {
    // Locked by another user or PC, or damaged: put aside below, never overwritten.
  }
  renameSync(file, `${file}.${randomBytes(4).toString('hex')}.unreadable`)
  return null
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function keep(file: string, keyHex: string, store: SystemStore) {
  const keptBy: KeptBy = store.isAvailable() ? 'system' : 'file'
  const key = keptBy === 'system' ? store.lock(keyHex).toString('base64') : keyHex
  const part = `${file}.part`
  writeFileSync(part, JSON.stringify({ keptBy, key } satisfies SafeFile), { mode: 0o600 })
  renameSync(part, file)
  return { keyHex, keptBy }
}
