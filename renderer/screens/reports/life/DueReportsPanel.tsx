import type { DueReports } from '../../../../src/contract/report-life-calls'
import { daysBetween, vietnamDayOf } from '../../../../src/domain/calendar/calendar-day'
import type { ReportKey } from '../../../../src/domain/report/report-form'
import { Chip } from '../../../components/Chip'
import { EmptyState } from '../../../components/EmptyState'
import { ErrorNotice } from '../../../components/ErrorNotice'
import { formatCount } from '../../../components/format'
import { LateSkeleton } from '../../../components/LateSkeleton'
import { Panel } from '../../../components/Panel'
import { QuietButton } from '../../../components/QuietButton'
import { useNavigation } from '../../../frame/navigation'
import { locale, text } from '../../../text'
import { periodWords } from '../period-words'
import styles from './Life.module.css'
import { deadlineWords, lastDayInTime } from './life-words'
import { useDueReports } from './use-due-reports'

const words = text.reportLife.dueList

/** So many are named where the list is not what the screen is for. */
const shownInShort = 2

/**
 * What is owed, the most urgent first, and what was signed and counts differently now. `isShort`: the first of them, and nothing
 * at all where nothing waits.
 */
export function DueReportsPanel({ isShort = false }: { readonly isShort?: boolean }) {
  const due = useDueReports()
  const { go } = useNavigation()
  const open = (key: ReportKey) => go({ name: 'report', key })
  if (due.error) return <ErrorNotice error={due.error} onRetry={due.retry} />
  if (!due.data) return isShort ? null : <LateSkeleton lines={3} />
  const { now, lines, drifted } = due.data
  const total = lines.length + drifted.length
  if (isShort && total === 0) return null
  const most = isShort ? shownInShort : total
  const rest = total - Math.min(most, total)
  return (
    <Panel
      title={words.title}
      actions={
        rest > 0 && (
          <QuietButton isSmall onPress={() => go({ name: 'reports' })} testId="all-due-reports">
            {words.rest(rest)}
          </QuietButton>
        )
      }
    >
      <div className={styles.dueList} data-testid="due-reports">
        {total === 0 && <EmptyState title={words.none} />}
        {lines.slice(0, most).map(line => (
          <DueLine key={`${line.key.formId} ${line.key.period}`} line={line} now={now} onOpen={open} />
        ))}
        {drifted.slice(0, Math.max(0, most - lines.length)).map(line => (
          <DriftLine key={line.reportId} line={line} onOpen={open} />
        ))}
      </div>
    </Panel>
  )
}

function DueLine(props: {
  readonly line: DueReports['lines'][number]
  readonly now: DueReports['now']
  readonly onOpen: (key: ReportKey) => void
}) {
  const { line, now, onOpen } = props
  const { key, form, dueAt, isLate, state } = line
  const days = daysBetween(vietnamDayOf(now), lastDayInTime(dueAt))
  return (
    <button type="button" className={styles.dueLine} data-testid="due-report" onClick={() => onOpen(key)}>
      <span className={styles.dueName}>
        <strong>{form.title[locale]}</strong> <span>{periodWords(key.period)}</span>
        <span className={styles.soft}>
          {' '}
          · {words.by(deadlineWords(dueAt))} ·{' '}
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
