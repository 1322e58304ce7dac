import { useEffect } from 'react'
import type { Board, BoardCard } from '../../src/contract/visit-calls'
import { chime } from '../components/chime'
import { timerOf } from '../screens/board/lanes'
import { useSessionNow } from './use-board'
import { useDismissed } from './use-dismissed'

/** One observation of one person; a longer observation is another. */
function keyOf(card: BoardCard): string {
  return `${card.visitId ?? card.personId} ${card.since ?? ''}`
}

/**
 * Whose time is over and whom nobody has waved away. Each sounds once, on every screen; after a restart once more, because
 * nobody may have heard it.
 */
export function useTimersOver(board: Board): {
  readonly over: readonly BoardCard[]
  readonly dismiss: () => void
} {
  const nowMs = useSessionNow()
  const dismissed = useDismissed('timers-over')
  const sounded = useDismissed('timers-sounded')
  const all = board.observation.filter(card => timerOf(card, nowMs)?.isOver)
  const fresh = all.map(keyOf).filter(key => !sounded.has(key))
  const said = fresh.join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is over
  useEffect(() => {
    if (said === '') return
    sounded.add(said.split('\n'))
    chime('timer-chime')
  }, [said])
  return {
    over: all.filter(card => !dismissed.has(keyOf(card))),
    dismiss: () => dismissed.add(all.map(keyOf)),
  }
}
