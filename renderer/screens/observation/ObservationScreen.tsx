import { useState } from 'react'
import { getBoard } from '../../../src/contract/visit-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../components/use-call-query'
import { useKeys } from '../../components/use-keys'
import { useNow } from '../../components/use-now'
import { text } from '../../text'
import { cardsOf, timerOf } from '../board/lanes'
import { EmergencyCard } from './EmergencyCard'
import styles from './Observation.module.css'
import { ObservedPerson } from './ObservedPerson'
import { TimerCard } from './TimerCard'

/** Everybody under observation with a big clock; who may go home first stands first. F8: emergency card. */
export function ObservationScreen() {
  const board = useCallQuery(getBoard, { on: null }, { keep: true })
  const nowMs = useNow()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const [isEmergency, setEmergency] = useState(false)
  useKeys({ F8: () => setEmergency(true) })
  if (!board.data) {
    return board.error ? <ErrorNotice error={board.error} onRetry={board.retry} /> : <LateSkeleton />
  }
  const cards = cardsOf(board.data, 'observation')
  const chosen = cards.find(card => card.visitId === chosenId) ?? cards[0] ?? null
  const ready = cards.filter(card => timerOf(card, nowMs)?.isOver).length
  return (
    <div className={styles.screen}>
      <p role="status" className={done ? styles.done : styles.noDone}>
        {done}
      </p>
      <div className={styles.columns}>
        <Panel
          title={text.observation.title}
          note={`${text.observation.count(cards.length)} · ${text.observation.ready(ready)}`}
          actions={
            <QuietButton isSmall tone="wrong" hint="F8" onPress={() => setEmergency(true)}>
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
                    onChoose={() => setChosenId(card.visitId)}
                  />
                </li>
              ))}
            </ul>
          )}
        </Panel>
        {chosen?.visitId && (
          <ObservedPerson
            key={chosen.visitId}
            visitId={chosen.visitId}
            card={chosen}
            today={board.data.on}
            nowMs={nowMs}
            onSevere={() => setEmergency(true)}
            onFinish={sentence => {
              setDone(sentence)
              setChosenId(null)
            }}
          />
        )}
      </div>
      {isEmergency && <EmergencyCard visitId={chosen?.visitId ?? null} onClose={() => setEmergency(false)} />}
    </div>
  )
}
