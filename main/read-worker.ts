import { parentPort, workerData } from 'node:worker_threads'
import { Trouble } from '../src/contract/errors'
import { vietnamDayOf } from '../src/domain/calendar/calendar-day'
import { createReadStore } from './db'
import { openReadOnly } from './db/open'
import { sqliteCodeOf } from './db/sqlite-trouble'
import { loadResources } from './resources/load'
import { allJobs } from './services/jobs/all-jobs'
import { Cancelled, type JobContext } from './services/jobs/job'
import { runJobToEnd } from './services/jobs/run-job'
import type { CrossingError, FromWorker, WorkerStart } from './worker/thread-link'

/*
 * A worker thread of the engine: one job with a connection that reads only, then it is over. It can change nothing;
 * what is to be kept is handed to the engine.
 */
const start = workerData as WorkerStart
const flag = new Int32Array(start.cancelFlag)

function send(message: FromWorker): void {
  parentPort?.postMessage(message)
}

function stopIfCancelled(): void {
  if (Atomics.load(flag, 0) !== 0) throw new Cancelled()
}

/** Resolves when the engine has kept what was handed over. */
function kept(): Promise<void> {
  return new Promise(resolve => {
    parentPort?.once('message', () => resolve())
  })
}

function makeContext(store: JobContext['store']): JobContext {
  const today = vietnamDayOf(start.at)
  return {
    store,
    resources: loadResources(start.resourcesFolder, today),
    version: start.version,
    at: start.at,
    today,
    attachment: start.attachment,
    // Loaded by the jobs that need it: it is as large as all the rest.
    readWorkbook: async bytes => (await import('./exchange/read-workbook')).readWorkbook(bytes),
    writeReport: async paper => (await import('./exchange/write-report')).writeReport(paper),
    writeSheet: async (...sheet) => (await import('./exchange/write-sheet')).writeSheet(...sheet),
    progress: (done, total) => send({ kind: 'progress', done, total }),
    async hand(part) {
      stopIfCancelled()
      const answered = kept()
      send({ kind: 'part', part })
      await answered
    },
    async breathe() {
      stopIfCancelled()
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}

/** An error as data; of a bug only kind and place cross, its message may quote a record. */
function crossing(error: unknown): CrossingError {
  const problems = error instanceof Trouble ? error.problems : null
  const name = error instanceof Error ? error.name : typeof error
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return { name, code: sqliteCodeOf(error) || null, problems, stack }
}

async function work(): Promise<FromWorker> {
  const { databaseFile, nativeBinding, keyHex, request } = start
  const { db } = openReadOnly(databaseFile, { nativeBinding, keyHex })
  try {
    const end = await runJobToEnd(allJobs, makeContext(createReadStore(db)), request)
    if (end.state === 'failed') return { kind: 'failed', error: crossing(end.error) }
    return end.state === 'done' ? { kind: 'done', result: end.result } : { kind: 'cancelled' }
  } finally {
    db.close()
  }
}

work()
  .catch((error: unknown): FromWorker => ({ kind: 'failed', error: crossing(error) }))
  .then(send)
  .finally(() => parentPort?.close())
