import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { Noun } from '../domain/journal/entry'
import type { CountedReport } from '../domain/report/counted-report'
import type { ReportForm } from '../domain/report/report-form'
import { defineCall, typed } from './call'
import type { Made } from './handbook-list-calls'
import type { PersonHit } from './person-calls'
import { cellKey, reportKey } from './report-values'
import { id } from './values'

export { cellKey, reportKey } from './report-values'

/*
 * Counting a report: made by the job `report.count`, kept in memory, read here. What becomes of a report is in
 * `report-life-calls.ts`.
 */

/** The forms in force, and those that were. */
export const listReportForms = defineCall({
  name: 'report.list-forms',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<readonly ReportForm[]>(),
  errors: [],
})

export type ReportTable = {
  readonly form: ReportForm
  readonly made: Made
  /** Null: not counted yet since the application was started. */
  readonly counted: CountedReport | null
}

/** A report as it was counted last, on the version of its form that is in force for its period. */
export const getReport = defineCall({
  name: 'report.get',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ key: reportKey }),
  response: typed<ReportTable>(),
  errors: ['report.unknown-form'],
})

/** One name behind a number. Quantities add up to it: 1 for a person or a dose, doses for an entry of the ledger. */
export type ReportName = {
  readonly noun: Noun
  readonly recordId: string
  readonly hit: PersonHit | null
  /** What it is where it is no person: a lot and what happened to it. */
  readonly label: string | null
  readonly on: CalendarDay
  readonly enteredAt: Instant
  readonly quantity: number
}

export type ReportNames = {
  readonly total: number
  /** Of all of them: the number of the cell. */
  readonly sum: number
  readonly lines: readonly ReportName[]
}

/** The names behind a cell: their quantities add up to its number. */
export const listReportNames = defineCall({
  name: 'report.list-names',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({
    key: reportKey,
    cell: cellKey,
    offset: z.int().min(0),
    limit: z.int().min(1).max(200),
  }),
  response: typed<ReportNames>(),
  errors: ['report.unknown-form', 'report.unknown-cell'],
})

/** Asked for by calls that speak of one stored version. */
export const reportId = id
