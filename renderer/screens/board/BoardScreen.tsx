import { useEffect, useRef, useState } from 'react'
import { type Board, getBoard } from '../../../src/contract/visit-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { useSessionNow } from '../../frame/use-board'
import { text } from '../../text'
import { DueReportsPanel } from '../reports/life/DueReportsPanel'
import styles from './Board.module.css'
import { BoardTools } from './BoardTools'
import { Figures } from './Figures'
import { Lane } from './Lane'
import { cardsOf, laneNames, movePlace, nearestPlace, type Place, screenFor } from './lanes'
import { VialHints } from './VialHints'

/** The session day: figures on top, five lanes with the people in them. */
export function BoardScreen() {
  const board = useCallQuery(getBoard, { on: null }, { keep: true })
  const { go } = useNavigation()
  if (!board.data) {
    return board.error ? (
      <ErrorNotice error={board.error} onRetry={board.retry} />
    ) : (
      <LateSkeleton lines={8} />
    )
  }
  const isEmpty = laneNames.every(lane => board.data?.[lane].length === 0)
  return (
    <div className={styles.board}>
      {board.error && <ErrorNotice error={board.error} onRetry={board.retry} />}
      <DueReportsPanel isShort />
      <Figures board={board.data} />
      <BoardTools waitLimitMinutes={board.data.waitLimitMinutes} />
      <VialHints />
      {isEmpty ? (
        <EmptyState title={text.board.emptyTitle}>
          <p>{text.board.emptyHint}</p>
          <FilledButton onPress={() => go({ name: 'reception' })}>{text.board.toReception}</FilledButton>
        </EmptyState>
      ) : (
        <Lanes board={board.data} />
      )}
    </div>
  )
}

function Lanes({ board }: { readonly board: Board }) {
  const { go } = useNavigation()
  const nowMs = useSessionNow()
  const element = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Place>({ lane: 1, at: 0 })
  const lanes = laneNames.map(name => ({ name, cards: cardsOf(board, name) }))
  const lengths = lanes.map(({ cards }) => cards.length)
  const place = nearestPlace(chosen, lengths)
  useEffect(() => element.current?.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus(), [])

  function focus(next: Place) {
    setChosen(next)
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLElement>(`[data-place="${next.lane}.${next.at}"]`)?.focus(),
    )
  }
  function move(event: KeyboardEvent): boolean {
    if (!place) return false
    const isOnBoard = element.current?.contains(document.activeElement) ?? false
    if (!isOnBoard && document.activeElement !== document.body) return false
    focus(isOnBoard ? movePlace(place, event.key, lengths) : place)
    return true
  }
  useKeys({ ArrowUp: move, ArrowDown: move, ArrowLeft: move, ArrowRight: move })

  return (
    <div className={styles.lanes} ref={element}>
      {lanes.map(({ name, cards }, lane) => (
        <Lane
          key={name}
          name={name}
          lane={lane}
          cards={cards}
          today={board.on}
          nowMs={nowMs}
          waitLimitMinutes={board.waitLimitMinutes}
          chosenAt={place?.lane === lane ? place.at : null}
          onFocus={at => setChosen({ lane, at })}
          onOpen={card => go(screenFor(name, card))}
        />
      ))}
    </div>
  )
}
