import type { RecordState, WireNoun, WireRecords } from '../exchange/fhir/wire'
import type { JournalEntry } from './entry'
import { foldEntries } from './fold'

/** A record as its entries (of all stations) leave it; null while the entry that records it has not arrived. */
export function recordStateOf<N extends WireNoun>(
  noun: N,
  entries: readonly JournalEntry[],
): RecordState<N> | null {
  const ordered = entries.toSorted((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0))
  const folded = foldEntries(ordered)
  const first = ordered.find(({ verb }) => verb === 'recorded')
  const last = ordered.at(-1)
  if (!folded || !first || !last) return null
  const { id: entryId, stationId, seq, hash, at, userId } = last
  return {
    noun,
    id: first.recordId,
    value: folded.value as unknown as WireRecords[N],
    voided: folded.voided,
    reason: ordered.findLast(({ reason }) => reason !== null)?.reason ?? null,
    createdAt: first.at,
    createdBy: first.userId,
    entry: { entryId, stationId, seq, hash, at, userId },
  }
}
