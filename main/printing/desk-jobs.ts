import { refuse } from '../../src/contract/errors'
import { insertPrintJob, readPrintJobs, updatePrintJob } from '../../src/contract/internal-calls'
import type { PrintJobView } from '../../src/contract/print-calls'
import { roleOf, titleOf } from '../../src/domain/document/document'
import type { PrintJob } from '../../src/domain/document/print-job'
import { type AskEngine, value } from './ask-engine'
import type { JobStore } from './spool-parts'

type Parts = { readonly ask: AskEngine; readonly onJobChanged: (jobId: string) => void }

/** A job as it is kept; refuses 'print.job-unknown'. */
export async function getJob(parts: Pick<Parts, 'ask'>, jobId: string): Promise<PrintJob> {
  const [job] = await value(parts, readPrintJobs, { which: { of: 'one', jobId } })
  return job ?? refuse('print.job-unknown')
}

/** The spool's jobs, kept by the engine; whoever looks at them hears of every change. */
export function jobStore(parts: Parts): JobStore {
  return {
    async insert(job) {
      await value(parts, insertPrintJob, { job })
      parts.onJobChanged(job.id)
    },
    async update(job) {
      await value(parts, updatePrintJob, { job })
      parts.onJobChanged(job.id)
    },
    async find(jobId) {
      const [job] = await value(parts, readPrintJobs, { which: { of: 'one', jobId } })
      return job ?? null
    },
    listOpen: () => value(parts, readPrintJobs, { which: { of: 'open' } }),
    listOfPaper: jobId => value(parts, readPrintJobs, { which: { of: 'paper', jobId } }),
  }
}

/** A job as the list of jobs shows it. */
export function toView(job: PrintJob, printerName: string, leftOver: boolean): PrintJobView {
  const { document } = job
  return {
    jobId: job.id,
    kind: document.kind,
    title: titleOf(document),
    printerName,
    state: job.state,
    errorCode: job.trouble as PrintJobView['errorCode'],
    createdAt: job.requestedAt,
    endedAt: job.settledAt,
    reprintOf: job.reprintOf,
    printerId: job.printerId,
    role: roleOf(document),
    leftOver,
  }
}
