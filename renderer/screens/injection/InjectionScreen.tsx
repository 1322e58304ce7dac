import { useState } from 'react'
import { type BoardCard, getBoard } from '../../../src/contract/visit-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useCallQuery } from '../../components/use-call-query'
import { useKeys } from '../../components/use-keys'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { nextAfter } from '../screening/checklist'
import styles from './Injection.module.css'
import { InjectionVisit } from './InjectionVisit'

/** The visit of whoever is to be vaccinated now; after a save the next who waits. */
export function InjectionScreen({ visitId }: { readonly visitId?: string }) {
  const board = useCallQuery(getBoard, { on: null }, { keep: true })
  const [chosenId, setChosenId] = useState<string | null>(visitId ?? null)
  const [done, setDone] = useState<string | null>(null)
  const [cameFor, setCameFor] = useState(visitId)
  if (visitId !== cameFor) {
    setCameFor(visitId)
    setChosenId(visitId ?? null)
  }
  const waiting = board.data?.injection ?? []
  const shownId = chosenId ?? waiting[0]?.visitId ?? null
  function step(by: number) {
    const at = waiting.findIndex(card => card.visitId === shownId)
    const next = waiting[(at + by + waiting.length) % Math.max(waiting.length, 1)]
    if (next?.visitId) setChosenId(next.visitId)
  }
  useKeys({ PageDown: () => step(1), PageUp: () => step(-1) })

  function finish(finishedId: string, sentence: string) {
    setDone(sentence)
    setChosenId(nextAfter(waiting, finishedId)?.visitId ?? null)
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
