import type { BoardCard } from '../../src/contract/visit-calls'
import { Chip } from '../components/Chip'
import { formatLeft } from '../components/format'
import { text } from '../text'
import { shortName } from './lane-strip'
import { useNavigation } from './navigation'
import styles from './TopBar.module.css'
import { useBoard, useSessionNow } from './use-board'

/** Who finishes the observation next, on every screen. */
export function TimersChip() {
  const { board } = useBoard()
  const { go } = useNavigation()
  const now = useSessionNow()
  const next = board && nextOf(board.observation)
  if (!board || !next?.observeUntil) return null
  const leftMs = Date.parse(next.observeUntil) - now
  const isOver = leftMs <= 0
  return (
    <button
      type="button"
      className={styles.bare}
      onClick={() => go({ name: 'observation' })}
      data-testid="timers-chip"
    >
      <Chip kind={isOver ? 'ok' : 'due'} glyph={isOver ? '✓' : '◷'}>
        <span className={styles.wideOnly}>{text.frame.timers(board.observation.length)} · </span>
        {isOver
          ? text.frame.timerDone(shortName(next.displayName))
          : text.frame.timerLeft(shortName(next.displayName), formatLeft(leftMs))}
      </Chip>
    </button>
  )
}

function nextOf(cards: readonly BoardCard[]): BoardCard | null {
  const timed = cards.filter(card => card.observeUntil !== null)
  return [...timed].sort((a, b) => String(a.observeUntil).localeCompare(String(b.observeUntil)))[0] ?? null
}
