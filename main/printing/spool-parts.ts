import type { Instant } from '../../src/domain/calendar/calendar-day'
import type { JobEnd, PrintJob } from '../../src/domain/document/print-job'

/** Where jobs are kept. Each call is done, on disk, when its promise is. */
export type JobStore = {
  readonly insert: (job: PrintJob) => Promise<void>
  readonly update: (job: PrintJob) => Promise<void>
  readonly find: (jobId: string) => Promise<PrintJob | null>
  /** Every job that has not ended. */
  readonly listOpen: () => Promise<readonly PrintJob[]>
  /** The jobs of one paper: the first, and all that print it again. */
  readonly listOfPaper: (firstJobId: string) => Promise<readonly PrintJob[]>
}

/** What the spool works with; clock and identity are parameters. */
export type SpoolParts = {
  readonly store: JobStore
  /** Lays out and sends one job. Throws PrintError only while nothing has left. */
  readonly send: (job: PrintJob, signal: AbortSignal) => Promise<JobEnd>
  readonly clock: () => Instant
  readonly newId: () => string
  /** Hears of each job that was sent, once, when its end is on disk. */
  readonly ended?: (job: PrintJob) => Promise<void>
}
