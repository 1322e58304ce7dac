import type { Database } from './driver'

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
  const selectAnswer = db
    .prepare<[string, string], string>('SELECT answer FROM request WHERE id = ? AND call = ?')
    .pluck()
  const insertAnswer = db.prepare<[string, string, string, string]>('INSERT INTO request VALUES (?, ?, ?, ?)')
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
    findAnswer: (requestId: string, call: string) =>
      (selectAnswer.get(requestId, call) as string | undefined) ?? null,
    keepAnswer: (requestId: string, call: string, answer: string, at: string) =>
      void insertAnswer.run(requestId, call, answer, at),
    noteFailure: (userId: string, at: string) => void insertFailure.run(userId, at),
    failuresSince: (userId: string, at: string) => countFailures.get(userId, at) as number,
    clearFailures: (userId: string) => void deleteFailures.run(userId),
  }
}
