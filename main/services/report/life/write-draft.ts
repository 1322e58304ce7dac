import { refuse } from '../../../../src/contract/errors'
import { checkReportCall, enterReport } from '../../../../src/contract/report-life-calls'
import { vietnamDayOf } from '../../../../src/domain/calendar/calendar-day'
import { type CellKey, type CellValue, cellKeyText } from '../../../../src/domain/report/counted-report'
import { checkReport } from '../../../../src/domain/report/life/check-report'
import {
  isExplained,
  nextVersion,
  openVersion,
  standingVersion,
  withReasons,
} from '../../../../src/domain/report/life/report-steps'
import type { ReportForm, ReportKey } from '../../../../src/domain/report/report-form'
import { isWholePeriod, periodBefore } from '../../../../src/domain/report/report-period'
import type { Report, ReportFinding } from '../../../../src/domain/report/report-record'
import type { Stored } from '../../../db/record-store'
import { actorOf, type ServiceContext, serve } from '../../service'
import { formFor } from '../report-asked'
import { type Prepared, preparedReport } from './kept-prepared'

export const enterReportService = serve(enterReport, (context, { key, values }) => {
  const form = formFor(context, key) ?? refuse('report.unknown-form')
  for (const { cell } of values) if (!isAsked(form, cell)) refuse('report.unknown-cell')
  const known = openOrNew(context, form, key)
  const entered = enteredWith(known.report.entered, values)
  return {
    reportId: writeOpen(context, known, { entered, state: 'draft', checkedByName: null, checkedAt: null }),
  }
})

/** Whether a cell is one that people fill in. */
function isAsked({ sections }: ReportForm, { sectionId, columnId }: CellKey): boolean {
  const section = sections.find(({ id }) => id === sectionId)
  if (section?.kind === 'answers') return columnId === 'answer'
  if (section?.kind !== 'table' && section?.kind !== 'by') return false
  return section.columns.some(({ id, measure }) => id === columnId && measure.kind === 'entered')
}

function enteredWith(
  before: Report['entered'],
  values: readonly { readonly cell: CellKey; readonly value: CellValue }[],
): Report['entered'] {
  const after = new Map(Object.entries(before))
  for (const { cell, value } of values) {
    if (value === null || value === '') after.delete(cellKeyText(cell))
    else after.set(cellKeyText(cell), value)
  }
  return Object.fromEntries(after)
}

type Open = { readonly reportId: string | null; readonly report: Report }

/** The version being worked on; where there is none yet, a new one that is not written. */
function openOrNew(context: ServiceContext, form: ReportForm, key: ReportKey): Open {
  if (!isWholePeriod(form.period, key.period)) refuse('report.unknown-form')
  const versions = context.store.reports.versions(key)
  const open = openVersion(versions)
  const found = open ? context.store.records.find('report', open.id) : null
  if (found) return { reportId: found.id, report: recordOf(found) }
  if (standingVersion(versions)) refuse('report.is-signed')
  return {
    reportId: null,
    report: newReport(key, form.version, nextVersion(versions), actorOf(context).userId),
  }
}

/** A version nobody has worked on. */
export function newReport(key: ReportKey, formVersion: string, version: number, byUserId: string): Report {
  return {
    ...key,
    formVersion,
    version,
    amends: null,
    amendReason: null,
    state: 'draft',
    entered: {},
    findings: [],
    counted: null,
    frozenNames: null,
    madeByUserId: byUserId,
    checkedByName: null,
    checkedAt: null,
    signedByName: null,
    signedAt: null,
    sentAt: null,
    sentBy: null,
    answeredAt: null,
    answer: null,
  }
}

function recordOf(stored: Stored<Report>): Report {
  const { id: _id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...report } = stored
  return report
}

function writeOpen(context: ServiceContext, { reportId, report }: Open, change: Partial<Report>): string {
  if (reportId !== null) {
    context.write([{ noun: 'report', recordId: reportId, verb: 'updated', body: change }])
    return reportId
  }
  const recordId = context.newId()
  context.write([{ noun: 'report', recordId, verb: 'recorded', body: { ...report, ...change } }])
  return recordId
}

/** Findings with their reasons; when each has one, the version is checked. */
export const checkReportService = serve(checkReportCall, (context, { key, reasons }) => {
  const form = formFor(context, key) ?? refuse('report.unknown-form')
  const known = openOrNew(context, form, key)
  const prepared = preparedFor(context, key, form, known.report)
  const found = findingsOf(context, form, prepared)
  const findings = withReasons(found, known.report.findings, reasons)
  const isChecked = isExplained(findings)
  const state = isChecked ? ('checked' as const) : ('draft' as const)
  const checkedByName = isChecked ? actorOf(context).name : null
  const checkedAt = isChecked ? context.at : null
  const formVersion = form.version
  const reportId = writeOpen(context, known, { formVersion, findings, state, checkedByName, checkedAt })
  return { reportId, state, findings }
})

/** What was counted today with what stands entered now; refused otherwise: nobody checks yesterday's numbers. */
export function preparedFor(
  { store, today }: ServiceContext,
  key: ReportKey,
  form: Pick<ReportForm, 'version'>,
  report: Pick<Report, 'entered'>,
): Prepared {
  const prepared = preparedReport(store, key)
  if (!prepared || !isPreparedFor(prepared, form, report) || vietnamDayOf(prepared.at) !== today)
    return refuse('report.check-outdated')
  return prepared
}

/** Whether a count is of this version of the form, with what was entered. */
export function isPreparedFor(
  prepared: Pick<Prepared, 'formVersion' | 'entered'>,
  form: Pick<ReportForm, 'version'>,
  { entered }: Pick<Report, 'entered'>,
): boolean {
  const text = (values: Report['entered']) =>
    JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return prepared.formVersion === form.version && text(prepared.entered) === text(entered)
}

/** Every cross-check that does not come out. */
export function findingsOf(
  { store }: ServiceContext,
  form: ReportForm,
  { key, counted, names, register }: Prepared,
): readonly ReportFinding[] {
  const earlier =
    form.period === 'case' || key.period.includes('..')
      ? null
      : standingVersion(store.reports.versions({ ...key, period: periodBefore(form.period, key.period) }))
  const before = earlier && (store.records.find('report', earlier.id)?.counted ?? null)
  return checkReport({ form, counted, names, before, register })
}
