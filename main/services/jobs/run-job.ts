import type { JobRequest } from '../../../src/contract/job-calls'
import { Cancelled, type Job, type JobContext, type JobEnd } from './job'

/** Runs one job to its end. Never throws: how it came to its end is the answer. */
export async function runJobToEnd(
  jobs: readonly Job[],
  context: JobContext,
  request: JobRequest,
): Promise<JobEnd> {
  try {
    const job = jobs.find(({ name }) => name === request.name)
    if (!job) throw new Error(`no job is called ${request.name}`)
    return { state: 'done', result: await job.run(context, request) }
  } catch (error) {
    return error instanceof Cancelled ? { state: 'cancelled' } : { state: 'failed', error }
  }
}
