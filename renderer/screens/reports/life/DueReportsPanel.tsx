import type { DueReports } from '../../../../src/contract/report-life-calls'
import { daysBetween, vietnamDayOf } from '../../../../src/domain/calendar/calendar-day'
import type { ReportKey } from '../../../../src/domain/report/report-form'
import { Chip } from '../../../components/Chip'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { formatCount, formatMoment } from '../../../components/format'
import { LateSkeleton } from '../../../components/LateSkeleton'
import { Panel } from '../../../components/Panel'
import { useNavigation } from '../../../frame/navigation'
import { locale, text } from '../../../text'
import { periodWords } from '../period-words'
import styles from './Life.module.css'
import { useDueReports } from './use-due-reports'

const words = text.reportLife.dueList

/** What is owed, the most urgent first, and what was signed and counts differently now. `isQuiet`: nothing at all where nothing waits. */
export function DueReportsPanel({ isQuiet = false }: { readonly isQuiet?: boolean }) {
  const due = useDueReports()
  const { go } = useNavigation()
  const open = (key: ReportKey) => go({ name: 'report', key })
  if (due.error) return <ErrorNotice error={due.error} onRetry={due.retry} />
  if (!due.data) return isQuiet ? null : <LateSkeleton lines={3} />
  const isEmpty = due.data.lines.length + due.data.drifted.length === 0
  if (isQuiet && isEmpty) return null
  return (
    <Panel title={words.title}>
      <div className={styles.dueList} data-testid="due-reports">
        {isEmpty && <EmptyState title={words.none} />}
        {due.data.lines.map(line => (
          <DueLine
            key={`${line.key.formId} ${line.key.period}`}
            line={line}
            now={due.data?.now}
            onOpen={open}
          />
        ))}
        {due.data.drifted.map(line => (
          <DriftLine key={line.reportId} line={line} onOpen={open} />
        ))}
      </div>
    </Panel>
  )
}

function DueLine(props: {
  readonly line: DueReports['lines'][number]
  readonly now: DueReports['now'] | undefined
  readonly onOpen: (key: ReportKey) => void
}) {
  const { line, now, onOpen } = props
  const { key, form, dueAt, isLate, state } = line
  // The deadline is the end of a day or a moment in it: the last day on which it is in time.
  const lastDay = vietnamDayOf(new Date(Date.parse(dueAt) - 1).toISOString() as typeof dueAt)
  const days = now ? daysBetween(vietnamDayOf(now), lastDay) : 0
  return (
    <button type="button" className={styles.dueLine} data-testid="due-report" onClick={() => onOpen(key)}>
      <span className={styles.dueName}>
        <strong>{form.title[locale]}</strong> <span>{periodWords(key.period)}</span>
        <span className={styles.soft}>
          {' '}
          · {words.by(formatMoment(dueAt))} ·{' '}
          {state === null ? text.reportLife.notBegun : text.reportLife.states[state]}
        </span>
      </span>
      {isLate ? (
        <Chip kind="late">{words.late(Math.max(0, -days))}</Chip>
      ) : (
        <Chip kind={days <= 3 ? 'due' : 'wait'}>{words.left(Math.max(0, days))}</Chip>
      )}
    </button>
  )
}

function DriftLine(props: {
  readonly line: DueReports['drifted'][number]
  readonly onOpen: (key: ReportKey) => void
}) {
  const { line, onOpen } = props
  return (
    <button
      type="button"
      className={styles.dueLine}
      data-testid="drifted-report"
      onClick={() => onOpen(line.key)}
    >
      <span className={styles.dueName}>
        <strong>{line.title[locale]}</strong> <span>{periodWords(line.key.period)}</span>
        <span className={styles.soft}>
          {' '}
          · {words.driftLine(formatCount(line.added), formatCount(line.removed))}
        </span>
      </span>
      <Chip kind="late">{words.drifted}</Chip>
    </button>
  )
}
