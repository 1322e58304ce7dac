import { useEffect, useRef } from 'react'
import { startJob } from '../../../../src/contract/job-calls'
import { type DueReports, listDueReports } from '../../../../src/contract/report-life-calls'
import { useCallMutation } from '../../../data/use-call-mutation'
import { useCallQuery } from '../../../data/use-call-query'

/** What is owed changes by itself when a deadline passes. */
const lookEveryMs = 60_000
/** Signed reports are counted again so often at most while people work. */
const reviewEveryMs = 10 * 60_000

/** Reports that are owed, and signed ones that count differently. */
export function useDueReports() {
  return useCallQuery(listDueReports, {}, { keep: true, everyMs: lookEveryMs })
}

/** Counts signed reports again by itself when something was written since, without anybody asking. */
export function useReview(due: DueReports | null): void {
  const starting = useCallMutation(startJob)
  const startedMs = useRef(0)
  const isWanted = due?.isReviewStale === true && due.reviewing?.state !== 'running'
  useEffect(() => {
    if (!isWanted || Date.now() - startedMs.current < reviewEveryMs) return
    startedMs.current = Date.now()
    void starting.send({ job: { name: 'report.review' } })
  })
}

/** How many reports wait for somebody: late ones, those due within three days, and signed ones that count differently. */
export function reportsToDo(due: DueReports | null): number {
  if (!due) return 0
  const soon = due.lines.filter(({ dueAt }) => Date.parse(dueAt) - Date.parse(due.now) <= soonMs)
  return soon.length + due.drifted.length
}

const soonMs = 3 * 86_400_000
