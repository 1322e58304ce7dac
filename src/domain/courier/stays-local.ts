import { canonicalJson } from '../journal/canonical-json'
import type { JournalEntry, Noun } from '../journal/entry'
import type { Withheld } from './part'

/** Nouns of a point alone: users with what their PINs are kept as, and how the PCs of the point are set up. */
const ofThePoint: ReadonlySet<Noun> = new Set<Noun>(['user', 'import-profile', 'export-log'])

/**
 * Whether an entry stays at its point when a stick goes to the province: users (a PIN of four digits is found from its
 * hash), and everything about persons under the police or defence exclusion. `of` are all entries about the same record.
 */
export function staysLocal(
  entry: JournalEntry,
  excluded: ReadonlySet<string>,
  of: () => readonly JournalEntry[],
): boolean {
  if (ofThePoint.has(entry.noun)) return true
  if (excluded.size === 0) return false
  if (excluded.has(entry.recordId)) return true
  const said = of().map(({ body }) => canonicalJson(body))
  return [...excluded].some(personId => said.some(text => text.includes(personId)))
}

/** The place of an entry in its chain, without what it says. */
export function withheldOf({ stationId, seq, prevHash, hash }: JournalEntry): Withheld {
  return { withheld: true, stationId, seq, prevHash, hash }
}
