import type { Problem } from '../../src/contract/errors'
import type { JobRequest } from '../../src/contract/job-calls'
import type { Instant } from '../../src/domain/calendar/calendar-day'

/** What a worker thread is started with. */
export type WorkerSettings = {
  readonly databaseFile: string
  readonly resourcesFolder: string
  readonly version: string
  readonly nativeBinding: string | null
  readonly keyHex: string | null
}
export type WorkerStart = WorkerSettings & {
  readonly request: JobRequest
  readonly at: Instant
  readonly attachment: unknown
  /** One number both sides see: not 0 when the job was called off. */
  readonly cancelFlag: SharedArrayBuffer
}

/** An error as it crosses between threads, where a class does not survive. */
export type CrossingError = {
  readonly name: string
  readonly code: string | null
  readonly problems: readonly Problem[] | null
  readonly stack: string
}

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'part'; readonly part: unknown }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: CrossingError }

/** The engine has kept the part handed over last. */
export type ToWorker = { readonly kind: 'kept' }
