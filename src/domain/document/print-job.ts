import type { Instant } from '../calendar/calendar-day'
import type { PrintDocument } from './document'

/**
 * Where a job stands. `sent` means that a byte may have left; `unknown` that nobody can tell whether paper came out.
 * Bytes sent are not a paper printed: only `confirmed` says so.
 */
export type PrintJobState = 'queued' | 'sent' | 'confirmed' | 'unknown' | 'failed'

/** One order to print one document, with the document itself, so that it can be looked at and printed again. */
export type PrintJob = {
  readonly id: string
  readonly printerId: string
  readonly personId: string | null
  readonly document: PrintDocument
  readonly copies: number
  /** The tray a page is taken from; null, or lacking in jobs of earlier builds, is the printer's own choice. */
  readonly tray?: string | null
  readonly state: PrintJobState
  readonly requestedAt: Instant
  readonly sentAt: Instant | null
  readonly settledAt: Instant | null
  /** Error code of a job that is `unknown` or `failed`. */
  readonly trouble: string | null
  /** The first job of the same paper, when this is a reprint. */
  readonly reprintOf: string | null
}

/** How a job ended, as the transport tells it. */
export type JobEnd =
  | { readonly state: 'confirmed' }
  | { readonly state: 'unknown' | 'failed'; readonly code: string }

const allowed: Readonly<Record<PrintJobState, readonly PrintJobState[]>> = {
  queued: ['sent', 'failed'],
  sent: ['confirmed', 'unknown', 'failed'],
  confirmed: [],
  unknown: [],
  failed: [],
}

/** The job just before its first byte may leave. Stored before anything is sent, or a crash would hide a paper. */
export function startSending(job: PrintJob, at: Instant): PrintJob {
  return { ...moved(job, 'sent'), sentAt: at }
}

/** The job at its end. Throws RangeError when it has ended before: an end never changes. */
export function settle(job: PrintJob, end: JobEnd, at: Instant): PrintJob {
  return { ...moved(job, end.state), settledAt: at, trouble: end.state === 'confirmed' ? null : end.code }
}

/** The job after a restart: what was being sent is unknown, what waited still waits, nothing is sent by itself. */
export function afterRestart(job: PrintJob, at: Instant): PrintJob {
  return job.state === 'sent' ? settle(job, { state: 'unknown', code: 'print.interrupted' }, at) : job
}

/** A waiting job for another printer. Throws RangeError once a byte may have left: such a paper is only ever printed again. */
export function moveJob(job: PrintJob, printerId: string): PrintJob {
  if (job.state !== 'queued') throw new RangeError(`a ${job.state} job stays with its printer`)
  return { ...job, printerId, tray: null }
}

/** The first job of the same paper. */
export function firstOf(job: PrintJob): string {
  return job.reprintOf ?? job.id
}

/** How many papers of the same order may exist already: every job of it but those of which nothing left. */
export function papersOf(job: PrintJob, jobs: readonly PrintJob[]): number {
  const first = firstOf(job)
  return jobs.filter(other => (other.id === first || other.reprintOf === first) && other.state !== 'failed')
    .length
}

function moved(job: PrintJob, state: PrintJobState): PrintJob {
  if (!allowed[job.state].includes(state)) throw new RangeError(`a ${job.state} job cannot become ${state}`)
  return { ...job, state }
}
