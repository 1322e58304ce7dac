import { useState } from 'react'
import type { ConcernedLine } from '../../../src/contract/contact-calls'
import type { CallError } from '../../../src/contract/errors'
import type { ContactReason, ContactState } from '../../../src/domain/aefi/contact'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './After.module.css'
import { ConcernedRow } from './ConcernedRow'
import { ReactionDialog } from './ReactionDialog'
import { useCalls } from './use-calls'
import { type ReadPage, useConcerned } from './use-concerned'
import { useCallKeys, useRows } from './use-rows'

/** Everybody a recall or a case concerns, however many: who, where, phone, dose, and what came of the call. */
export function ConcernedList(props: {
  readonly about: ContactReason
  readonly aboutKey: string
  readonly name: string
  readonly read: ReadPage
}) {
  const { about, aboutKey, name, read } = props
  const { go } = useNavigation()
  const [total, setTotal] = useState(0)
  const { scroller, rows, at, setAt, goTo } = useRows(total)
  const inView = rows.getVirtualItems().map(({ index }) => index)
  const list = useConcerned(name, aboutKey, read, inView)
  const known = list.counts?.lines ?? 0
  if (known !== total) setTotal(known)
  const calls = useCalls()
  const chosen = list.lineAt(at)
  const note = (line: ConcernedLine | null, state: ContactState) => {
    if (line) void calls.note({ personId: line.personId, about, aboutKey, state, name: line.displayName })
  }
  useCallKeys({
    at,
    goTo,
    open: () => chosen && go({ name: 'person', personId: chosen.personId }),
    note: state => note(chosen, state),
  })
  return (
    <>
      <States list={list} total={total} callError={calls.error} />
      <div
        ref={scroller}
        className={styles.scroller}
        role="listbox"
        aria-label={text.after.people.columns.person}
      >
        <div className={styles.all} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ key, index, start }) => (
            <ConcernedRow
              key={key}
              top={start}
              line={list.lineAt(index)}
              isChosen={index === at}
              onChoose={() => setAt(index)}
              onNote={note}
            />
          ))}
        </div>
      </div>
      {calls.reacting && <ReactionDialog {...calls.reacting} onClose={calls.closeReaction} />}
    </>
  )
}

function States(props: {
  readonly list: ReturnType<typeof useConcerned>
  readonly total: number
  readonly callError: CallError | null
}) {
  const { list, total, callError } = props
  return (
    <>
      {list.error && <ErrorNotice error={list.error} onRetry={list.retry} />}
      {callError && <ErrorNotice error={callError} />}
      {list.isLoading && <LateSkeleton lines={8} />}
      {!list.isLoading && total === 0 && <EmptyState title={text.after.people.nobody} />}
    </>
  )
}
