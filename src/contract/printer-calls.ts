import { z } from 'zod'
import type { PaperRoute } from '../domain/document/paper-route'
import { defineCall, typed } from './call'
import type { ErrorCode } from './errors'
import { documentKinds } from './print-calls'
import { filledLine, id } from './values'

const jobOnly = z.strictObject({ jobId: id })

/** Gives a job to another printer: one that waits moves, the paper of one that has ended is printed there, marked. */
export const moveJob = defineCall({
  name: 'print.move',
  kind: 'write',
  servedBy: 'main',
  audience: 'signed-in',
  request: z.strictObject({ jobId: id, printerId: id }),
  response: jobOnly,
  errors: [
    'print.job-unknown',
    'print.job-left',
    'print.job-waiting',
    'print.wrong-printer',
    'printer.unknown',
  ],
})

/** Stops a job. What may have left the PC is not called back: it ends as a paper somebody has to look for. */
export const cancelJob = defineCall({
  name: 'print.cancel',
  kind: 'write',
  servedBy: 'main',
  audience: 'signed-in',
  request: jobOnly,
  response: z.strictObject({}),
  errors: ['print.job-unknown'],
})

/** Sends a job that still waits from an earlier run of the application. */
export const sendJob = defineCall({
  name: 'print.send',
  kind: 'write',
  servedBy: 'main',
  audience: 'signed-in',
  request: jobOnly,
  response: jobOnly,
  errors: ['print.job-unknown'],
})

/** Which papers go to a printer and a tray of their own. */
export const listRoutes = defineCall({
  name: 'printer.list-routes',
  kind: 'read',
  servedBy: 'main',
  audience: 'anyone',
  request: z.strictObject({}),
  response: typed<readonly PaperRoute[]>(),
  errors: [],
})

/** Remembers where a paper goes; without a printer it goes to the first of its kind again. */
export const routePaper = defineCall({
  name: 'printer.route-paper',
  kind: 'read',
  servedBy: 'main',
  audience: 'anyone',
  request: z.strictObject({
    kind: z.enum(documentKinds),
    printerId: id.nullable(),
    tray: filledLine(60).nullable(),
  }),
  response: z.strictObject({}),
  errors: ['printer.unknown', 'print.wrong-printer'],
})

/** What the wizard found: queues of the system, printers on a cable, and hosts near this PC that listen like a printer. */
export type FoundPrinters = {
  readonly queues: readonly string[]
  readonly devices: readonly string[]
  /** Null when nobody asked to search the network. */
  readonly hosts: readonly { readonly host: string; readonly port: number }[] | null
  /** How many addresses were tried. */
  readonly asked: number
}

/** Finds printers. The network is searched only when somebody asks for it, and only the addresses beside this PC's own. */
export const findPrinters = defineCall({
  name: 'printer.find',
  kind: 'read',
  servedBy: 'main',
  audience: 'anyone',
  request: z.strictObject({ searchNetwork: z.boolean() }),
  response: typed<FoundPrinters>(),
  errors: [],
})

/** How a printer is, as far as it says so; `busy` while a job of this PC is on its way there, which is not disturbed. */
export type PrinterStateView = {
  readonly printerId: string
  readonly is: 'ready' | 'silent' | 'trouble' | 'busy'
  readonly errorCode: ErrorCode | null
  /** Jobs that have not ended. */
  readonly open: number
}

/** Asks every printer of this PC how it is. Nothing is printed. */
export const readPrinterStates = defineCall({
  name: 'printer.read-states',
  kind: 'read',
  servedBy: 'main',
  audience: 'anyone',
  request: z.strictObject({}),
  response: typed<readonly PrinterStateView[]>(),
  errors: [],
})

/** The trays of a page printer, as the system names them. */
export const listTrays = defineCall({
  name: 'printer.list-trays',
  kind: 'read',
  servedBy: 'main',
  audience: 'anyone',
  request: z.strictObject({ printerId: id }),
  response: typed<readonly { readonly tray: string; readonly name: string }[]>(),
  errors: ['printer.unknown'],
})

/** Prints the page by which a label printer is set straight: a frame two millimetres from every edge, and rulers. */
export const printCalibration = defineCall({
  name: 'printer.calibrate',
  kind: 'read',
  servedBy: 'main',
  audience: 'anyone',
  request: z.strictObject({ printerId: id }),
  response: jobOnly,
  errors: ['print.no-printer', 'print.wrong-printer'],
})
