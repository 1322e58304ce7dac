import { createAfterRepository } from './after-repository'
import { createArrivalReader, createArrivalStore } from './arrival-store'
import { createCertificateStore } from './certificate-store'
import { createClockStore } from './clock-store'
import { createColdChainRepository } from './cold-chain-repository'
import { createCourierStore } from './courier-store'
import type { Database } from './driver'
import { createDuplicateRepository, createDuplicateWriter } from './duplicate-repository'
import { createDoctorReaders, createFindingWriter } from './finding-store'
import { createForecastRepository } from './forecast-repository'
import { createForecastWriter } from './forecast-writer'
import { createHandbookRepository } from './handbook-repository'
import { createIndicatorRepository } from './indicator-repository'
import { createEntryReader, createJournal, type JournalOptions } from './journal'
import { createLedgerRepository } from './ledger-repository'
import { createLinkLedger } from './link-ledger'
import { createLinkStore } from './link-store'
import { createLocalStore } from './local-store'
import { createLotRepository } from './lot-repository'
import { createMergeRepository } from './merge-repository'
import { createOldPlaces } from './old-places'
import { createPersonLinks } from './person-links'
import { createPersonMatches } from './person-matches'
import { createPersonRepository } from './person-repository'
import { createPlanRepository } from './plan-repository'
import { createPostedStore } from './posted-store'
import { createPrintStore } from './print-store'
import { createRecordStore } from './record-store'
import { createReportFactRepository } from './report-fact-repository'
import { createReportListRepository } from './report-list-repository'
import { createReportRepository } from './report-repository'
import { createReportStockRepository } from './report-stock-repository'
import { createSafetyRepository } from './safety-repository'
import { createScheduleRepository } from './schedule-repository'
import { createSessionRepository } from './session-repository'
import { createSupervisionRepository, createSupervisionStore } from './supervision-repository'
import { createTallyRepository } from './tally-repository'
import { createVialRepository } from './vial-repository'
import { createVisitRepository } from './visit-repository'

export type Store = ReturnType<typeof createStore>

export type ReadStore = ReturnType<typeof createReadStore>

/** What reports and indicators are counted from. */
function createReportReaders(db: Database) {
  return {
    reports: createReportRepository(db),
    reportLists: createReportListRepository(db),
    reportStock: createReportStockRepository(db),
    indicators: createIndicatorRepository(db),
    tally: createTallyRepository(db),
    reportFacts: createReportFactRepository(db),
  }
}

/** All that reads one open database; a connection that cannot write will do. */
export function createReadStore(db: Database) {
  const records = createRecordStore(db)
  return {
    records,
    persons: createPersonRepository(db),
    links: createPersonLinks(db),
    merges: createMergeRepository(db),
    personMatches: createPersonMatches(db),
    /** Everything the journal says of a record, in order. */
    entriesOf: createEntryReader(db),
    visits: createVisitRepository(db),
    sessions: createSessionRepository(db),
    lots: createLotRepository(db),
    after: createAfterRepository(db),
    vials: createVialRepository(db),
    ledger: createLedgerRepository(db),
    plans: createPlanRepository(db),
    safety: createSafetyRepository(db),
    coldChain: createColdChainRepository(db),
    schedules: createScheduleRepository(db),
    forecasts: createForecastRepository(db),
    duplicates: createDuplicateRepository(db),
    ...createDoctorReaders(db),
    handbook: createHandbookRepository(db),
    ...createReportReaders(db),
    linkLedger: createLinkLedger(db),
    arrivals: createArrivalReader(db),
    supervision: createSupervisionRepository(db),
    personsWithOldPlaces: createOldPlaces(db),
    /** The point this database belongs to; null before the first run. */
    point: () => records.list('point', {}, 'created_stamp')[0] ?? null,
    /** Reads in one transaction: what others write meanwhile is seen not at all. */
    snapshot: <T>(work: () => T): T => db.transaction(work).deferred(),
    /** As `snapshot`, over many turns. For a connection that reads only and does one thing. */
    async snapshotLong<T>(work: () => Promise<T>): Promise<T> {
      // A test's connection writes as well, and may be inside a transaction of its own.
      if (!db.readonly) return work()
      db.exec('BEGIN')
      try {
        return await work()
      } finally {
        db.exec('COMMIT')
      }
    },
  }
}

/** All that reads and writes one open database. */
export function createStore(db: Database, options: JournalOptions) {
  const ownChanges = db.prepare<[], number>('SELECT total_changes()').pluck()
  return {
    ...createReadStore(db),
    /** Another text after anything was written, here or by another connection: what was read under the same one still holds. */
    version: (): string => `${ownChanges.get()} ${db.pragma('data_version', { simple: true })}`,
    journal: createJournal(db, options),
    forecastWriter: createForecastWriter(db),
    duplicateWriter: createDuplicateWriter(db),
    findingWriter: createFindingWriter(db),
    local: createLocalStore(db),
    clock: createClockStore(db),
    print: createPrintStore(db),
    arrivals: createArrivalStore(db),
    supervision: createSupervisionStore(db),
    certificates: createCertificateStore(db),
    link: createLinkStore(db),
    courier: createCourierStore(db),
    posted: createPostedStore(db),
    /** Runs the work in one immediate transaction: all of it is written, or nothing. */
    transaction: <T>(work: () => T): T => db.transaction(work).immediate(),
  }
}
