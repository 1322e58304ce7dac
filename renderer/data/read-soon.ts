import type { Noun } from '../../src/domain/journal/entry'
import { readChanged } from './use-call-query'

/**
 * So long what was saved is gathered before it is read again, in ms: less than a glance. Three desks save in bursts, and the
 * next save must not wait behind what the screen asks about the one before. What this window saves itself is read at once.
 */
const gatherMs = 100

/** Gathers nouns from the first one on, and tells all of them together. */
export function gather(tell: (nouns: readonly Noun[]) => void, afterMs: number) {
  let gathered: Set<Noun> | null = null
  return (nouns: readonly Noun[]): void => {
    if (gathered) {
      for (const noun of nouns) gathered.add(noun)
      return
    }
    const mine = new Set(nouns)
    gathered = mine
    setTimeout(() => {
      gathered = null
      tell([...mine])
    }, afterMs)
  }
}

/** Reads again, in a moment, what these records may have changed. */
export const readSoon = gather(readChanged, gatherMs)
