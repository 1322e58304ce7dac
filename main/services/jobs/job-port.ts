import type { JobRequest, JobView } from '../../../src/contract/job-calls'

/** The part of the engine that starts jobs, knows how they stand, and keeps what they hand over. */
export type JobDesk = {
  readonly start: (request: JobRequest) => JobView
  readonly cancel: (jobId: string) => JobView
  readonly find: (jobId: string) => JobView | null
  /** The newest job of every name. */
  readonly list: () => readonly JobView[]
  /** Calls all jobs off and resolves when none runs any more. */
  readonly stop: () => Promise<void>
}
