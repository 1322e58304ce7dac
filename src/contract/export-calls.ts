import { z } from 'zod'
import { defineCall, typed } from './call'
import { exportRequest } from './export-values'
import type { JobView } from './job-calls'
import { id } from './values'

/*
 * A list leaves the program as a file. Who may, is written here; that it did, is written in the journal.
 */

/** A supervisor exports how the points stand, and nothing else; nobody else exports that. */
const exporters = ['head', 'admin', 'supervisor'] as const

/** Makes the file in memory, as a job: its result is an `ExportResult`. Nothing is written yet. */
export const makeExport = defineCall({
  name: 'export.make-file',
  kind: 'read',
  servedBy: 'engine',
  audience: exporters,
  request: exportRequest,
  response: typed<JobView>(),
  errors: [
    'import.stale',
    'report.unknown-form',
    'report.unknown-cell',
    'report.not-counted',
    'user.not-allowed',
  ],
})

export type ExportResult = { readonly exportId: string; readonly rows: number; readonly fileName: string }

/** Asks where to, and writes the file that was made; the window never sees a path. */
export const saveExport = defineCall({
  name: 'export.save-file',
  kind: 'write',
  servedBy: 'main',
  audience: exporters,
  request: z.strictObject({ exportId: id }),
  response: z.strictObject({ fileName: z.string() }),
  errors: ['export.cancelled', 'export.not-ready', 'export.not-saved'],
})

/** Gives main the bytes of the file that was made; not callable by a window. */
export const takeExport = defineCall({
  name: 'export.take-file',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({ exportId: id }),
  response: typed<{ readonly fileName: string; readonly bytes: Uint8Array }>(),
  errors: ['export.not-ready'],
})

/** Writes into the journal that a list leaves the program, before it does; not callable by a window. */
export const noteExport = defineCall({
  name: 'export.note-file',
  kind: 'write',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({ exportId: id }),
  response: z.strictObject({}),
  errors: ['export.not-ready'],
})
