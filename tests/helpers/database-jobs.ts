import type { PrintStore } from '../../main/db/print-store'
import type { JobStore } from '../../main/printing/spool-parts'
import type { PrintJob } from '../../src/domain/document/print-job'

/** The spool's jobs in a real database, as the engine keeps them. */
export function openDatabaseJobs(print: PrintStore): {
  readonly store: JobStore
  readonly all: () => readonly PrintJob[]
} {
  return {
    store: {
      insert: async job => print.insertJob(job),
      update: async job => print.updateJob(job),
      find: async jobId => print.findJobs({ of: 'one', jobId })[0] ?? null,
      listOpen: async () => print.findJobs({ of: 'open' }),
      listOfPaper: async jobId => print.findJobs({ of: 'paper', jobId }),
    },
    all: () => print.findJobs({ of: 'newest', limit: 10_000 }),
  }
}
