import { createHash } from 'node:crypto'
import { canonicalJson } from '../../src/domain/journal/canonical-json'
import type { Database } from './driver'

/** A write as it was asked for. */
export type AnsweredRequest = { readonly id: string; readonly call: string; readonly payload: unknown }

/** SHA-256 of what was asked. A PIN is left out: a fast hash of four digits would give it away. */
function digestOf(payload: unknown): string {
  const text = JSON.stringify(payload, (key, value: unknown) => (key === 'pin' ? undefined : value))
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(text)))
    .digest('hex')
}

export type LocalStore = ReturnType<typeof createLocalStore>

/** What belongs to this PC alone: its own identity, counters, answered requests, sign-in failures. */
export function createLocalStore(db: Database) {
  const selectMeta = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const upsertMeta = db.prepare<[string, string]>(
    'INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const bumpCounter = db
    .prepare<[string], number>(
      'INSERT INTO counter VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value',
    )
    .pluck()
  const selectAnswer = db.prepare<[string], { call: string; digest: string; answer: string }>(
    'SELECT call, digest, answer FROM request WHERE id = ?',
  )
  const insertAnswer = db.prepare<[string, string, string, string, string]>(
    'INSERT INTO request VALUES (?, ?, ?, ?, ?)',
  )
  const insertFailure = db.prepare<[string, string]>('INSERT INTO sign_in_failure VALUES (?, ?)')
  const countFailures = db
    .prepare<[string, string], number>('SELECT count(*) FROM sign_in_failure WHERE user_id = ? AND at > ?')
    .pluck()
  const deleteFailures = db.prepare<[string]>('DELETE FROM sign_in_failure WHERE user_id = ?')

  return {
    readMeta: (key: string) => (selectMeta.get(key) as string | undefined) ?? null,
    writeMeta: (key: string, value: string) => void upsertMeta.run(key, value),
    /** 1, 2, 3 … for each name; a number once taken is never given again. */
    nextNumber: (name: string) => bumpCounter.get(name) as number,
    /** What a request was answered; 'another' when its id was used for something else; null when it is new. */
    findAnswer(request: AnsweredRequest): { readonly answer: string } | 'another' | null {
      const row = selectAnswer.get(request.id)
      if (!row) return null
      return row.call === request.call && row.digest === digestOf(request.payload) ? row : 'another'
    },
    keepAnswer: (request: AnsweredRequest, answer: string, at: string) =>
      void insertAnswer.run(request.id, request.call, digestOf(request.payload), answer, at),
    noteFailure: (userId: string, at: string) => void insertFailure.run(userId, at),
    failuresSince: (userId: string, at: string) => countFailures.get(userId, at) as number,
    clearFailures: (userId: string) => void deleteFailures.run(userId),
  }
}
