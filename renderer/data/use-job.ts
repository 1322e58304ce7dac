import { useState } from 'react'
import type { Answer } from '../../src/contract/call'
import type { CallError } from '../../src/contract/errors'
import { cancelJob, getJob, type JobView } from '../../src/contract/job-calls'
import { useCallMutation } from './use-call-mutation'
import { useCallQuery } from './use-call-query'

/** A job as a screen follows it. */
export type FollowedJob<Result> = {
  readonly view: JobView | null
  readonly result: Result | null
  readonly error: CallError | null
  readonly isRunning: boolean
  /** Takes over the job a call has started. Answers whether it was. */
  readonly follow: (starting: Promise<Answer<JobView>>) => Promise<boolean>
  readonly watch: (job: JobView) => void
  readonly stop: () => void
  readonly clear: () => void
}

/** Follows one job to its end. While another is being started, nothing of the one before is shown as this one's. */
export function useJob<Result>(): FollowedJob<Result> {
  const cancelling = useCallMutation(cancelJob)
  const [jobId, setJobId] = useState<string | null>(null)
  const [refused, setRefused] = useState<CallError | null>(null)
  const read = useCallQuery(getJob, { jobId: jobId ?? '' }, { isOn: jobId !== null })
  const view = jobId === null ? null : read.data
  const watch = (job: JobView) => {
    setRefused(null)
    setJobId(job.jobId)
  }
  return {
    view,
    result: view?.state === 'done' ? (view.result as Result) : null,
    error: refused ?? read.error ?? (view?.state === 'failed' ? view.error : null),
    isRunning: jobId !== null && (view === null || view.state === 'running') && !read.error,
    watch,
    async follow(starting) {
      const answer = await starting
      if (answer.ok) watch(answer.value)
      else setRefused(answer.error)
      return answer.ok
    },
    stop() {
      if (view?.state === 'running') void cancelling.send({ jobId: view.jobId })
    },
    clear() {
      setRefused(null)
      setJobId(null)
    },
  }
}
