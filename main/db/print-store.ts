import type { WhichJobs } from '../../src/contract/internal-calls'
import type { PaperRoute } from '../../src/domain/document/paper-route'
import type { PrintJob } from '../../src/domain/document/print-job'
import { completePrinter, type PrinterSettings } from '../../src/domain/document/printer'
import type { Database } from './driver'

export type PrintStore = ReturnType<typeof createPrintStore>

/** Printers of this PC and their spool. Each call is one committed statement: a job is on disk before a byte leaves. */
export function createPrintStore(db: Database) {
  return { ...printers(db), ...routes(db), ...jobs(db) }
}

function printers(db: Database) {
  const selectPrinters = db.prepare<[], string>('SELECT settings FROM printer ORDER BY id').pluck()
  const upsertPrinter = db.prepare<[string, string]>(
    'INSERT INTO printer VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET settings = excluded.settings',
  )
  const deletePrinter = db.prepare<[string]>('DELETE FROM printer WHERE id = ?')
  return {
    listPrinters: () =>
      (selectPrinters.all() as string[]).map(text => completePrinter(JSON.parse(text) as PrinterSettings)),
    savePrinter: (printer: PrinterSettings) => void upsertPrinter.run(printer.id, JSON.stringify(printer)),
    /** False when there was no such printer. Papers that were sent to it go to another of its kind. */
    removePrinter: (printerId: string) => deletePrinter.run(printerId).changes === 1,
  }
}

function routes(db: Database) {
  const selectRoutes = db.prepare<[], PaperRoute>(
    `SELECT kind, printer_id AS printerId, tray FROM print_route
     WHERE printer_id IN (SELECT id FROM printer) ORDER BY kind`,
  )
  const upsertRoute = db.prepare<[string, string, string | null]>(
    `INSERT INTO print_route VALUES (?, ?, ?)
     ON CONFLICT (kind) DO UPDATE SET printer_id = excluded.printer_id, tray = excluded.tray`,
  )
  const deleteRoute = db.prepare<[string]>('DELETE FROM print_route WHERE kind = ?')
  return {
    /** Papers with a printer of their own; one whose printer is gone has none. */
    listRoutes: () => selectRoutes.all() as readonly PaperRoute[],
    saveRoute: ({ kind, printerId, tray }: PaperRoute) => void upsertRoute.run(kind, printerId, tray),
    removeRoute: (kind: string) => void deleteRoute.run(kind),
  }
}

function jobs(db: Database) {
  const insertJob = db.prepare<[string, string, string, string]>('INSERT INTO print_job VALUES (?, ?, ?, ?)')
  const updateJob = db.prepare<[string, string, string]>(
    'UPDATE print_job SET state = ?, job = ? WHERE id = ?',
  )
  const select = (where: string) =>
    `SELECT job FROM print_job WHERE ${where} ORDER BY requested_at DESC, id DESC`
  const selectNewest = db.prepare<[number], string>(`${select('TRUE')} LIMIT ?`).pluck()
  const selectOpen = db.prepare<[], string>(select("state IN ('queued', 'sent')")).pluck()
  const selectJob = db.prepare<[string], string>(select('id = ?')).pluck()
  const selectOfPaper = db
    .prepare<[string, string], string>(select("id = ? OR json_extract(job, '$.reprintOf') = ?"))
    .pluck()
  const read = (rows: readonly unknown[]) => (rows as string[]).map(text => JSON.parse(text) as PrintJob)
  return {
    insertJob: (job: PrintJob) => void insertJob.run(job.id, job.requestedAt, job.state, JSON.stringify(job)),
    updateJob: (job: PrintJob) => void updateJob.run(job.state, JSON.stringify(job), job.id),
    /** Newest first. */
    findJobs(which: WhichJobs): readonly PrintJob[] {
      switch (which.of) {
        case 'newest':
          return read(selectNewest.all(which.limit))
        case 'open':
          return read(selectOpen.all())
        case 'one':
          return read(selectJob.all(which.jobId))
        case 'paper':
          return read(selectOfPaper.all(which.jobId, which.jobId))
      }
    },
  }
}
