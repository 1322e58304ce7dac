import type { JournalEntry } from './entry'

/** A record as its entries leave it. */
export type Folded = {
  readonly value: Readonly<Record<string, unknown>>
  readonly voided: boolean
  readonly versions: number
  /** Stamp of the first and of the newest entry. */
  readonly createdStamp: string
  readonly changedStamp: string
  readonly createdAt: string
  readonly changedAt: string
}

/**
 * Adds up the entries about one record. Only their stamps decide the order, so the result is the same
 * whatever the order of arrival. Null until the entry that records it is there.
 */
export function foldEntries(entries: readonly JournalEntry[]): Folded | null {
  const ordered = [...entries].sort((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0))
  const first = ordered.find(entry => entry.verb === 'recorded')
  const last = ordered.at(-1)
  if (!first || !last) return null
  let value = first.body
  let voided = false
  for (const entry of ordered) {
    if (entry.verb === 'voided') voided = true
    else if (entry.verb !== 'recorded') value = { ...value, ...entry.body }
  }
  return {
    value,
    voided,
    versions: ordered.length,
    createdStamp: first.stamp,
    changedStamp: last.stamp,
    createdAt: first.at,
    changedAt: last.at,
  }
}
