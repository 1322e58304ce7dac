import type { Database } from './driver'
import { createJournal, type JournalOptions } from './journal'
import { createLocalStore } from './local-store'
import { createLotRepository } from './lot-repository'
import { createPersonRepository } from './person-repository'
import { createPrintStore } from './print-store'
import { createRecordStore } from './record-store'
import { createVisitRepository } from './visit-repository'

export type Store = ReturnType<typeof createStore>

/** All that reads and writes one open database. */
export function createStore(db: Database, options: JournalOptions) {
  const records = createRecordStore(db)
  return {
    journal: createJournal(db, options),
    records,
    persons: createPersonRepository(db),
    visits: createVisitRepository(db),
    lots: createLotRepository(db),
    /** The point this database belongs to; null before the first run. */
    point: () => records.list('point', {}, 'created_stamp')[0] ?? null,
    local: createLocalStore(db),
    print: createPrintStore(db),
    /** Runs the work in one immediate transaction: all of it is written, or nothing. */
    transaction: <T>(work: () => T): T => db.transaction(work).immediate(),
  }
}
