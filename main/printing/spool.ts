import type { Instant } from '../../src/domain/calendar/calendar-day'
import { markReprint, type PrintDocument } from '../../src/domain/document/document'
import {
  afterRestart,
  type JobEnd,
  type PrintJob,
  papersOf,
  settle,
  startSending,
} from '../../src/domain/document/print-job'
import { PrintError } from './print-error'

/** Where jobs are kept. Each call is done, on disk, when its promise is. */
export type JobStore = {
  readonly insert: (job: PrintJob) => Promise<void>
  readonly update: (job: PrintJob) => Promise<void>
  readonly list: () => Promise<readonly PrintJob[]>
}

/** What somebody wants on paper. */
export type PrintOrder = {
  readonly printerId: string
  readonly personId: string | null
  readonly document: PrintDocument
  readonly copies: number
}

/** What the spool works with; clock and identity are parameters. */
export type SpoolParts = {
  readonly store: JobStore
  /** Lays out and sends one job. Throws PrintError only while nothing has left. */
  readonly send: (job: PrintJob, signal: AbortSignal) => Promise<JobEnd>
  readonly clock: () => Instant
  readonly newId: () => string
}

/** Jobs of one station, one at a time for each printer. */
export type Spool = {
  /** To be called once at the start: jobs that were being sent become `unknown` and are returned; others stay queued. */
  readonly recover: () => Promise<readonly PrintJob[]>
  /** Stores a job without sending it. */
  readonly enqueue: (order: PrintOrder) => Promise<PrintJob>
  /** Stores a job, sends it when its printer is free, and gives the job as it ended. */
  readonly print: (order: PrintOrder) => Promise<PrintJob>
  /** Sends a job that waits. Throws PrintError 'print.job-unknown' when there is none in that state. */
  readonly run: (jobId: string) => Promise<PrintJob>
  /**
   * Prints the paper of an ended job again, as a new job. It carries a reprint mark unless nothing of the earlier ones
   * ever left. Never called by itself: only a person can see whether a paper came out.
   */
  readonly printAgain: (jobId: string) => Promise<PrintJob>
  /** Stops a job: one that waits has failed, one that is being sent is cut off and unknown. */
  readonly cancel: (jobId: string) => Promise<void>
}

/** Creates the spool over its store and its way of sending. */
export function createSpool(parts: SpoolParts): Spool {
  const { store, clock } = parts
  const runner = createRunner(parts)
  return {
    async recover() {
      const interrupted = (await store.list()).filter(
        job => job.state === 'sent' && !runner.isSending(job.id),
      )
      const settled = interrupted.map(job => afterRestart(job, clock()))
      for (const job of settled) await store.update(job)
      return settled
    },
    enqueue: order => enqueue(parts, order, null),
    print: async order => runner.inTurn(await enqueue(parts, order, null)),
    async run(jobId) {
      const job = await find(store, jobId)
      if (job.state !== 'queued') throw new PrintError('print.job-unknown')
      return runner.inTurn(job)
    },
    async printAgain(jobId) {
      const job = await find(store, jobId)
      if (job.settledAt === null) throw new PrintError('print.job-waiting')
      const papers = papersOf(job, await store.list())
      const document =
        papers === 0 ? job.document : markReprint(job.document, { number: papers, at: clock() })
      const { printerId, personId, copies } = job
      return runner.inTurn(
        await enqueue(parts, { printerId, personId, document, copies }, job.reprintOf ?? job.id),
      )
    },
    async cancel(jobId) {
      if (runner.stop(jobId)) return
      const job = await find(store, jobId)
      if (job.state !== 'queued') return
      await store.update(settle(job, { state: 'failed', code: 'print.cancelled' }, clock()))
    },
  }
}

async function find(store: JobStore, jobId: string): Promise<PrintJob> {
  const job = (await store.list()).find(({ id }) => id === jobId)
  if (!job) throw new PrintError('print.job-unknown')
  return job
}

async function enqueue(parts: SpoolParts, order: PrintOrder, reprintOf: string | null): Promise<PrintJob> {
  const unsent = { sentAt: null, settledAt: null, trouble: null, reprintOf }
  const job: PrintJob = {
    ...order,
    id: parts.newId(),
    state: 'queued',
    requestedAt: parts.clock(),
    ...unsent,
  }
  await parts.store.insert(job)
  return job
}

/** Sends jobs, one at a time for each printer. */
function createRunner({ store, send, clock }: SpoolParts) {
  const lastOfPrinter = new Map<string, Promise<unknown>>()
  const beingSent = new Map<string, AbortController>()

  async function end(job: PrintJob, how: JobEnd): Promise<PrintJob> {
    const ended = settle(job, how, clock())
    await store.update(ended)
    return ended
  }

  async function sendNow(jobId: string): Promise<PrintJob> {
    const waiting = await find(store, jobId)
    if (waiting.state !== 'queued') return waiting
    const job = startSending(waiting, clock())
    const stop = new AbortController()
    beingSent.set(jobId, stop)
    try {
      await store.update(job)
      return await end(job, await endOf(job, stop.signal))
    } finally {
      beingSent.delete(jobId)
    }
  }

  /** A bug while sending leaves the job unknown; it is reported as what it is once that is stored. */
  async function endOf(job: PrintJob, signal: AbortSignal): Promise<JobEnd> {
    try {
      return await send(job, signal)
    } catch (error) {
      if (error instanceof PrintError) return { state: 'failed', code: error.code }
      await end(job, { state: 'unknown', code: 'print.interrupted' })
      throw error
    }
  }

  return {
    isSending: (jobId: string) => beingSent.has(jobId),
    /** Cuts off a job that is being sent; false when it is not. */
    stop(jobId: string): boolean {
      const sending = beingSent.get(jobId)
      sending?.abort()
      return sending !== undefined
    },
    inTurn(job: PrintJob): Promise<PrintJob> {
      const before = lastOfPrinter.get(job.printerId) ?? Promise.resolve()
      // Whoever ordered the job before hears of its error; here only its end matters.
      const turn = before.catch(() => {}).then(() => sendNow(job.id))
      lastOfPrinter.set(job.printerId, turn)
      return turn
    },
  }
}
