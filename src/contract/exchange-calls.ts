import { z } from 'zod'
import { defineCall, typed } from './call'
import type { Problem } from './errors'
import { id } from './values'

/** What a file would bring, before anything is written. */
export type ImportPreview = {
  /** Names the file that was read; the window never sees a path. */
  readonly token: string
  readonly fileName: string
  readonly rows: number
  readonly persons: number
  readonly newPersons: number
  readonly doses: number
  readonly newDoses: number
  /** The first few hundred; `problemCount` says how many there are. */
  readonly problems: readonly (Problem & {
    readonly row: number
    readonly column: string | null
    readonly severity: 'blocking' | 'warning'
  })[]
  readonly problemCount: number
  readonly acceptable: boolean
  readonly sample: readonly { readonly name: string; readonly birthDate: string; readonly doses: number }[]
}

/** Lets the user choose a file and reads it; writes nothing. */
export const chooseImportFile = defineCall({
  name: 'import.choose-file',
  kind: 'read',
  servedBy: 'main',
  audience: ['head', 'admin', 'receptionist'],
  request: z.strictObject({}),
  response: typed<ImportPreview>(),
  errors: [
    'import.cancelled',
    'import.unreadable',
    'import.bad-encoding',
    'import.empty-file',
    'import.missing-column',
  ],
})

/** Reads a file that main has opened; not callable by a window. */
export const previewImport = defineCall({
  name: 'import.preview',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: z.strictObject({
    fileName: z.string().max(300),
    bytes: z.custom<Uint8Array>(value => value instanceof Uint8Array),
  }),
  response: typed<ImportPreview>(),
  errors: ['import.unreadable', 'import.bad-encoding', 'import.empty-file', 'import.missing-column'],
})

/** Writes what was previewed: all of it or nothing. */
export const runImport = defineCall({
  name: 'import.run',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin', 'receptionist'],
  request: z.strictObject({ token: id }),
  response: z.strictObject({ persons: z.int(), doses: z.int(), skippedDoses: z.int() }),
  errors: ['import.has-problems', 'import.unreadable'],
})
