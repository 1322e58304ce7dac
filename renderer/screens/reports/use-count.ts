import { useEffect, useRef } from 'react'
import { cancelJob, startJob } from '../../../src/contract/job-calls'
import type { ReportTable } from '../../../src/contract/report-calls'
import type { ReportKey } from '../../../src/domain/report/report-form'
import { useCallMutation } from '../../data/use-call-mutation'

/**
 * Counts a report when somebody comes to it and it was not counted, or something was written since; after that only when asked,
 * so that a number does not move under the eyes of whoever checks it.
 */
export function useCount(key: ReportKey, table: ReportTable | null) {
  const starting = useCallMutation(startJob)
  const cancelling = useCallMutation(cancelJob)
  const asked = useRef<string | null>(null)
  const wanted = JSON.stringify(key)
  const made = table?.made ?? null
  const isRunning = made?.job?.state === 'running'
  const start = () => void starting.send({ job: { name: 'report.count', key } })
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
