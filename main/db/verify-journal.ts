import type { Database } from './driver'
import { genesisHash, hashEntry, toEntry } from './journal'

type JournalRow = Parameters<typeof toEntry>[0]

export type JournalFault = {
  readonly stationId: string
  readonly seq: number
  readonly fault: 'gap' | 'broken-chain' | 'altered' | 'stamp-not-rising'
}
export type JournalReport = {
  readonly entries: number
  readonly stations: readonly { readonly stationId: string; readonly head: number; readonly hash: string }[]
  readonly faults: readonly JournalFault[]
}

/** Walks every station's chain from its first entry: gapless numbers, unbroken hashes, rising stamps. */
export function verifyJournal(db: Database): JournalReport {
  const rows = db.prepare<[], JournalRow>('SELECT * FROM journal ORDER BY station_id, seq')
  const faults: JournalFault[] = []
  const heads = new Map<string, { head: number; hash: string; stamp: string }>()
  let entries = 0
  for (const row of rows.iterate()) {
    entries += 1
    const { station_id: stationId, seq, hash, stamp } = row
    const previous = heads.get(stationId) ?? { head: 0, hash: genesisHash, stamp: '' }
    const add = (fault: JournalFault['fault']) => faults.push({ stationId, seq, fault })
    if (seq !== previous.head + 1) add('gap')
    if (row.prev_hash !== previous.hash) add('broken-chain')
    if (!isAsSealed(row)) add('altered')
    if (stamp <= previous.stamp) add('stamp-not-rising')
    heads.set(stationId, { head: seq, hash, stamp })
  }
  const stations = [...heads].map(([stationId, { head, hash }]) => ({ stationId, head, hash }))
  return { entries, stations, faults }
}

/** A body that is no JSON any more has been altered as well. */
function isAsSealed(row: JournalRow): boolean {
  try {
    const { hash, ...unsealed } = toEntry(row)
    return hashEntry(unsealed) === hash
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}
