import { useEffect, useRef } from 'react'
import type { Made } from '../../src/contract/handbook-list-calls'
import { cancelJob, type JobRequest, startJob } from '../../src/contract/job-calls'
import { useCallMutation } from './use-call-mutation'

type MakingJob = Extract<
  JobRequest,
  { readonly name: 'handbook.lists' | 'handbook.report' | 'report.indicators' | 'report.count' }
>

/**
 * Makes what is shown anew when somebody comes to the screen and it is older than the records; it then stays as it is until
 * somebody asks: on a busy morning, and under the eyes of whoever checks a number.
 */
export function useMade(job: MakingJob, made: Made | null) {
  const starting = useCallMutation(startJob)
  const cancelling = useCallMutation(cancelJob)
  const asked = useRef<string | null>(null)
  const wanted = JSON.stringify(job)
  const isRunning = made?.job?.state === 'running'
  const start = () => void starting.send({ job })
  const isOld = made?.isStale === true
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what is asked, as soon as its age is known
  useEffect(() => {
    if (!made || asked.current === wanted) return
    asked.current = wanted
    if (isOld) start()
  }, [made === null, isOld, wanted])
  return {
    isRunning,
    start,
    stop: () => void (made?.job && cancelling.send({ jobId: made.job.jobId })),
    error: starting.error ?? (made?.job?.state === 'failed' ? made.job.error : null),
  }
}
