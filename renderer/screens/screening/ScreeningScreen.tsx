import { useState } from 'react'
import { type BoardCard, getBoard } from '../../../src/contract/visit-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../components/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { ChecklistPanel } from './ChecklistPanel'
import { nextAfter } from './checklist'
import styles from './Screening.module.css'
import { WaitingList } from './WaitingList'

/** Who waits for screening on the left, the official checklist on the right. */
export function ScreeningScreen({ visitId }: { readonly visitId?: string }) {
  const board = useCallQuery(getBoard, { on: null }, { keep: true })
  const [chosenId, setChosenId] = useState<string | null>(visitId ?? null)
  const [done, setDone] = useState<string | null>(null)
  const [cameFor, setCameFor] = useState(visitId)
  if (visitId !== cameFor) {
    setCameFor(visitId)
    setChosenId(visitId ?? null)
  }
  if (!board.data) {
    return board.error ? <ErrorNotice error={board.error} onRetry={board.retry} /> : <LateSkeleton />
  }
  const waiting = board.data.screening
  const card =
    chosenId === null ? (waiting[0] ?? null) : (waiting.find(each => each.visitId === chosenId) ?? null)

  function finish(finished: BoardCard, sentence: string) {
    setDone(sentence)
    setChosenId((finished.visitId && nextAfter(waiting, finished.visitId)?.visitId) ?? null)
  }
  return (
    <div className={styles.screen}>
      <Panel
        title={text.screening.waiting}
        note={text.screening.waitingCount(waiting.length)}
        scrolls
        className={styles.waiting}
      >
        <WaitingList
          label={text.screening.waiting}
          cards={waiting}
          today={board.data.on}
          chosenId={card?.visitId ?? null}
          onChoose={setChosenId}
        />
      </Panel>
      <div className={styles.main}>
        <p role="status" className={done ? styles.done : styles.noDone}>
          {done}
        </p>
        {card?.visitId ? (
          <ChecklistPanel
            key={card.visitId}
            visitId={card.visitId}
            card={card}
            today={board.data.on}
            onFinish={sentence => finish(card, sentence)}
          />
        ) : (
          <NobodyChosen goneId={chosenId} />
        )}
      </div>
    </div>
  )
}

/** Nobody waits, or the visit that was asked for has gone on. */
function NobodyChosen({ goneId }: { readonly goneId: string | null }) {
  const { go } = useNavigation()
  return (
    <Panel label={text.screening.checklist}>
      {goneId === null ? (
        <EmptyState title={text.screening.nobody}>
          <p>{text.screening.nobodyHint}</p>
          <FilledButton onPress={() => go({ name: 'reception' })}>{text.screening.toReception}</FilledButton>
        </EmptyState>
      ) : (
        <EmptyState title={text.screening.gone}>
          <p>{text.screening.goneHint}</p>
          <QuietButton onPress={() => go({ name: 'injection', visitId: goneId })}>
            {text.screening.toInjection}
          </QuietButton>
        </EmptyState>
      )}
    </Panel>
  )
}
