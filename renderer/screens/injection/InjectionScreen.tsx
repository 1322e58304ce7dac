import { useState } from 'react'
import { type BoardCard, getBoard } from '../../../src/contract/visit-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useChosenVisit } from '../../components/use-chosen-visit'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Injection.module.css'
import { InjectionVisit } from './InjectionVisit'

/** The visit of whoever is to be vaccinated now; after a save the next who waits. */
export function InjectionScreen({ visitId }: { readonly visitId?: string }) {
  const board = useCallQuery(getBoard, { on: null }, { keep: true })
  const [done, setDone] = useState<string | null>(null)
  const visits = useChosenVisit(board.data?.injection ?? [], visitId ?? null)
  const { waiting, chosenId: shownId, choose } = visits
  function step(by: number) {
    const at = waiting.findIndex(card => card.visitId === shownId)
    const next = waiting[(at + by + waiting.length) % Math.max(waiting.length, 1)]
    if (next?.visitId) choose(next.visitId)
  }
  useKeys({ PageDown: () => step(1), PageUp: () => step(-1) })

  function finish(finishedId: string, sentence: string) {
    setDone(sentence)
    visits.finish(finishedId)
  }
  if (!board.data) {
    return board.error ? <ErrorNotice error={board.error} onRetry={board.retry} /> : <LateSkeleton />
  }
  return (
    <div className={styles.screen}>
      <p role="status" className={done ? styles.done : styles.noDone}>
        {done}
      </p>
      {shownId === null ? (
        <Nobody />
      ) : (
        <InjectionVisit
          key={shownId}
          visitId={shownId}
          today={board.data.on}
          others={othersOf(waiting, shownId)}
          onFinish={sentence => finish(shownId, sentence)}
        />
      )}
    </div>
  )
}

function othersOf(waiting: readonly BoardCard[], visitId: string): readonly BoardCard[] {
  return waiting.filter(card => card.visitId !== visitId)
}

function Nobody() {
  const { go } = useNavigation()
  return (
    <Panel label={text.injection.waiting}>
      <EmptyState title={text.injection.nobody}>
        <p>{text.injection.nobodyHint}</p>
        <FilledButton onPress={() => go({ name: 'screening' })}>{text.injection.openScreening}</FilledButton>
      </EmptyState>
    </Panel>
  )
}
