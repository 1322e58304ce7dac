import { type KeyboardEvent, useEffect, useRef } from 'react'
import {
  listPrinters,
  listPrintJobs,
  type PrinterView,
  type PrintJobView,
} from '../../../src/contract/print-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { Chip, type ChipKind } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDayShort, formatTime } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { codes } from '../../text/codes'
import styles from './Documents.module.css'
import { type JobDeeds, useJobDeeds } from './use-job-deeds'

/** Jobs shown: a long session's worth, below the number from which a list has to be virtual. */
const shownJobs = 100

const chipOf: Readonly<Record<PrintJobView['state'], ChipKind>> = {
  queued: 'wait',
  sent: 'due',
  confirmed: 'ok',
  unknown: 'late',
  failed: 'wrong',
}

/** What left the printers of this PC, with its state in words; any of it is sent, moved, cancelled or printed again. */
export function PrintJobsScreen() {
  const jobs = useCallQuery(listPrintJobs, { limit: shownJobs })
  const printers = useCallQuery(listPrinters, {})
  const deeds = useJobDeeds()
  if (!jobs.data) {
    return jobs.error ? <ErrorNotice error={jobs.error} onRetry={jobs.retry} /> : <LateSkeleton />
  }
  return (
    <div className={styles.screen}>
      {deeds.error && <ErrorNotice error={deeds.error} />}
      <p role="status" className={deeds.said ? styles.done : styles.noDone}>
        {deeds.said}
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
          <JobTable jobs={jobs.data} printers={printers.data?.printers ?? []} deeds={deeds} />
        )}
      </Panel>
    </div>
  )
}

function JobTable(props: {
  readonly jobs: readonly PrintJobView[]
  readonly printers: readonly PrinterView[]
  readonly deeds: JobDeeds
}) {
  const { jobs, printers, deeds } = props
  const table = useRef<HTMLTableElement>(null)
  const { columns } = text.documents
  useEffect(() => table.current?.querySelector<HTMLElement>('[data-job]')?.focus(), [])
  function hear(event: KeyboardEvent<HTMLElement>, job: PrintJobView) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const isEnter = event.key === 'Enter' && event.target === event.currentTarget
    if (step === 0 && !isEnter) return
    event.preventDefault()
    event.stopPropagation()
    if (isEnter && !deeds.isBusy) deeds.next(job)
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
          <JobRow
            key={job.jobId}
            job={job}
            isFirst={index === 0}
            others={printers.filter(
              ({ role, printerId }) => role === job.role && printerId !== job.printerId,
            )}
            deeds={deeds}
            onKey={event => hear(event, job)}
          />
        ))}
      </tbody>
    </table>
  )
}

function JobRow(props: {
  readonly job: PrintJobView
  readonly isFirst: boolean
  readonly others: readonly PrinterView[]
  readonly deeds: JobDeeds
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void
}) {
  const { job, isFirst, others, deeds, onKey } = props
  const what = [codes.documents[job.kind], job.reprintOf && text.documents.reprintOf]
  return (
    <tr data-job={job.jobId} tabIndex={isFirst ? 0 : -1} className={styles.row} onKeyDown={onKey}>
      <td
        className={styles.short}
      >{`${formatDayShort(vietnamDayOf(job.createdAt))} ${formatTime(job.createdAt)}`}</td>
      <th scope="row">
        {job.title}
        <span className={styles.soft}> {what.filter(Boolean).join(' · ')}</span>
      </th>
      <td className={styles.short}>{job.printerName}</td>
      <td>
        <Chip kind={chipOf[job.state]}>{codes.jobStates[job.state]}</Chip>
        {job.leftOver && <p className={styles.soft}>{text.documents.leftOver}</p>}
        {job.errorCode && <p className={styles.soft}>{text.errors[job.errorCode]({})}</p>}
      </td>
      <td className={styles.end}>
        <JobButtons job={job} others={others} deeds={deeds} />
      </td>
    </tr>
  )
}

function JobButtons(props: {
  readonly job: PrintJobView
  readonly others: readonly PrinterView[]
  readonly deeds: JobDeeds
}) {
  const { job, others, deeds } = props
  const isOpen = job.state === 'queued' || job.state === 'sent'
  const button = (label: string, deed: () => void) => (
    <QuietButton key={label} isSmall isDisabled={deeds.isBusy} onPress={deed}>
      {label}
    </QuietButton>
  )
  return (
    <span className={styles.deeds}>
      {job.leftOver && button(text.documents.sendNow, () => deeds.next(job))}
      {!isOpen &&
        button(job.state === 'failed' ? text.documents.retry : text.documents.reprint, () => deeds.next(job))}
      {job.kind !== 'test-page' &&
        job.state !== 'confirmed' &&
        job.state !== 'sent' &&
        others.map(printer => button(text.documents.moveTo(printer.name), () => deeds.move(job, printer)))}
      {isOpen && button(text.documents.cancel, () => deeds.cancel(job))}
    </span>
  )
}
