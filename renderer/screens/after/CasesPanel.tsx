import { type CaseLine, listCases } from '../../../src/contract/aefi-calls'
import { Chip, type ChipKind } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatAge, formatMoment, formatTime } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useNow } from '../../components/use-now'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { signName } from '../../text/codes'
import styles from './After.module.css'
import { clockWords } from './moments'

/** So many cases are shown; a point has few in its whole life. */
const mostCases = 100
const kinds: Readonly<Record<CaseLine['state'], ChipKind>> = {
  draft: 'wrong',
  reported: 'due',
  investigated: 'wait',
  closed: 'ok',
}

/** Severe cases, the newest first. */
export function CasesPanel() {
  const cases = useCallQuery(listCases, { offset: 0, limit: mostCases })
  if (cases.error) return <ErrorNotice error={cases.error} onRetry={cases.retry} />
  if (!cases.data) return <LateSkeleton />
  const { lines, now } = cases.data
  const shiftMs = Date.parse(now) - cases.readAtMs
  return (
    <Panel title={text.after.tabs.cases} note={String(cases.data.total)} scrolls>
      {lines.length === 0 ? (
        <EmptyState title={text.after.cases.none}>{text.after.cases.noneHint}</EmptyState>
      ) : (
        <ul className={styles.cases}>
          {lines.map(line => (
            <Line key={line.caseId} line={line} shiftMs={shiftMs} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Line({ line, shiftMs }: { readonly line: CaseLine; readonly shiftMs: number }) {
  const { today } = useAppState()
  const { go } = useNavigation()
  const nowMs = useNow(15_000) + shiftMs
  const { missingCritical } = line
  return (
    <li>
      <button
        type="button"
        className={styles.caseLine}
        data-testid="case-line"
        onClick={() => go({ name: 'aefi-case', caseId: line.caseId })}
      >
        <span className={styles.caseWho}>
          <b className={styles.name}>{line.displayName}</b>
          <span className={styles.soft}>
            {formatAge(line.birthDate, today)} · {line.signs.map(signName).join(', ')}
          </span>
        </span>
        <span className={styles.caseFacts}>
          <Chip kind={kinds[line.state]}>{text.after.states[line.state]}</Chip>
          {line.waiting.length > 0 && <Chip kind="wrong">{clockWords(line.dueAt, nowMs)}</Chip>}
          <Chip kind={missingCritical > 0 ? 'late' : 'ok'}>
            {missingCritical > 0 ? text.after.cases.missing(missingCritical) : text.after.cases.complete}
          </Chip>
        </span>
        <span className={styles.soft}>
          {line.caseNumber} · {text.after.cases.known(formatMoment(line.knownAt))}
          {line.waiting.length > 0 && ` · ${text.after.form.dueBy(formatTime(line.dueAt))}`}
        </span>
      </button>
    </li>
  )
}
