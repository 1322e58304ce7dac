import { type CallList, type CallListLine, getCallList } from '../../../src/contract/contact-calls'
import type { ContactState } from '../../../src/domain/aefi/contact'
import { Chip } from '../../components/Chip'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { ExportButton } from '../../data/ExportButton'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { signName } from '../../text/codes'
import styles from './After.module.css'
import { CallState, rowHeight, Who } from './ConcernedRow'
import { PrintListButton } from './PrintListButton'
import { ReactionDialog } from './ReactionDialog'
import { useCalls } from './use-calls'
import { useCallKeys, useRows } from './use-rows'

/** Whom to call today, by hamlet: two keys a call, and a reaction is noted while the family is on the telephone. */
export function CallListPanel() {
  const list = useCallQuery(getCallList, { on: null }, { keep: true })
  if (list.error && !list.data) return <ErrorNotice error={list.error} onRetry={list.retry} />
  if (!list.data) return <LateSkeleton />
  const { lines, from, to } = list.data
  const done = lines.filter(({ contact }) => contact !== null && contact.state !== 'unreachable').length
  const unreachable = lines.filter(({ contact }) => contact?.state === 'unreachable').length
  const days = text.after.calls.note(formatDay(from), formatDay(to))
  return (
    <Panel
      title={text.after.tabs.calls}
      note={`${days} · ${text.after.calls.progress(done, lines.length, unreachable)}`}
      actions={
        lines.length > 0 && (
          <>
            <PrintListButton list={{ of: 'calls', on: from === to ? from : null }} />
            <ExportButton of={{ list: 'call-list', on: from === to ? from : null }} testId="export-calls" />
          </>
        )
      }
      className={styles.panel}
    >
      <p className={styles.ask}>{text.after.calls.ask}</p>
      {lines.length === 0 ? (
        <EmptyState title={text.after.calls.nobody}>{text.after.calls.nobodyHint}</EmptyState>
      ) : (
        <Lines list={list.data} />
      )}
    </Panel>
  )
}

function Lines({ list }: { readonly list: CallList }) {
  const { go } = useNavigation()
  const { lines } = list
  const { scroller, rows, at, setAt, goTo } = useRows(lines.length)
  const calls = useCalls()
  const chosen = lines[at]
  const note = (line: CallListLine | undefined, state: ContactState) => {
    if (!line) return
    const { personId, displayName: name, sessionOn: aboutKey } = line
    void calls.note({ personId, name, about: 'following-day', aboutKey, state })
    // The next family has the cursor as soon as this one is noted.
    if (state !== 'symptoms') goTo(lines.indexOf(line) + 1)
  }
  useCallKeys({
    at,
    goTo,
    open: () => chosen && go({ name: 'person', personId: chosen.personId }),
    note: state => note(chosen, state),
  })
  return (
    <>
      {calls.error && <ErrorNotice error={calls.error} />}
      <div ref={scroller} className={styles.scroller} role="listbox" aria-label={text.after.tabs.calls}>
        <div className={styles.all} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ key, index, start }) => (
            <Row
              key={key}
              top={start}
              line={lines[index]}
              before={lines[index - 1]}
              isChosen={index === at}
              onChoose={() => setAt(index)}
              onNote={note}
            />
          ))}
        </div>
      </div>
      <p className={styles.keys}>{text.after.people.keys}</p>
      {calls.reacting && <ReactionDialog {...calls.reacting} onClose={calls.closeReaction} />}
    </>
  )
}

function Row(props: {
  readonly top: number
  readonly line: CallListLine | undefined
  readonly before: CallListLine | undefined
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onNote: (line: CallListLine, state: ContactState) => void
}) {
  const { top, line, before, isChosen, onChoose, onNote } = props
  if (!line) return null
  const isFirstOfHamlet = before?.hamlet !== line.hamlet
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys of the list do the same
    <div
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      data-testid="call-line"
      className={`${styles.row} ${styles.callRow} ${isFirstOfHamlet ? styles.first : ''}`}
      style={{ transform: `translateY(${top}px)`, height: `${rowHeight / 16}rem` }}
      onClick={onChoose}
    >
      <div className={styles.hamlet}>{line.hamlet ?? text.after.people.noPlace}</div>
      <Who person={line} />
      <div className={styles.cell}>
        <div>{line.vaccines.join(', ')}</div>
        <div className={styles.soft}>
          {line.signs.length > 0 ? (
            <Chip kind="late">{line.signs.map(signName).join(', ')}</Chip>
          ) : (
            formatDay(line.sessionOn)
          )}
        </div>
      </div>
      <CallState person={line} onNote={state => onNote(line, state)} />
    </div>
  )
}
