import { useEffect, useRef } from 'react'
import { type FamilyThread, getFamilyThread } from '../../../src/contract/thread-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { NextPanel } from './NextPanel'
import styles from './Thread.module.css'
import { ThreadBirthRow } from './ThreadBirthRow'
import { ChildCard, MotherCard, PregnancyRow } from './ThreadParts'
import { rowsOf } from './thread-rows'

const words = text.familyThread

/** The family on one thread: mother, pregnancies, births, children; beside it what comes next for each. */
export function FamilyThreadScreen({ personId }: { readonly personId: string }) {
  const thread = useCallQuery(getFamilyThread, { personId })
  if (thread.error) return <ErrorNotice error={thread.error} onRetry={thread.retry} />
  if (!thread.data) return <LateSkeleton />
  return <Thread thread={thread.data} askedId={personId} />
}

function Thread({ thread, askedId }: { readonly thread: FamilyThread; readonly askedId: string }) {
  const { mother, children } = thread
  const motherId = mother?.hit.personId ?? null
  const { go } = useNavigation()
  const list = useRef<HTMLDivElement>(null)
  useArrows(list, askedId)
  const unborn = children.find(({ birthId }) => birthId === null)
  const record = () =>
    mother
      ? go({ name: 'birth', motherId: mother.hit.personId })
      : unborn && go({ name: 'birth', motherId: null, childId: unborn.hit.personId })
  const [newest] = thread.births
  useKeys({
    b: record,
    v: () => newest !== undefined && go({ name: 'postnatal', birthId: newest.birthId }),
  })
  const rows = rowsOf(thread)
  return (
    <div className={styles.screen} data-testid="family-thread">
      <Panel
        title={words.title}
        note={mother?.hit.displayName ?? words.noMother}
        actions={
          <QuietButton isSmall hint="B" onPress={record} testId="record-birth">
            {words.recordBirth}
          </QuietButton>
        }
        scrolls
        padded
      >
        <div ref={list} className={styles.thread}>
          {mother ? <MotherCard person={mother} /> : <p className={styles.noMother}>○ {words.noMother}</p>}
          {rows.length === 0 && <EmptyState title={words.empty} />}
          {rows.map(row => {
            if (row.kind === 'pregnancy')
              return <PregnancyRow key={row.pregnancy.pregnancyId} {...row} motherId={motherId} />
            if (row.kind === 'birth') return <ThreadBirthRow key={row.birth.birthId} {...row} />
            return <ChildCard key={row.child.hit.personId} child={row.child} isLoose motherId={motherId} />
          })}
        </div>
        <p className={styles.keys}>{words.keys}</p>
      </Panel>
      <NextPanel thread={thread} />
    </div>
  )
}

/** ↑ ↓ walk along the thread; the person it was opened from has the focus at first. */
function useArrows(list: React.RefObject<HTMLDivElement | null>, askedId: string) {
  useEffect(() => {
    list.current?.querySelector<HTMLElement>(`[data-person="${askedId}"]`)?.focus()
  }, [list, askedId])
  function move(step: number) {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-person]') ?? [])]
    const at = all.findIndex(each => each.matches(':focus'))
    all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus()
  }
  useKeys({ ArrowDown: () => move(1), ArrowUp: () => move(-1) })
}
