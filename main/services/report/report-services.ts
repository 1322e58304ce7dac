import { refuse } from '../../../src/contract/errors'
import {
  getReport,
  listReportForms,
  listReportNames,
  type ReportName,
  type ReportTable,
} from '../../../src/contract/report-calls'
import type { CellKey } from '../../../src/domain/report/counted-report'
import type { ReportKey } from '../../../src/domain/report/report-form'
import { madeOf } from '../handbook/made'
import { hitsOf } from '../handbook/people-of'
import { type Service, type ServiceContext, serve } from '../service'
import { keptReport } from './kept-reports'
import { reportLifeServices } from './life/life-services'
import { askedFor } from './report-asked'
import type { Named, ReportAsked } from './section-work'
import { workOf } from './section-works'
import { withEntered } from './with-entered'

const listFormsService = serve(listReportForms, ({ resources }) => resources.reportForms)

const getReportService = serve(getReport, (context, { key }) => reportTable(context, key))

/** A report as it was counted last, with what people entered since. Refused when no form answers to the key. */
export function reportTable(context: ServiceContext, key: ReportKey): ReportTable {
  const asked = askedFor(context, key) ?? refuse('report.unknown-form')
  const kept = keptReport(context.store, key, asked.form.version)
  return {
    form: asked.form,
    made: madeOf(context, kept, 'report.count'),
    counted: kept && withEntered(kept.counted, asked),
  }
}

/** The names behind a cell, as they are now: as many as its number says, unless something was written since it was counted. */
export function namesOfCell(context: ServiceContext, key: ReportKey, cell: CellKey): readonly Named[] {
  const asked = askedFor(context, key) ?? refuse('report.unknown-form')
  const { store, resources, at, today } = context
  const named = workOf(sectionOf(asked, cell)).names(
    { store, resources, at, today },
    sectionOf(asked, cell),
    asked,
    cell,
  )
  return named.toSorted(
    (a, b) => compare(a.on, b.on) || compare(a.enteredAt, b.enteredAt) || compare(a.recordId, b.recordId),
  )
}

function sectionOf({ form }: ReportAsked, { sectionId, rowId, columnId }: CellKey) {
  const section = form.sections.find(({ id }) => id === sectionId) ?? refuse('report.unknown-cell')
  const isColumn = section.kind === 'answers' || section.columns.some(({ id }) => id === columnId)
  const isRow = section.kind !== 'table' || section.rows.some(({ id }) => id === rowId)
  return isColumn && isRow ? section : refuse('report.unknown-cell')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const listNamesService = serve(listReportNames, (context, { key, cell, offset, limit }) => {
  const names = namesOfCell(context, key, cell)
  const shown = names.slice(offset, offset + limit)
  const hitOf = hitsOf(
    context,
    shown.flatMap(({ personId }) => personId ?? []),
  )
  return {
    total: names.length,
    sum: names.reduce((sum, { quantity }) => sum + quantity, 0),
    lines: shown.map(
      ({ personId, ...name }): ReportName => ({ ...name, hit: personId === null ? null : hitOf(personId) }),
    ),
  }
})

export const reportServices: readonly Service[] = [
  listFormsService,
  getReportService,
  listNamesService,
  ...reportLifeServices,
]
