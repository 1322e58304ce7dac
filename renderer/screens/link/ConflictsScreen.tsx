import { useEffect, useState } from 'react'
import { type ConflictView, listConflicts, settleConflict } from '../../../src/contract/arrival-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay } from '../../components/format'
import { Kbd } from '../../components/Kbd'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { text } from '../../text'
import { LongList } from '../duplicates/LongList'
import { useMay } from '../duplicates/use-may'
import { usePages } from '../duplicates/use-pages'
import { ConflictDetail } from './ConflictDetail'
import styles from './Conflicts.module.css'
import { fieldWords } from './conflict-words'
import { PullBar } from './PullBar'

/** What no rule decides between this point and the others: chosen on the left, decided side by side on the right. */
export function ConflictsScreen() {
  const [chosen, setChosen] = useState<ConflictView | null>(null)
  const pages = usePages(
    listConflicts,
    page => page,
    ({ total, conflicts }) => ({ total, items: conflicts }),
  )
  const maySettle = useMay(settleConflict)
  const first = pages.itemAt(0)
  // What was decided is gone from the list; the next one stands ready.
  const isStillThere = chosen !== null && hasConflict(pages, chosen)
  useEffect(() => {
    if (!isStillThere) setChosen(first)
  }, [isStillThere, first])
  return (
    <div className={styles.screen}>
      <Panel
        title={text.conflicts.title}
        note={text.conflicts.note(pages.total)}
        className={styles.list}
        actions={<MoveKeys />}
      >
        <PullBar />
        {pages.error && <ErrorNotice error={pages.error} onRetry={pages.retry} />}
        {pages.isLoading && <LateSkeleton lines={8} />}
        {!pages.isLoading && !pages.error && pages.total === 0 && (
          <EmptyState title={text.conflicts.empty}>{text.conflicts.emptyHint}</EmptyState>
        )}
        <LongList
          label={text.conflicts.list}
          count={pages.total}
          lineHeight={60}
          itemAt={pages.itemAt}
          onView={pages.onView}
          keys={{}}
          onPress={setChosen}
          onMove={setChosen}
        >
          {conflict => <ConflictLine conflict={conflict} />}
        </LongList>
      </Panel>
      {chosen && isStillThere ? (
        <ConflictDetail key={chosen.conflictId} conflict={chosen} maySettle={maySettle} />
      ) : (
        <Panel title={text.conflicts.ask['person-field']}>
          <EmptyState title={text.conflicts.empty} />
        </Panel>
      )}
    </div>
  )
}

function hasConflict(
  pages: { readonly total: number; readonly itemAt: (index: number) => ConflictView | null },
  { conflictId }: ConflictView,
): boolean {
  return Array.from({ length: Math.min(pages.total, 500) }, (_, index) => pages.itemAt(index)).some(
    one => one?.conflictId === conflictId,
  )
}

function MoveKeys() {
  return (
    <span className={styles.soft}>
      <Kbd>↑</Kbd> <Kbd>↓</Kbd> {text.conflicts.move}
    </span>
  )
}

function ConflictLine({ conflict }: { readonly conflict: ConflictView }) {
  const isAlarm = conflict.kind === 'double-dose'
  return (
    <div className={styles.line} data-testid="conflict-line">
      <span className={isAlarm ? styles.alarm : styles.ask} aria-hidden="true">
        {isAlarm ? '▲' : '≠'}
      </span>
      <div className={styles.cell}>
        <div className={styles.name}>{conflict.displayName}</div>
        <div className={styles.soft}>
          {conflict.birthDate && `${text.common.born(formatDay(conflict.birthDate))} · `}
          {formatDay(vietnamDayOf(conflict.foundAt))}
        </div>
      </div>
      <div className={styles.cell}>
        <div className={isAlarm ? styles.alarm : undefined}>{text.conflicts.kinds[conflict.kind]}</div>
        <div className={styles.soft}>{fieldWords(conflict)}</div>
      </div>
    </div>
  )
}
