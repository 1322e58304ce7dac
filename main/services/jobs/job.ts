import type { JobName, JobRequest } from '../../../src/contract/job-calls'
import type { CalendarDay, Instant } from '../../../src/domain/calendar/calendar-day'
import type { ReportPaper } from '../../../src/domain/document/report-paper'
import type { Workbook } from '../../../src/domain/exchange/table'
import type { ReadStore } from '../../db'
import type { Resources } from '../../resources/load'
import type { Ports } from '../service'
import type { WholeContext } from './whole-write'

/** Text stays text whatever it looks like; a day becomes a date. The first row is the header. */
export type SheetValue = string | number | null | { readonly day: string }
export type WriteSheet = (
  format: 'xlsx' | 'csv',
  name: string,
  rows: readonly (readonly SheetValue[])[],
) => Promise<Uint8Array>

/** What a job works with: it reads, and hands over what the engine is to keep. */
export type JobContext = {
  readonly store: ReadStore
  readonly resources: Resources
  /** Of the application. */
  readonly version: string
  readonly at: Instant
  readonly today: CalendarDay
  /** What the engine sent along: too large, or too private, for the request. */
  readonly attachment: unknown
  /** Reads a spreadsheet or a text file with separators; refused with a code when it cannot be read. */
  readonly readWorkbook: (bytes: Uint8Array) => Promise<Workbook>
  /** Makes the bytes of a file of one sheet. */
  readonly writeSheet: WriteSheet
  /** Makes the bytes of an .xlsx in the shape of a report's form. */
  readonly writeReport: (paper: ReportPaper) => Promise<Uint8Array>
  readonly progress: (done: number, total: number) => void
  /** Gives the engine a part of the result and waits until it is kept; rejects with `Cancelled` when called off. */
  readonly hand: (part: unknown) => Promise<void>
  /** Lets others have their turn; rejects with `Cancelled` when the job was called off. */
  readonly breathe: () => Promise<void>
}

/** Thrown inside a job that was called off. */
export class Cancelled extends Error {}

/** Work that runs beside the engine, and what the engine does with the parts handed over. */
export type Job<Name extends JobName = JobName> = {
  readonly name: Name
  /** Runs in the worker, with a connection that reads only. Answers the result. */
  readonly run: (context: JobContext, request: Extract<JobRequest, { name: Name }>) => Promise<unknown>
  /** Runs in the engine, for each part, in a transaction of its own: at most some milliseconds' work. */
  readonly keep?: (ports: Pick<Ports, 'store' | 'resources'>, part: unknown) => void
  /** Instead of `keep`: all parts are written in one transaction, which is kept when the job is done and only then. */
  readonly keepWhole?: (context: WholeContext, part: unknown) => void
}

/** How a job came to its end. A bug has the place where it happened, without its message, which may quote data. */
export type JobEnd =
  | { readonly state: 'done'; readonly result: unknown }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly error: unknown }

export type JobHooks = {
  readonly onProgress: (done: number, total: number) => void
  /** Answers when it is kept; at once unless it has to wait for its turn. */
  readonly onPart: (part: unknown) => void | Promise<void>
  readonly onEnd: (end: JobEnd) => void
}

/** A running job. */
export type RunningJob = {
  readonly cancel: () => void
  /** Calls it off and resolves when nothing of it runs any more. */
  readonly stop: () => Promise<void>
}

/** Runs a job somewhere else than in the caller's turn: in a worker thread, in tests on the same connection. */
export type RunJob = (request: JobRequest, at: Instant, hooks: JobHooks, attachment: unknown) => RunningJob

/** Ties a job to its name, with the types of its request. */
export function defineJob<Name extends JobName>(job: Job<Name>): Job {
  return job as unknown as Job
}
