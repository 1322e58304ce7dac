import { z } from 'zod'
import type { PrintDocument } from '../domain/document/document'
import type { PaperRoute } from '../domain/document/paper-route'
import type { PrintJob } from '../domain/document/print-job'
import type { PrinterSettings } from '../domain/document/printer'
import { defineCall, typed } from './call'
import { catchUpWishes } from './catch-up-calls'
import { contactListOf, documentKinds, doseAmounts, indicatorsOf, ofPapers } from './print-calls'
import { reportKey } from './report-values'
import { calendarDay, id } from './values'

/*
 * What the main process asks of the engine for printing. A window cannot make these calls.
 */

/** The facts of a document, ready to be laid out. */
export const buildDocument = defineCall({
  name: 'document.build',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({
    kind: z.enum([...documentKinds, 'test-page']),
    personId: id.nullable(),
    visitId: id.nullable(),
    printerId: id.nullable(),
    catchUp: catchUpWishes.optional(),
    caseId: id.optional(),
    list: contactListOf.optional(),
    on: calendarDay.optional(),
    vialId: id.optional(),
    lotId: id.optional(),
    recordId: id.optional(),
    until: calendarDay.optional(),
    amounts: doseAmounts.optional(),
    report: reportKey.optional(),
    indicators: indicatorsOf.optional(),
  }),
  response: typed<PrintDocument>(),
  errors: ['person.not-found', 'printer.unknown', ...ofPapers],
})

/** Writes into the journal that a paper may have come out. */
export const noteDocument = defineCall({
  name: 'document.note-printed',
  kind: 'write',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({
    kind: z.enum(documentKinds),
    personId: id.nullable(),
    printerName: z.string(),
    jobId: id,
    reprint: z.boolean(),
  }),
  response: z.strictObject({}),
  errors: [],
})

export const readPrinters = defineCall({
  name: 'printer.read-all',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({}),
  response: typed<readonly PrinterSettings[]>(),
  errors: [],
})

export const storePrinter = defineCall({
  name: 'printer.store',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({ printer: typed<PrinterSettings>() }),
  response: z.strictObject({}),
  errors: [],
})

export const deletePrinter = defineCall({
  name: 'printer.delete',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({ printerId: id }),
  response: z.strictObject({}),
  errors: ['print.no-printer'],
})

export const insertPrintJob = defineCall({
  name: 'print-job.insert',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({ job: typed<PrintJob>() }),
  response: z.strictObject({}),
  errors: [],
})

export const updatePrintJob = defineCall({
  name: 'print-job.update',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({ job: typed<PrintJob>() }),
  response: z.strictObject({}),
  errors: [],
})

/** Which jobs are read: the newest, those that have not ended, one, or all that put the same paper out. */
export const whichJobs = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('newest'), limit: z.int().min(1).max(1000) }),
  z.strictObject({ of: z.literal('open') }),
  z.strictObject({ of: z.literal('one'), jobId: id }),
  z.strictObject({ of: z.literal('paper'), jobId: id }),
])
export type WhichJobs = z.output<typeof whichJobs>

/** Newest first. */
export const readPrintJobs = defineCall({
  name: 'print-job.read',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({ which: whichJobs }),
  response: typed<readonly PrintJob[]>(),
  errors: [],
})

/** Which papers of this PC go to a printer of their own. */
export const readRoutes = defineCall({
  name: 'print-route.read-all',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({}),
  response: typed<readonly PaperRoute[]>(),
  errors: [],
})

/** Sends a paper to this printer from now on; without a printer it goes to the first of its kind again. */
export const storeRoute = defineCall({
  name: 'print-route.store',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({
    kind: z.enum(documentKinds),
    printerId: id.nullable(),
    tray: z.string().nullable(),
  }),
  response: z.strictObject({}),
  errors: [],
})
