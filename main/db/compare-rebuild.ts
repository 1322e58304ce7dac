import { between, type Random } from '../../src/domain/exchange/random'
import type { Database } from './driver'
import { digestTables, rebuildTables } from './rebuild'

/** A table that came out otherwise than it stands in the file, and in which order the records were added up. */
export type RebuildDifference = { readonly table: string; readonly order: 'as-written' | 'shuffled' }

/**
 * Rebuilds every table of this database from its journal twice, in the order of writing and in a random one, and
 * names the tables that differ from what was stored. Changes the database: give it a copy.
 */
export function compareRebuild(db: Database, random: Random): readonly RebuildDifference[] {
  const stored = digestTables(db)
  const orders = [
    ['as-written', (ids: string[]) => ids],
    ['shuffled', (ids: string[]) => shuffle(ids, random)],
  ] as const
  return orders.flatMap(([order, arrange]) => {
    rebuildTables(db, arrange)
    const rebuilt = digestTables(db)
    const tables = Object.keys(stored).filter(table => stored[table] !== rebuilt[table])
    return tables.map(table => ({ table, order }))
  })
}

/** Fisher and Yates: every order is as likely as any other. */
function shuffle(ids: readonly string[], random: Random): string[] {
  const shuffled = [...ids]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = between(random, 0, last)
    const [a, b] = [shuffled[last], shuffled[other]]
    if (a === undefined || b === undefined) continue
    shuffled[last] = b
    shuffled[other] = a
  }
  return shuffled
}
