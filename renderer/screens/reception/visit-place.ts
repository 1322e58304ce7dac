import type { Board, BoardCard } from '../../../src/contract/visit-calls'
import type { Stage } from '../../../src/domain/session/visit'
import type { Screen } from '../../frame/navigation'

/** Where in today's session somebody is. */
export type VisitPlace = {
  readonly stage: Exclude<Stage, 'done'>
  readonly card: BoardCard
  readonly screen: Screen
}

/** Finds the open visit of a person on the board; null when there is none. */
export function visitPlaceOf(board: Board, personId: string): VisitPlace | null {
  for (const stage of ['screening', 'injection', 'observation'] as const) {
    const card = board[stage].find(found => found.personId === personId)
    if (!card) continue
    const visit = card.visitId === null ? {} : { visitId: card.visitId }
    return { stage, card, screen: stage === 'observation' ? { name: stage } : { name: stage, ...visit } }
  }
  return null
}
