import { markReprint, type PrintDocument } from '../../src/domain/document/document'
import {
  afterRestart,
  firstOf,
  moveJob,
  type PrintJob,
  papersOf,
  settle,
} from '../../src/domain/document/print-job'
import { PrintError } from './print-error'
import type { JobStore, SpoolParts } from './spool-parts'
import { SpoolRunner } from './spool-runner'

/** What somebody wants on paper. */
export type PrintOrder = {
  readonly printerId: string
  readonly personId: string | null
  readonly document: PrintDocument
  readonly copies: number
  readonly tray?: string | null
}

/** Jobs of one station, one at a time for each printer. Nothing is ever sent twice by itself. */
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
   * Stores the paper of an ended job once more, as a new job for the same printer or another. It carries a reprint mark
   * unless nothing of the earlier ones ever left. Only a person asks for it: nobody else can see whether a paper came out.
   */
  readonly orderAgain: (jobId: string, printerId?: string) => Promise<PrintJob>
  /** Gives a waiting job to another printer and sends it there. Throws PrintError 'print.job-left' once it was sent. */
  readonly move: (jobId: string, printerId: string) => Promise<PrintJob>
  /** Stops a job: one that waits has failed, one that is being sent is cut off and unknown. */
  readonly cancel: (jobId: string) => Promise<void>
  /** True while a job stands in line here: one that waits and does not was left by an earlier run of the application. */
  readonly isInLine: (jobId: string) => boolean
}

/** Creates the spool over its store and its way of sending. */
export function createSpool(parts: SpoolParts): Spool {
  const { store } = parts
  const runner = new SpoolRunner(parts)
  return {
    recover: () => recover(parts, runner),
    enqueue: order => enqueue(parts, order, null),
    print: async order => runner.inTurn(await enqueue(parts, order, null)),
    async run(jobId) {
      const job = await get(store, jobId)
      if (job.state !== 'queued') throw new PrintError('print.job-unknown')
      return runner.inTurn(job)
    },
    orderAgain: (jobId, printerId) => orderAgain(parts, jobId, printerId),
    async move(jobId, printerId) {
      return runner.inTurn(await runner.alone(jobId, () => moveWaiting(store, jobId, printerId)))
    },
    async cancel(jobId) {
      if (runner.stop(jobId)) return
      await runner.alone(jobId, () => cancelWaiting(parts, jobId))
      // It may have come to its turn while this waited for it.
      runner.stop(jobId)
    },
    isInLine: jobId => runner.isInLine(jobId),
  }
}

async function get(store: JobStore, jobId: string): Promise<PrintJob> {
  const job = await store.find(jobId)
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

async function recover({ store, clock }: SpoolParts, runner: SpoolRunner): Promise<readonly PrintJob[]> {
  const interrupted = (await store.listOpen()).filter(
    job => job.state === 'sent' && !runner.isSending(job.id),
  )
  const settled = interrupted.map(job => afterRestart(job, clock()))
  for (const job of settled) await store.update(job)
  return settled
}

async function cancelWaiting({ store, clock }: SpoolParts, jobId: string): Promise<void> {
  const job = await get(store, jobId)
  if (job.state !== 'queued') return
  await store.update(settle(job, { state: 'failed', code: 'print.cancelled' }, clock()))
}

async function orderAgain(parts: SpoolParts, jobId: string, printerId?: string): Promise<PrintJob> {
  const { store, clock } = parts
  const job = await get(store, jobId)
  if (job.settledAt === null) throw new PrintError('print.job-waiting')
  const papers = papersOf(job, await store.listOfPaper(firstOf(job)))
  const document = papers === 0 ? job.document : markReprint(job.document, { number: papers, at: clock() })
  const stays = printerId === undefined || printerId === job.printerId
  const order = {
    printerId: printerId ?? job.printerId,
    personId: job.personId,
    document,
    copies: job.copies,
    // Another printer has other trays.
    tray: stays ? (job.tray ?? null) : null,
  }
  return enqueue(parts, order, firstOf(job))
}

async function moveWaiting(store: JobStore, jobId: string, printerId: string): Promise<PrintJob> {
  const job = await get(store, jobId)
  if (job.state !== 'queued') throw new PrintError('print.job-left')
  const elsewhere = moveJob(job, printerId)
  await store.update(elsewhere)
  return elsewhere
}
