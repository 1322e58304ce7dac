import { useState } from 'react'
import { type BoardCard, getBoard } from '../../../src/contract/visit-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useChosenVisit } from '../../components/use-chosen-visit'
import { useCallQuery } from '../../data/use-call-query'
import { EmergencyPatientHint, useEmergency } from '../../frame/emergency'
import { useSessionNow } from '../../frame/use-board'
import { text } from '../../text'
import { cardsOf, timerOf } from '../board/lanes'
import styles from './Observation.module.css'
import { ObservedPerson } from './ObservedPerson'
import { TimerCard } from './TimerCard'

/** Everybody under observation with a big clock; who may go home first stands first. F8: emergency card. */
export function ObservationScreen() {
  const board = useCallQuery(getBoard, { on: null }, { keep: true })
  const nowMs = useSessionNow()
  const visits = useChosenVisit(board.data ? cardsOf(board.data, 'observation') : [], null)
  const [done, setDone] = useState<string | null>(null)
  const emergency = useEmergency()
  if (!board.data) {
    return board.error ? <ErrorNotice error={board.error} onRetry={board.retry} /> : <LateSkeleton />
  }
  const { waiting: cards, chosenId, choose } = visits
  const chosen = cards.find(card => card.visitId === chosenId) ?? null
  const chosenVisitId = chosen?.visitId ?? null
  // The card knows who: the weight of the checklist then stands on it.
  const inTrouble = chosen && {
    personId: chosen.personId,
    visitId: chosen.visitId,
    name: chosen.displayName,
  }
  const openEmergency = () => emergency.open(inTrouble)
  const shown = { nowMs, chosen, onChoose: choose, onEmergency: openEmergency }
  return (
    <div className={styles.screen}>
      <EmergencyPatientHint patient={inTrouble} />
      <p role="status" className={done ? styles.done : styles.noDone}>
        {done}
      </p>
      <div className={styles.columns}>
        <Timers cards={cards} {...shown} />
        {chosen && chosenVisitId && (
          <ObservedPerson
            key={chosenVisitId}
            visitId={chosenVisitId}
            card={chosen}
            today={board.data.on}
            nowMs={nowMs}
            onSevere={openEmergency}
            onFinish={sentence => {
              setDone(sentence)
              visits.finish(chosenVisitId)
            }}
          />
        )}
      </div>
    </div>
  )
}

function Timers(props: {
  readonly cards: readonly BoardCard[]
  readonly nowMs: number
  readonly chosen: BoardCard | null
  readonly onChoose: (visitId: string) => void
  readonly onEmergency: () => void
}) {
  const { cards, nowMs, chosen, onChoose, onEmergency } = props
  const ready = cards.filter(card => timerOf(card, nowMs)?.isOver).length
  return (
    <Panel
      title={text.observation.title}
      note={`${text.observation.count(cards.length)} · ${text.observation.ready(ready)}`}
      actions={
        <QuietButton isSmall tone="wrong" hint="F8" onPress={onEmergency}>
          {text.observation.emergency}
        </QuietButton>
      }
      scrolls
    >
      {cards.length === 0 ? (
        <EmptyState title={text.observation.nobody}>{text.observation.nobodyHint}</EmptyState>
      ) : (
        <ul className={styles.timers} aria-label={text.observation.title}>
          {cards.map((card, index) => (
            <li key={card.visitId ?? card.personId}>
              <TimerCard
                card={card}
                nowMs={nowMs}
                isChosen={card === chosen}
                takesFocus={index === 0}
                onChoose={() => card.visitId && onChoose(card.visitId)}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
