import type { PrintJob } from '../../src/domain/document/print-job'
import { completePrinter, type PrinterSettings } from '../../src/domain/document/printer'
import type { Database } from './driver'

export type PrintStore = ReturnType<typeof createPrintStore>

/** Printers of this PC and their spool. Each call is one committed statement: a job is on disk before a byte leaves. */
export function createPrintStore(db: Database) {
  const selectPrinters = db.prepare<[], string>('SELECT settings FROM printer ORDER BY id').pluck()
  const upsertPrinter = db.prepare<[string, string]>(
    'INSERT INTO printer VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET settings = excluded.settings',
  )
  const deletePrinter = db.prepare<[string]>('DELETE FROM printer WHERE id = ?')
  const insertJob = db.prepare<[string, string, string, string]>('INSERT INTO print_job VALUES (?, ?, ?, ?)')
  const updateJob = db.prepare<[string, string, string]>(
    'UPDATE print_job SET state = ?, job = ? WHERE id = ?',
  )
  const selectJobs = db
    .prepare<[number], string>('SELECT job FROM print_job ORDER BY requested_at DESC, id DESC LIMIT ?')
    .pluck()

  return {
    listPrinters: () =>
      (selectPrinters.all() as string[]).map(text => completePrinter(JSON.parse(text) as PrinterSettings)),
    savePrinter: (printer: PrinterSettings) => void upsertPrinter.run(printer.id, JSON.stringify(printer)),
    /** False when there was no such printer. */
    removePrinter: (printerId: string) => deletePrinter.run(printerId).changes === 1,
    insertJob: (job: PrintJob) => void insertJob.run(job.id, job.requestedAt, job.state, JSON.stringify(job)),
    updateJob: (job: PrintJob) => void updateJob.run(job.state, JSON.stringify(job), job.id),
    listJobs: (limit: number) =>
      (selectJobs.all(limit) as string[]).map(text => JSON.parse(text) as PrintJob),
  }
}
