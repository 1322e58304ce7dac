import type { Store } from '../../db'

/** Who was written about while a search reads: what it saw of them may no longer hold. One a database. */
const written = new WeakMap<Store['records'], Set<string>>()

/** A search begins. */
export function beginNoting({ records }: Pick<Store, 'records'>): void {
  written.set(records, new Set())
}

/** Notes who was written about, while a search is under way. */
export function noteWritten({ records }: Pick<Store, 'records'>, personIds: readonly string[]): void {
  const noted = written.get(records)
  if (noted) for (const personId of personIds) noted.add(personId)
}

/** The search is over: who was written about since it began. */
export function endNoting({ records }: Pick<Store, 'records'>): readonly string[] {
  const noted = [...(written.get(records) ?? [])]
  written.delete(records)
  return noted
}
