import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { ColumnMeaning } from '../domain/exchange/import-fields'
import type { LegacyFont } from '../domain/exchange/legacy-font-tables'
import type { FieldDifference } from '../domain/exchange/same-person'
import type { LinkageScore } from '../domain/linkage/linkage-types'
import type { Sex } from '../domain/person/person'
import { defineCall, typed } from './call'
import type { Problem } from './errors'
import { importCheck, importLook } from './import-values'
import type { JobView } from './job-calls'
import { chosenFile, id } from './values'

/*
 * Lists of people and doses come in: a file is chosen, its columns are confirmed, every row is tried, and then all of it
 * is written at once or nothing is.
 */

const importers = ['head', 'admin', 'receptionist'] as const

/** A file that was chosen and is being looked at by `job`; the window never sees a path. */
export type ChosenFile = { readonly token: string; readonly fileName: string; readonly job: JobView }

/** Lets the user choose a file and begins to read it; writes nothing. */
export const chooseImportFile = defineCall({
  name: 'import.choose-file',
  kind: 'read',
  servedBy: 'main',
  audience: importers,
  request: z.strictObject({}),
  response: typed<ChosenFile>(),
  errors: ['import.cancelled', 'import.unreadable', 'import.too-large'],
})

/** Takes a file that main has opened; not callable by a window. */
export const stageImportFile = defineCall({
  name: 'import.stage-file',
  kind: 'read',
  servedBy: 'engine',
  audience: 'internal',
  request: chosenFile,
  response: typed<ChosenFile>(),
  errors: [],
})

/** One column as it stands and as it is understood. */
export type ColumnView = {
  readonly index: number
  readonly letter: string
  readonly header: string
  readonly isHidden: boolean
  readonly meaning: ColumnMeaning
  /** The old font it was typed in. */
  readonly font: LegacyFont | null
  /** The first cells below the header that are not empty: as they stand, and as read. */
  readonly samples: readonly { readonly raw: string; readonly read: string }[]
}

/** A person of the first rows, as understood. */
export type UnderstoodRow = {
  readonly row: number
  readonly name: string | null
  readonly birthDate: CalendarDay | null
  readonly sex: Sex | null
  readonly contact: string | null
  readonly phone: string | null
  readonly doses: readonly { readonly vaccine: string; readonly on: string }[]
  readonly problems: readonly Problem[]
}

export type FileOverview = {
  readonly sheets: readonly { readonly name: string; readonly rows: number }[]
  readonly sheet: number
  readonly headerRow: number | null
  /** Rows below the header. */
  readonly rows: number
  readonly columns: readonly ColumnView[]
  /** The kind of list it was taken for. */
  readonly profileName: string | null
  readonly understood: readonly UnderstoodRow[]
  /** Names in the vaccine column that mean no product, most frequent first. */
  readonly unknownVaccines: readonly { readonly text: string; readonly count: number }[]
  /** Fields without which nobody can be taken, and which no column has. */
  readonly missing: readonly ('name' | 'birthDate')[]
}

/** Looks at a sheet of the chosen file: the job's result is a `FileOverview`. */
export const lookAtImportFile = defineCall({
  name: 'import.look-at-file',
  kind: 'read',
  servedBy: 'engine',
  audience: importers,
  request: importLook,
  response: typed<JobView>(),
  errors: ['import.stale'],
})

/** Tries every row without writing: the job's result is an `ImportSummary`, its rows are read with `import.list-rows`. */
export const checkImport = defineCall({
  name: 'import.check-file',
  kind: 'read',
  servedBy: 'engine',
  audience: importers,
  request: importCheck,
  response: typed<JobView>(),
  errors: ['import.stale', 'import.missing-column'],
})

/** What a row comes to. `added`: somebody known, something new. `unchanged`: all of it is known. */
export const rowKinds = ['new', 'added', 'unchanged', 'possible', 'refused'] as const
export type RowKind = (typeof rowKinds)[number]

export type ImportSummary = {
  readonly rows: number
  readonly persons: number
  readonly kinds: Readonly<Record<RowKind, number>>
  readonly newPersons: number
  readonly newDoses: number
  readonly knownDoses: number
  readonly filledPersons: number
  readonly differences: number
  /** Stands for exactly this outcome: what is written must come to the same. */
  readonly digest: string
}

/** By what somebody was known. */
export type MatchRule =
  | 'niis-code'
  | 'national-id'
  | 'person-code'
  | 'old-national-id'
  | 'name-and-family'
  | 'chosen'

/** Somebody a row may be: registered, or of another row of the file. */
export type RowCandidate = {
  readonly personId: string | null
  readonly row: number | null
  readonly displayName: string
  readonly birthDate: CalendarDay
  readonly motherName: string | null
  readonly phone: string | null
  readonly hamlet: string | null
  readonly score: LinkageScore
}

/** A finding about a row. */
export type RowProblem = Problem & {
  readonly row: number
  readonly column: string | null
  readonly severity: 'blocking' | 'warning'
}

/** One row of the report. Rows of one person have the same `firstRow`; it is the one that is decided about. */
export type RowLine = {
  readonly row: number
  readonly firstRow: number
  readonly kind: RowKind
  readonly name: string
  readonly birthDate: CalendarDay | null
  readonly doses: number
  readonly rule: MatchRule | null
  readonly match: Pick<RowCandidate, 'personId' | 'displayName' | 'birthDate'> | null
  readonly candidates: readonly RowCandidate[]
  readonly fields: readonly string[]
  readonly differences: readonly FieldDifference[]
  readonly problems: readonly RowProblem[]
}

export const listImportRows = defineCall({
  name: 'import.list-rows',
  kind: 'read',
  servedBy: 'engine',
  audience: importers,
  request: z.strictObject({
    token: id,
    kind: z.enum([...rowKinds, 'noted']).nullable(),
    offset: z.int().min(0),
    limit: z.int().min(1).max(200),
  }),
  response: typed<{ readonly total: number; readonly lines: readonly RowLine[] }>(),
  errors: ['import.stale'],
})

/**
 * Writes what was tried last, all of it or nothing, as a job (result: `ImportResult`); meanwhile other writes wait. A read
 * for the dispatcher: it answers before the work begins, and must not hold a transaction of its own. Refused while rows
 * are refused, unless they are to be left out; fails with `import.changed-since` when the register has changed so that
 * something else would be written than was shown.
 */
export const runImport = defineCall({
  name: 'import.run',
  kind: 'read',
  servedBy: 'engine',
  audience: importers,
  request: z.strictObject({ token: id, isLeavingOut: z.boolean() }),
  response: typed<JobView>(),
  errors: ['import.stale', 'import.has-problems'],
})

export type ImportResult = { readonly persons: number; readonly doses: number; readonly filled: number }

/** Keeps what the columns mean, so that the next list of this kind is understood at once. A name used again is replaced. */
export const saveImportProfile = defineCall({
  name: 'import.save-profile',
  kind: 'write',
  servedBy: 'engine',
  audience: importers,
  request: z.strictObject({
    name: z.string().trim().min(1).max(100),
    columns: z
      .array(z.strictObject({ header: z.string().min(1).max(300), meaning: z.string().max(80) }))
      .max(400),
  }),
  response: z.strictObject({ profileId: id }),
  errors: [],
})
