import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { BoardCard } from '../../../src/contract/visit-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { formatAge } from '../../components/format'
import { useNow } from '../../components/use-now'
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
  const nowMs = useNow(15_000)
  const isVirtual = cards.length > virtualOver
  const virtual = useVirtualizer({
    count: isVirtual ? cards.length : 0,
    getScrollElement: () => list.current?.parentElement ?? null,
    estimateSize: () => 49,
    overscan: 12,
  })
  const shown = isVirtual ? virtual.getVirtualItems() : cards.map((_, index) => ({ index, start: null }))

  function move(step: number) {
    const at = cards.findIndex(card => card.visitId === chosenId)
    const visitId = cards[Math.min(Math.max(at + step, 0), cards.length - 1)]?.visitId
    if (!visitId) return
    onChoose(visitId)
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-visit="${visitId}"]`)?.focus(),
    )
  }
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={-1}
      aria-label={props.label}
      className={isVirtual ? styles.virtualList : undefined}
      style={isVirtual ? { height: virtual.getTotalSize() } : undefined}
      onKeyDown={event => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        move(event.key === 'ArrowDown' ? 1 : -1)
      }}
    >
      {shown.map(({ index, start }) => {
        const card = cards[index]
        if (!card?.visitId) return null
        const { visitId } = card
        const isChosen = visitId === chosenId
        return (
          <button
            key={visitId}
            type="button"
            role="option"
            aria-selected={isChosen}
            data-visit={visitId}
            tabIndex={isChosen || (chosenId === null && index === 0) ? 0 : -1}
            className={`${styles.waiter} ${start === null ? '' : styles.virtualItem}`}
            style={start === null ? undefined : { transform: `translateY(${start}px)` }}
            onClick={() => onChoose(visitId)}
          >
            <span className={styles.waiterName} title={card.displayName}>
              {text.board.cardName(card.ticket, card.displayName)}
            </span>
            <span className={styles.waiterLine}>
              <span>{formatAge(card.birthDate, props.today)}</span>
              {card.since && <span>{text.board.waited(minutesSince(card.since, nowMs))}</span>}
            </span>
          </button>
        )
      })}
    </div>
  )
}
