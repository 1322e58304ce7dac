import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { listPrintJobs, type PrintJobView, reprintJob } from '../../../src/contract/print-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { Chip, type ChipKind } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDayShort, formatTime } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { codes } from '../../text/codes'
import styles from './Documents.module.css'

/** Jobs shown: a long session's worth, below the number from which a list has to be virtual. */
const shownJobs = 100

const chipOf: Readonly<Record<PrintJobView['state'], ChipKind>> = {
  queued: 'wait',
  sent: 'due',
  confirmed: 'ok',
  unknown: 'late',
  failed: 'wrong',
}

/** What left the printers of this PC, with its state in words; any of it prints again, marked as a copy. */
export function PrintJobsScreen() {
  const jobs = useCallQuery(listPrintJobs, { limit: shownJobs })
  const reprint = useCallMutation(reprintJob)
  const [said, setSaid] = useState<string | null>(null)
  if (!jobs.data) {
    return jobs.error ? <ErrorNotice error={jobs.error} onRetry={jobs.retry} /> : <LateSkeleton />
  }
  async function again(job: PrintJobView) {
    const answer = await reprint.send({ jobId: job.jobId })
    setSaid(answer.ok ? text.documents.reprinted(job.title) : null)
  }
  return (
    <div className={styles.screen}>
      {reprint.error && <ErrorNotice error={reprint.error} />}
      <p role="status" className={said ? styles.done : styles.noDone}>
        {said}
      </p>
      <Panel
        title={text.documents.jobs}
        note={text.documents.count(jobs.data.length)}
        actions={
          <>
            <Kbd>↑↓</Kbd> <Kbd>↵</Kbd> {text.documents.reprint}
          </>
        }
        scrolls
      >
        {jobs.data.length === 0 ? (
          <EmptyState title={text.documents.emptyTitle}>{text.documents.emptyHint}</EmptyState>
        ) : (
          <JobTable jobs={jobs.data} isBusy={reprint.isSaving} onReprint={job => void again(job)} />
        )}
      </Panel>
    </div>
  )
}

function JobTable(props: {
  readonly jobs: readonly PrintJobView[]
  readonly isBusy: boolean
  readonly onReprint: (job: PrintJobView) => void
}) {
  const { jobs, isBusy, onReprint } = props
  const table = useRef<HTMLTableElement>(null)
  const { columns } = text.documents
  useEffect(() => table.current?.querySelector<HTMLElement>('[data-job]')?.focus(), [])
  function hear(event: KeyboardEvent<HTMLElement>, job: PrintJobView) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const isEnter = event.key === 'Enter' && event.target === event.currentTarget
    if (step === 0 && !isEnter) return
    event.preventDefault()
    event.stopPropagation()
    if (isEnter && !isBusy) onReprint(job)
    const rows = [...(table.current?.querySelectorAll<HTMLElement>('[data-job]') ?? [])]
    if (step !== 0) rows[rows.indexOf(event.currentTarget) + step]?.focus()
  }
  return (
    <table className={styles.table} ref={table}>
      <thead>
        <tr>
          <th scope="col">{columns.at}</th>
          <th scope="col">{columns.document}</th>
          <th scope="col">{columns.printer}</th>
          <th scope="col">{columns.state}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {jobs.map((job, index) => (
          <tr
            key={job.jobId}
            data-job={job.jobId}
            tabIndex={index === 0 ? 0 : -1}
            className={styles.row}
            onKeyDown={event => hear(event, job)}
          >
            <td
              className={styles.short}
            >{`${formatDayShort(vietnamDayOf(job.createdAt))} ${formatTime(job.createdAt)}`}</td>
            <th scope="row">
              {job.title}
              <span className={styles.soft}>
                {' '}
                {[codes.documents[job.kind], job.reprintOf && text.documents.reprintOf]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </th>
            <td className={styles.short}>{job.printerName}</td>
            <td>
              <Chip kind={chipOf[job.state]}>{codes.jobStates[job.state]}</Chip>
              {job.state === 'unknown' && <p className={styles.soft}>{text.documents.unknownHint}</p>}
              {job.errorCode && <p className={styles.soft}>{text.errors[job.errorCode]({})}</p>}
            </td>
            <td className={styles.end}>
              <QuietButton isSmall isDisabled={isBusy} onPress={() => onReprint(job)}>
                {text.documents.reprint}
              </QuietButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
