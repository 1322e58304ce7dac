import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { compareRebuild } from '../../../main/db/compare-rebuild'
import type { Database } from '../../../main/db/driver'
import { openDatabase } from '../../../main/db/open'
import { verifyJournal } from '../../../main/db/verify-journal'
import { seededRandom } from '../../../src/domain/exchange/random'

/** A write that was answered, and how many journal entries it must have led to. */
export type Acknowledged = {
  readonly requestId: string
  readonly call: string
  readonly value: unknown
  readonly entries: number
}

/** Where the application keeps a station's real data. */
export const databaseOf = (userData: string) => join(userData, 'real', 'diem-tiem.db')

/** Copies the file with its log as the killed application left them, so that looking at it repairs nothing. */
export function withCopy<T>(userData: string, look: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-storm-'))
  const file = join(folder, 'copy.db')
  try {
    for (const ending of ['', '-wal']) {
      const source = databaseOf(userData) + ending
      if (existsSync(source)) copyFileSync(source, file + ending)
    }
    return look(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Fails unless all that was answered is there, once, and the tables are what the journal says. */
export function expectAllThere(userData: string, answered: readonly Acknowledged[]): void {
  withCopy(userData, file => {
    const db = openDatabase(file, 'real', { nativeBinding: null, keyHex: null })
    try {
      expectAnswers(db, answered)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(verifyJournal(db).faults).toEqual([])
      expect(compareRebuild(db, seededRandom(answered.length))).toEqual([])
    } finally {
      db.close()
    }
  })
}

function expectAnswers(db: Database, answered: readonly Acknowledged[]): void {
  const stored = db.prepare<[string, string], string>('SELECT answer FROM request WHERE id = ? AND call = ?')
  const found = answered.map(({ requestId, call, value, entries }) => ({
    call,
    value: JSON.parse((stored.pluck().get(requestId, call) as string | undefined) ?? '"missing"') as unknown,
    entries: entriesOf(db, requestId),
    expected: { value, entries },
  }))
  for (const { call, value, entries, expected } of found)
    expect({ call, value, entries }).toEqual({ call, ...expected })
  // Papers note themselves when the printer has answered, under a request of main's own.
  const total = db.prepare("SELECT count(*) FROM journal WHERE noun <> 'document'").pluck().get()
  expect(total).toBe(answered.reduce((sum, { entries }) => sum + entries, 0))
  const twice = db.prepare(
    "SELECT record_id FROM journal WHERE verb = 'recorded' GROUP BY record_id HAVING count(*) > 1",
  )
  expect(twice.all()).toEqual([])
}

function entriesOf(db: Database, requestId: string): number {
  const count = db.prepare<[string], number>('SELECT count(*) FROM journal WHERE request_id = ?')
  return count.pluck().get(requestId) ?? 0
}

/** How many journal entries a request has led to. */
export function countEntries(userData: string, requestId: string): number {
  return withCopy(userData, file => {
    const db = openDatabase(file, 'real', { nativeBinding: null, keyHex: null })
    try {
      return entriesOf(db, requestId)
    } finally {
      db.close()
    }
  })
}

/** The rows of the spool: every job that was answered must be there once. */
export function printJobsOf(userData: string): readonly { readonly id: string; readonly state: string }[] {
  return withCopy(userData, file => {
    const db = openDatabase(file, 'real', { nativeBinding: null, keyHex: null })
    try {
      return db.prepare<[], { id: string; state: string }>('SELECT id, state FROM print_job').all()
    } finally {
      db.close()
    }
  })
}
