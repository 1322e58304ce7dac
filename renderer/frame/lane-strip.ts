import type { Board, BoardCard } from '../../src/contract/visit-calls'
import { cardsOf, type LaneName, minutesSince } from '../screens/board/lanes'
import type { Screen } from './navigation'

/** The lane a work screen serves; null for screens that serve none. */
export function laneOfScreen(name: Screen['name']): Exclude<LaneName, 'done'> | null {
  if (name === 'reception') return 'expected'
  return name === 'screening' || name === 'injection' || name === 'observation' ? name : null
}

/** Somebody in the strip: how long they wait, and whether that is long. */
export type Waiter = {
  readonly card: BoardCard
  readonly minutes: number | null
  readonly isLong: boolean
}

/** Who waits in a lane, in order. Under observation it is the timer that counts, not a wait. */
export function waitersOf(board: Board, lane: Exclude<LaneName, 'done'>, nowMs: number): readonly Waiter[] {
  return cardsOf(board, lane).map(card => {
    const waits = lane === 'screening' || lane === 'injection'
    const minutes = waits && card.since ? minutesSince(card.since, nowMs) : null
    return { card, minutes, isLong: minutes !== null && minutes >= board.waitLimitMinutes }
  })
}

/** Who comes after the one who is shown: the next below, or the first; null when nobody else waits. */
export function nextWaiter(waiters: readonly Waiter[], shownId: string | null): Waiter | null {
  const at = waiters.findIndex(({ card }) => card.visitId === shownId)
  const next = waiters[at + 1] ?? waiters[0]
  return next && next.card.visitId !== shownId ? next : null
}

/** How many went before the injection, and why. */
export function goneOf(board: Board): { readonly held: number; readonly left: number } {
  const count = (...outcomes: readonly BoardCard['outcome'][]) =>
    board.done.filter(({ outcome }) => outcomes.includes(outcome)).length
  return { held: count('deferred', 'contraindicated', 'referred'), left: count('left', 'refused') }
}

/** The words a person is called by in a narrow place: the last two. */
export function shortName(name: string): string {
  return name.split(' ').slice(-2).join(' ')
}
