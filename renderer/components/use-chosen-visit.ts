import { useState } from 'react'
import type { BoardCard } from '../../src/contract/visit-calls'
import { useShareShownVisit } from './shown-visit'

/** Who is worked on in a lane. */
export type ChosenVisit = {
  /** The lane without those who were finished here a moment ago. */
  readonly waiting: readonly BoardCard[]
  readonly chosenId: string | null
  readonly choose: (visitId: string) => void
  /** Goes on to whoever comes next. */
  readonly finish: (visitId: string) => void
}

/**
 * Holds on to one visit of a lane until it is finished or another is chosen: the queue moves while somebody reads or
 * types, and what is saved must belong to whom they see. `cameFor` is the visit another screen asked for.
 */
export function useChosenVisit(lane: readonly BoardCard[], cameFor: string | null): ChosenVisit {
  const [chosenId, setChosenId] = useState(cameFor)
  const [finished, setFinished] = useState<readonly string[]>([])
  const [asked, setAsked] = useState(cameFor)
  const waiting = lane.filter(card => card.visitId !== null && !finished.includes(card.visitId))
  const firstId = waiting[0]?.visitId ?? null
  if (cameFor !== asked) {
    setAsked(cameFor)
    setChosenId(cameFor)
  } else if (chosenId === null && firstId !== null) setChosenId(firstId)
  useShareShownVisit(chosenId ?? firstId, setChosenId)
  return {
    waiting,
    chosenId: chosenId ?? firstId,
    choose: setChosenId,
    finish(visitId) {
      setFinished([...finished.slice(-20), visitId])
      setChosenId(nextAfter(waiting, visitId)?.visitId ?? null)
    },
  }
}

/** Who comes after somebody in a list: the next below, else the first of the others, else nobody. */
export function nextAfter<T extends { readonly visitId: string | null }>(
  list: readonly T[],
  visitId: string,
): T | null {
  const at = list.findIndex(card => card.visitId === visitId)
  const others = list.filter(card => card.visitId !== null && card.visitId !== visitId)
  const below = list.slice(at + 1).find(card => card.visitId !== null)
  return (at >= 0 ? below : undefined) ?? others[0] ?? null
}
