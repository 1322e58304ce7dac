import type { Database } from './driver'
import { genesisHash, hashEntry, toEntry } from './journal'

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
  const rows = db.prepare<[], Parameters<typeof toEntry>[0]>('SELECT * FROM journal ORDER BY station_id, seq')
  const faults: JournalFault[] = []
  const heads = new Map<string, { head: number; hash: string; stamp: string }>()
  let entries = 0
  for (const row of rows.iterate()) {
    entries += 1
    const entry = toEntry(row)
    const previous = heads.get(entry.stationId) ?? { head: 0, hash: genesisHash, stamp: '' }
    const { hash, ...unsealed } = entry
    const add = (fault: JournalFault['fault']) =>
      faults.push({ stationId: entry.stationId, seq: entry.seq, fault })
    if (entry.seq !== previous.head + 1) add('gap')
    if (entry.prevHash !== previous.hash) add('broken-chain')
    if (hashEntry(unsealed) !== hash) add('altered')
    if (entry.stamp <= previous.stamp) add('stamp-not-rising')
    heads.set(entry.stationId, { head: entry.seq, hash, stamp: entry.stamp })
  }
  const stations = [...heads].map(([stationId, { head, hash }]) => ({ stationId, head, hash }))
  return { entries, stations, faults }
}
