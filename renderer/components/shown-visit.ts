import { useEffect, useSyncExternalStore } from 'react'

/** The visit a work screen shows, and how to show another there. */
export type ShownVisit = {
  readonly visitId: string | null
  readonly choose: (visitId: string) => void
}

let shown: ShownVisit | null = null
const listeners = new Set<() => void>()

function tell(next: ShownVisit | null): void {
  shown = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says which visit this screen shows, for as long as it is there. */
export function useShareShownVisit(visitId: string | null, choose: (visitId: string) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `choose` does the same whenever it is made
  useEffect(() => {
    tell({ visitId, choose })
    return () => tell(null)
  }, [visitId])
}

/** The visit of the screen below; null on screens that work on none. */
export function useShownVisit(): ShownVisit | null {
  return useSyncExternalStore(subscribe, () => shown)
}
