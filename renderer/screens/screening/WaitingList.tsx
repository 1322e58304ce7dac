import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import type { BoardCard } from '../../../src/contract/visit-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { formatAgeShort } from '../../components/format'
import { useSessionNow } from '../../frame/use-board'
import { text } from '../../text'
import { minutesSince } from '../board/lanes'
import styles from './Screening.module.css'

/** Lists longer than this draw only what is seen. */
const virtualOver = 100

/** People who wait for this step, in the order they came. ↑ ↓ move while the list has the focus. */
export function WaitingList(props: {
  readonly label: string
  readonly cards: readonly BoardCard[]
  readonly today: CalendarDay
  readonly chosenId: string | null
  readonly onChoose: (visitId: string) => void
}) {
  const { cards, chosenId, onChoose } = props
  const list = useRef<HTMLDivElement>(null)
  const nowMs = useSessionNow(15_000)
  const { isVirtual, height, shown } = useShown(cards.length, list)

  function move(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = cards.findIndex(card => card.visitId === chosenId)
    const visitId = cards[Math.min(Math.max(at + step, 0), cards.length - 1)]?.visitId
    if (!visitId) return
    onChoose(visitId)
    focusSoon(list.current, visitId)
  }
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={-1}
      aria-label={props.label}
      className={isVirtual ? styles.virtualList : undefined}
      style={isVirtual ? { height } : undefined}
      onKeyDown={move}
    >
      {shown.map(({ index, start }) => {
        const card = cards[index]
        if (!card?.visitId) return null
        return (
          <Waiter
            key={card.visitId}
            card={card}
            visitId={card.visitId}
            today={props.today}
            nowMs={nowMs}
            start={start}
            isChosen={card.visitId === chosenId}
            isReached={card.visitId === chosenId || (chosenId === null && index === 0)}
            onChoose={onChoose}
          />
        )
      })}
    </div>
  )
}

function Waiter(props: {
  readonly card: BoardCard
  readonly visitId: string
  readonly today: CalendarDay
  readonly nowMs: number
  readonly start: number | null
  readonly isChosen: boolean
  readonly isReached: boolean
  readonly onChoose: (visitId: string) => void
}) {
  const { card, visitId, start } = props
  return (
    <button
      type="button"
      role="option"
      aria-selected={props.isChosen}
      data-visit={visitId}
      tabIndex={props.isReached ? 0 : -1}
      className={`${styles.waiter} ${start === null ? '' : styles.virtualItem}`}
      style={start === null ? undefined : { transform: `translateY(${start}px)` }}
      onClick={() => props.onChoose(visitId)}
    >
      <span className={styles.waiterName} title={card.displayName}>
        {text.board.cardName(card.ticket, card.displayName)}
      </span>
      <span className={styles.waiterLine}>
        <span>{formatAgeShort(card.birthDate, props.today)}</span>
        {card.since && <span>{text.board.waited(minutesSince(card.since, props.nowMs))}</span>}
      </span>
    </button>
  )
}

/** The places to draw: all of a short list, of a long one those that are seen. */
function useShown(count: number, list: RefObject<HTMLElement | null>) {
  const isVirtual = count > virtualOver
  const virtual = useVirtualizer({
    count: isVirtual ? count : 0,
    getScrollElement: () => list.current?.parentElement ?? null,
    estimateSize: () => 49,
    overscan: 12,
  })
  const all = Array.from({ length: count }, (_, index) => ({ index, start: null as number | null }))
  return { isVirtual, height: virtual.getTotalSize(), shown: isVirtual ? virtual.getVirtualItems() : all }
}

/** The row can take the focus once it is drawn as the chosen one. */
function focusSoon(list: HTMLElement | null, visitId: string): void {
  requestAnimationFrame(() => list?.querySelector<HTMLElement>(`[data-visit="${visitId}"]`)?.focus())
}
