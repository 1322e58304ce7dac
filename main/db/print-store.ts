import type { Database } from './driver'
import type { PrintJobRow } from './local-store'

export type PrintStore = ReturnType<typeof createPrintStore>

/** Printers of this PC and their spool. */
export function createPrintStore(db: Database) {
  const selectPrinters = db.prepare<[], { id: string; settings: string }>(
    'SELECT id, settings FROM printer ORDER BY id',
  )
  const upsertPrinter = db.prepare<[string, string]>(
    'INSERT INTO printer VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET settings = excluded.settings',
  )
  const deletePrinter = db.prepare<[string]>('DELETE FROM printer WHERE id = ?')
  const insertJob = db.prepare<PrintJobRow>(`
    INSERT INTO print_job VALUES (@id, @kind, @title, @printer_id, @printer_name, @state, @error_code, @created_at,
      @ended_at, @reprint_of, @request, @payload)`)
  const updateJob = db.prepare<[string, string | null, string | null, string]>(
    'UPDATE print_job SET state = ?, error_code = ?, ended_at = ? WHERE id = ?',
  )
  const selectJob = db.prepare<[string], PrintJobRow>('SELECT * FROM print_job WHERE id = ?')
  const selectJobs = db.prepare<[number], Omit<PrintJobRow, 'payload'>>(`
    SELECT id, kind, title, printer_id, printer_name, state, error_code, created_at, ended_at, reprint_of, request
    FROM print_job ORDER BY created_at DESC, id DESC LIMIT ?`)
  const selectUnended = db.prepare<[], PrintJobRow>(
    "SELECT * FROM print_job WHERE state IN ('queued', 'sent') ORDER BY created_at, id",
  )

  return {
    listPrinters: () =>
      selectPrinters.all().map(row => ({ printerId: row.id, settings: JSON.parse(row.settings) as unknown })),
    savePrinter: (printerId: string, settings: unknown) =>
      void upsertPrinter.run(printerId, JSON.stringify(settings)),
    /** False when there was no such printer. */
    removePrinter: (printerId: string) => deletePrinter.run(printerId).changes === 1,
    insertJob: (job: PrintJobRow) => void insertJob.run(job),
    updateJob: (id: string, state: string, errorCode: string | null, endedAt: string | null) =>
      void updateJob.run(state, errorCode, endedAt, id),
    findJob: (id: string) => selectJob.get(id) ?? null,
    listJobs: (limit: number) => selectJobs.all(limit),
    listUnended: () => selectUnended.all(),
  }
}
