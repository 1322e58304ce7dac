import type { Board, BoardCard } from '../../../src/contract/visit-calls'
import type { Screen } from '../../frame/navigation'

/** The five lanes of the session, in the order people pass them. */
export const laneNames = ['expected', 'screening', 'injection', 'observation', 'done'] as const
export type LaneName = (typeof laneNames)[number]

/** How somebody left the queue, for eyes that do not tell colours apart. */
export const outcomeGlyphs: Readonly<Record<NonNullable<BoardCard['outcome']>, string>> = {
  vaccinated: '✓',
  deferred: '◷',
  contraindicated: '✕',
  referred: '→',
  left: '↩',
  refused: '⊘',
}

/** A card's place on the board: lane from the left, position from the top. */
export type Place = { readonly lane: number; readonly at: number }

const msPerMinute = 60_000

/** Where an arrow key leads. Sideways skips empty lanes; the position stays as near as the lane is long. */
export function movePlace(place: Place, key: string, lengths: readonly number[]): Place {
  const { lane, at } = place
  const last = (lengths[lane] ?? 0) - 1
  if (key === 'ArrowDown') return { lane, at: Math.min(at + 1, Math.max(last, 0)) }
  if (key === 'ArrowUp') return { lane, at: Math.max(at - 1, 0) }
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  for (let next = lane + step; step !== 0 && next >= 0 && next < lengths.length; next += step) {
    const length = lengths[next] ?? 0
    if (length > 0) return { lane: next, at: Math.min(at, length - 1) }
  }
  return place
}

/** The place nearest to one that may have vanished; null when the board is empty. */
export function nearestPlace(place: Place, lengths: readonly number[]): Place | null {
  const length = lengths[place.lane] ?? 0
  if (length > 0) return { lane: place.lane, at: Math.min(place.at, length - 1) }
  const lane = lengths.findIndex(count => count > 0)
  return lane < 0 ? null : { lane, at: 0 }
}

/** Whole minutes since an instant; never negative, so that two clocks that differ do not show nonsense. */
export function minutesSince(at: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(at)) / msPerMinute))
}

/** How far an observation is: 0 at the start, 1 when the person may go. */
export function timerOf(
  card: Pick<BoardCard, 'observeUntil' | 'since'>,
  nowMs: number,
): { readonly leftMs: number; readonly done: number; readonly isOver: boolean } | null {
  if (card.observeUntil === null) return null
  const until = Date.parse(card.observeUntil)
  const from = card.since === null ? until - 30 * msPerMinute : Date.parse(card.since)
  const leftMs = Math.max(0, until - nowMs)
  const done = until <= from ? 1 : Math.min(1, Math.max(0, (nowMs - from) / (until - from)))
  return { leftMs, done: leftMs === 0 ? 1 : done, isOver: leftMs === 0 }
}

/** Who may go home first stands on top. */
export function byTimer(a: BoardCard, b: BoardCard): number {
  return (a.observeUntil ?? '').localeCompare(b.observeUntil ?? '') || (a.ticket ?? 0) - (b.ticket ?? 0)
}

/** The cards of a lane in the order they are shown: observation by the clock, the others as main gives them. */
export function cardsOf(board: Board, lane: LaneName): readonly BoardCard[] {
  return lane === 'observation' ? board.observation.toSorted(byTimer) : board[lane]
}

/** Who has waited longest for the next step, observation not counted. */
export function longestWait(board: Board): BoardCard | null {
  const waiting = [...board.screening, ...board.injection].filter(card => card.since !== null)
  return waiting.toSorted((a, b) => (a.since ?? '').localeCompare(b.since ?? ''))[0] ?? null
}

/** The screen where the next step of a card is done. */
export function screenFor(lane: LaneName, card: BoardCard): Screen {
  if (lane === 'expected') return { name: 'reception', query: card.displayName }
  if (lane === 'observation') return { name: 'observation' }
  if (lane === 'done' || card.visitId === null) return { name: 'person', personId: card.personId }
  return { name: lane, visitId: card.visitId }
}
