import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { BoardCard } from '../../../src/contract/visit-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { Kbd } from '../../components/Kbd'
import { text } from '../../text'
import styles from './Board.module.css'
import { Card } from './Card'
import type { LaneName } from './lanes'

/** Lists longer than this draw only what is seen. */
const virtualOver = 100

/** One lane with its cards, scrolling by itself. */
export function Lane(props: {
  readonly name: LaneName
  readonly lane: number
  readonly cards: readonly BoardCard[]
  readonly today: CalendarDay
  readonly nowMs: number
  readonly waitLimitMinutes: number
  /** Position of the card that Tab reaches; null when it stands in another lane. */
  readonly chosenAt: number | null
  readonly onFocus: (at: number) => void
  readonly onOpen: (card: BoardCard) => void
}) {
  const { name, lane, cards, chosenAt } = props
  const scroller = useRef<HTMLDivElement>(null)
  const isVirtual = cards.length > virtualOver
  const virtual = useVirtualizer({
    count: isVirtual ? cards.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => 58,
    overscan: 12,
  })
  const shown = isVirtual
    ? virtual.getVirtualItems().map(({ index, start }) => ({ index, start: start as number | null }))
    : cards.map((_, index) => ({ index, start: null }))
  return (
    <section className={styles.lane} aria-label={text.board.lanes[name]} data-testid={`lane-${name}`}>
      <header className={styles.laneHead}>
        <h2>{text.board.lanes[name]}</h2>
        <span className={styles.count}>{cards.length}</span>
        {lane < 4 && <Kbd>{`Alt ${lane + 1}`}</Kbd>}
      </header>
      <div className={styles.cards} ref={scroller}>
        {cards.length === 0 && <p className={styles.laneEmpty}>{text.board.laneEmpty[name]}</p>}
        <ul
          className={isVirtual ? styles.virtualList : styles.list}
          style={isVirtual ? { height: virtual.getTotalSize() } : undefined}
        >
          {shown.map(({ index, start }) => {
            const card = cards[index]
            if (!card) return null
            return (
              <li
                key={card.visitId ?? card.personId}
                ref={isVirtual ? virtual.measureElement : undefined}
                data-index={index}
                className={isVirtual ? styles.virtualItem : undefined}
                style={start === null ? undefined : { transform: `translateY(${start}px)` }}
              >
                <Card
                  card={card}
                  lane={name}
                  place={`${lane}.${index}`}
                  isChosen={chosenAt === index}
                  today={props.today}
                  nowMs={props.nowMs}
                  waitLimitMinutes={props.waitLimitMinutes}
                  onFocus={() => props.onFocus(index)}
                  onOpen={() => props.onOpen(card)}
                />
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}
