import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { BoardCard } from '../../../src/contract/visit-calls'
import { Chip } from '../../components/Chip'
import { formatLeft, formatTime } from '../../components/format'
import { text } from '../../text'
import { timerOf } from '../board/lanes'
import styles from './Observation.module.css'

const radius = 33
const around = 2 * Math.PI * radius

/** One person with the time that is left, as a ring and in minutes and seconds. */
export function TimerCard(props: {
  readonly card: BoardCard
  readonly nowMs: number
  readonly isChosen: boolean
  readonly takesFocus: boolean
  readonly onChoose: () => void
}) {
  const { card, nowMs, isChosen, takesFocus, onChoose } = props
  const button = useRef<HTMLButtonElement>(null)
  const focusFirst = useRef(takesFocus)
  useEffect(() => {
    if (focusFirst.current) button.current?.focus()
  }, [])
  // The card that had the focus goes home with its child; the focus goes on to the next.
  useEffect(() => {
    if (isChosen && document.activeElement === document.body) button.current?.focus()
  }, [isChosen])
  const timer = timerOf(card, nowMs)
  const isOver = timer?.isOver ?? false
  return (
    <button
      ref={button}
      type="button"
      aria-pressed={isChosen}
      data-testid="timer-card"
      tabIndex={isChosen ? 0 : -1}
      className={`${styles.timer} ${isChosen ? styles.chosen : ''} ${isOver ? styles.over : ''}`}
      onClick={onChoose}
      onFocus={onChoose}
      onKeyDown={moveBetween}
    >
      <svg viewBox="0 0 76 76" className={styles.ring} aria-hidden="true">
        <circle cx="38" cy="38" r={radius} className={styles.ringBack} />
        <circle
          cx="38"
          cy="38"
          r={radius}
          className={styles.ringDone}
          strokeDasharray={around}
          strokeDashoffset={around * (1 - (timer?.done ?? 0))}
          transform="rotate(-90 38 38)"
        />
        <text x="38" y="43" textAnchor="middle" className={styles.ringText}>
          {isOver ? '✓' : timer ? formatLeft(timer.leftMs) : ''}
        </text>
      </svg>
      <span className={styles.timerWords}>
        <span className={styles.timerName} title={card.displayName}>
          {text.board.cardName(card.ticket, card.displayName)}
        </span>
        <span className={styles.timerLine}>
          {card.observeUntil &&
            (isOver ? text.observation.over : text.observation.until(formatTime(card.observeUntil)))}
        </span>
        {card.reactions > 0 && <Chip kind="late">{text.board.reactions(card.reactions)}</Chip>}
      </span>
    </button>
  )
}

/** Arrow keys lead through the cards: sideways to the neighbour, up and down to the row above and below. */
function moveBetween(event: KeyboardEvent<HTMLElement>): void {
  if (!event.key.startsWith('Arrow')) return
  const list = event.currentTarget.closest('ul')
  const cards = [...(list?.querySelectorAll<HTMLElement>('button') ?? [])]
  const first = cards[0]
  if (!first) return
  const top = first.getBoundingClientRect().top
  const inRow = Math.max(1, cards.filter(card => card.getBoundingClientRect().top === top).length)
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: inRow, ArrowUp: -inRow }[event.key] ?? 0
  cards[cards.indexOf(event.currentTarget) + step]?.focus()
  event.preventDefault()
  event.stopPropagation()
}
