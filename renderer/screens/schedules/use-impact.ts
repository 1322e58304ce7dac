import { useState } from 'react'
import { cancelJob, getJob } from '../../../src/contract/job-calls'
import { type ImpactView, measureImpact } from '../../../src/contract/schedule-calls'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'

/** Counts whose due dates a change would move: started with its preview, beside everything else, and called off with it. */
export function useImpact() {
  const measuring = useCallMutation(measureImpact)
  const cancelling = useCallMutation(cancelJob)
  const [jobId, setJobId] = useState<string | null>(null)
  const read = useCallQuery(getJob, { jobId: jobId ?? '' }, { isOn: jobId !== null })
  const job = jobId === null ? null : read.data
  const stop = () => {
    if (job?.state === 'running') void cancelling.send({ jobId: job.jobId })
  }
  return {
    job,
    impact: job?.state === 'done' ? (job.result as ImpactView) : null,
    error: measuring.error ?? read.error ?? (job?.state === 'failed' ? job.error : null),
    stop,
    async measure(token: string) {
      setJobId(null)
      const answer = await measuring.send({ token })
      setJobId(answer.ok ? answer.value.jobId : null)
    },
    clear() {
      stop()
      setJobId(null)
    },
  }
}
