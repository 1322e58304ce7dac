import { useEffect, useRef, useState } from 'react'
import {
  cancelJob,
  type JobRequest,
  type JobView,
  listJobs,
  startJob,
} from '../../../../src/contract/job-calls'
import { useCallMutation } from '../../../data/use-call-mutation'
import { useCallQuery } from '../../../data/use-call-query'

/** Starts a job and follows it to its end; `onDone` is called once it has done its work. */
export function useJob(
  job: JobRequest & { readonly name: 'report.prepare' | 'report.review' },
  onDone: () => void,
) {
  const starting = useCallMutation(startJob)
  const cancelling = useCallMutation(cancelJob)
  const jobs = useCallQuery(listJobs, {}, { keep: true, everyMs: 2_000 })
  const [jobId, setJobId] = useState<string | null>(null)
  const view: JobView | null = jobs.data?.find(each => each.jobId === jobId) ?? null
  const told = useRef<string | null>(null)
  const done = useRef(onDone)
  done.current = onDone
  useEffect(() => {
    if (view?.state !== 'done' || told.current === view.jobId) return
    told.current = view.jobId
    done.current()
  }, [view?.state, view?.jobId])
  return {
    view,
    isRunning: starting.isSaving || (jobId !== null && (view === null || view.state === 'running')),
    error: starting.error ?? (view?.state === 'failed' ? view.error : null),
    async start() {
      const answer = await starting.send({ job })
      if (answer.ok) setJobId(answer.value.jobId)
    },
    stop() {
      if (jobId !== null) void cancelling.send({ jobId })
    },
  }
}
