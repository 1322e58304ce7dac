import type { JobRequest, JobView } from '../../../src/contract/job-calls'

/** What goes along with a request without being part of it. */
export type JobExtra = { readonly attachment?: unknown; readonly userId?: string | null }

/** The part of the engine that starts jobs, knows how they stand, and keeps what they hand over. */
export type JobDesk = {
  readonly start: (request: JobRequest, extra?: JobExtra) => JobView
  readonly cancel: (jobId: string) => JobView
  readonly find: (jobId: string) => JobView | null
  /** The newest job of every name. */
  readonly list: () => readonly JobView[]
  /** True while a write that takes many turns is under way: nothing else may be written. */
  readonly isWriting: () => boolean
  /** Calls all jobs off and resolves when none runs any more. */
  readonly stop: () => Promise<void>
}
