import { createStore } from '../../../main/db'
import type { Database } from '../../../main/db/driver'
import type { WriteContext } from '../../../main/db/journal'
import { openDatabase } from '../../../main/db/open'
import { newId } from '../../../main/ids'
import { instantOf } from '../../../src/domain/calendar/calendar-day'
import type { JournalEntry, NewEntry } from '../../../src/domain/journal/entry'
import { plain } from './test-files'

/** The clock of journal tests; it moves only when a test moves it. */
export const startMs = Date.parse('2026-11-22T01:00:00.000Z')

export function contextAt(ms: number): WriteContext {
  return { at: instantOf(ms), userId: null, requestId: null }
}

/** One station's journal over a database in memory, or over one that is given. */
export function openStation(stationId: string, db: Database = openDatabase(':memory:', 'real', plain)) {
  const store = createStore(db, { stationId, newId })
  return {
    db,
    store,
    append: (drafts: readonly NewEntry[], ms = startMs): readonly JournalEntry[] =>
      store.transaction(() => store.journal.append(drafts, contextAt(ms))),
    receive: (entries: readonly JournalEntry[]): void =>
      store.transaction(() => {
        for (const entry of entries) store.journal.receive(entry)
      }),
  }
}
