import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar-day'
import type { Month, NamedCount } from '../domain/report/count-programme'
import type { HandbookLine, HandbookList } from '../domain/report/handbook-lists'
import type { ProgrammeForm, ProgrammeRow } from '../domain/report/handbook-programme'
import { defineCall, typed } from './call'
import { handbookFilter, handbookList, month, programmeCell } from './handbook-filter'
import type { JobView } from './job-calls'
import type { PersonHit } from './person-calls'

export type { HandbookFilter, ProgrammeCell } from './handbook-filter'

/*
 * Working lists and the programme's report of the mother-and-child handbook. Both are made by jobs (`handbook.lists`,
 * `handbook.report`), kept in memory, and read here page by page.
 */

/** How old what is shown is. */
export type Made = {
  /** Null: nothing was made yet since the application was started. */
  readonly at: Instant | null
  /** Something was written, or a day has begun, since it was made. */
  readonly isStale: boolean
  readonly job: JobView | null
}

const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

export type HandbookListPage = {
  readonly made: Made
  readonly total: number
  readonly lines: readonly { readonly hit: PersonHit; readonly line: HandbookLine }[]
}

/** One page of a working list, in the order in which it is worked through. */
export const listHandbookLines = defineCall({
  name: 'handbook.list-lines',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ list: handbookList, filter: handbookFilter, ...page }),
  response: typed<HandbookListPage>(),
  errors: [],
})

export type HandbookCounts = {
  readonly made: Made
  /** Lines of each list under the filter, in the order of the lists. */
  readonly lists: readonly { readonly list: HandbookList; readonly lines: number; readonly late: number }[]
  /** Lines of the list that was asked for by place, as if the filter named none. */
  readonly places: readonly {
    readonly communeCode: string
    readonly communeName: string | null
    readonly hamlet: string
    readonly persons: number
  }[]
}

export const countHandbookLists = defineCall({
  name: 'handbook.count-lists',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ list: handbookList, filter: handbookFilter }),
  response: typed<HandbookCounts>(),
  errors: [],
})

/** How many names stand in a cell; `of` null where the row has no denominator. */
export type CellCount = { readonly counted: number; readonly of: number | null }

export type ProgrammeReport = {
  readonly made: Made
  readonly form: Omit<ProgrammeForm, 'rows'>
  /** Twelve, oldest first. */
  readonly months: readonly Month[]
  readonly communes: readonly { readonly code: string; readonly name: string | null }[]
  readonly rows: readonly (Omit<ProgrammeRow, 'rule'> & {
    /** For the commune that was asked for: a cell for each month. */
    readonly byMonth: readonly CellCount[]
    /** In the last month: a cell for each commune of `communes`. */
    readonly byCommune: readonly CellCount[]
  })[]
}

/** The report as it was counted for the twelve months that end with `until`. */
export const getProgrammeReport = defineCall({
  name: 'handbook.get-report',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ until: month, communeCode: z.string().max(20).nullable() }),
  response: typed<ProgrammeReport>(),
  errors: [],
})

export type ProgrammeNames = {
  readonly total: number
  readonly lines: readonly {
    readonly hit: PersonHit
    readonly name: Pick<NamedCount, 'recordId' | 'on' | 'isCounted' | 'note'>
  }[]
}

/** The names behind a cell: as many as its number says. */
export const listProgrammeNames = defineCall({
  name: 'handbook.list-names',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ cell: programmeCell, ...page }),
  response: typed<ProgrammeNames>(),
  errors: [],
})
