import { z } from 'zod'
import type { PaperRoute } from '../domain/document/paper-route'
import { defineCall, typed } from './call'
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
