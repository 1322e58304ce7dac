import { countConflicts, listConflicts, settleConflict } from '../../../src/contract/arrival-calls'
import type { ConflictVerdict } from '../../../src/domain/journal/arrival-records'
import type { TestPoint } from '../test-point'

/** Questions that no rule could decide, and how the nurse of a point decided them. */
export type Settled = Record<string, number>

export const openConflicts = (point: TestPoint): number => point.done(countConflicts, {}).open

/**
 * Decides every question that waits: of two names or birthdays now the one from here, now the other; a second dose is a
 * second dose. Counts each by what was asked and what was decided.
 */
export function settleAll(point: TestPoint, settled: Settled): void {
  for (const { conflictId, kind, field } of point.done(listConflicts, { offset: 0, limit: 200 }).conflicts) {
    const count = Object.values(settled).reduce((sum, each) => sum + each, 0)
    const verdict: ConflictVerdict = kind === 'double-dose' ? 'two-doses' : count % 2 === 0 ? 'here' : 'there'
    const answer = point.call(settleConflict, { conflictId, verdict, note: null })
    // What is refused stays open, and the storm says so at its end.
    if (!answer.ok) continue
    const name = `${field ?? kind}: ${verdict}`
    settled[name] = (settled[name] ?? 0) + 1
  }
}
