import { refuse } from '../../../src/contract/errors'
import { cancelJob, getJob, listJobs, startJob } from '../../../src/contract/job-calls'
import { serve } from '../service'

export const startJobService = serve(startJob, ({ jobs }, { job }) => jobs.start(job))

export const cancelJobService = serve(cancelJob, ({ jobs }, { jobId }) => jobs.cancel(jobId))

export const getJobService = serve(
  getJob,
  ({ jobs }, { jobId }) => jobs.find(jobId) ?? refuse('job.not-found'),
)

export const listJobsService = serve(listJobs, ({ jobs }) => jobs.list())
