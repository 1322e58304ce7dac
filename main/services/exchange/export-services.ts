import { refuse } from '../../../src/contract/errors'
import { makeExport, noteExport, takeExport } from '../../../src/contract/export-calls'
import type { ExportList } from '../../../src/contract/export-values'
import { isEmptySearch, parseSearch } from '../../../src/domain/person/search-query'
import { narrowed } from '../handbook/list-services'
import { cellNames, reportTable } from '../handbook/programme-services'
import { dueFilterOf } from '../immunization/list-due'
import { indicatorRows } from '../indicator/indicator-rows'
import { markNames } from '../indicator/indicator-services'
import { matchingIds } from '../person/search-persons'
import { countedPaper } from '../report/report-on-paper'
import { namesOfCell } from '../report/report-services'
import { actorOf, type ServiceContext, serve } from '../service'
import { rollOutOf } from '../supervision/roll-out'
import { type ExportAttachment, findExport } from './export-job'
import type { ExportScope } from './exported-list'
import { stagedFile } from './staged-import'

/** So many persons at most a text narrows a list to. */
const mostMatches = 500

export const makeExportService = serve(makeExport, (context, request) => {
  const isSupervisor = actorOf(context).role === 'supervisor'
  if (isSupervisor !== (request.of.list === 'roll-out')) refuse('user.not-allowed')
  const attachment: ExportAttachment = { exportId: context.newId(), scope: scopeOf(context, request.of) }
  return context.jobs.start({ name: 'export.make', request }, { attachment })
})

const nothing: ExportScope = {
  personIds: null,
  due: null,
  lines: [],
  handbook: [],
  programme: null,
  names: [],
  report: null,
  reportNames: [],
}

function scopeOf(context: ServiceContext, of: ExportList): ExportScope {
  const none = nothing
  if (of.list === 'due') return { ...none, due: { filter: dueFilterOf(context, of.filter), order: of.order } }
  if (of.list === 'handbook') return { ...none, handbook: narrowed(context, of.of, of.filter) }
  if (of.list === 'programme') return { ...none, programme: reportTable(context, of.until, of.communeCode) }
  if (of.list === 'programme-names') return { ...none, names: cellNames(context, of.cell) }
  if (of.list === 'roll-out') return { ...none, rollOut: rollOutOf(context, of.period) }
  if (of.list === 'report') return { ...none, report: countedPaper(context, of.key) }
  if (of.list === 'report-names') return { ...none, reportNames: namesOfCell(context, of.key, of.cell) }
  if (of.list === 'indicators') return { ...none, rows: indicatorRows(context, of.cohort, of.place) }
  if (of.list === 'indicator-names') return { ...none, children: markNames(context, of.cohort, of.mark) }
  if (of.list === 'import-report') return { ...none, lines: stagedFile(context.store, of.token).lines }
  if (of.list !== 'register') return none
  const query = parseSearch(of.text, context.today)
  return isEmptySearch(query) ? none : { ...none, personIds: matchingIds(context, query, mostMatches) }
}

export const takeExportService = serve(takeExport, ({ store }, { exportId }) => {
  const { fileName, bytes } = findExport(store, exportId) ?? refuse('export.not-ready')
  // What crosses to main is a copy: shared memory stays in this process.
  return { fileName, bytes: new Uint8Array(bytes) }
})

export const noteExportService = serve(noteExport, (context, { exportId }) => {
  const { request, rows, filter } = findExport(context.store, exportId) ?? refuse('export.not-ready')
  const by = actorOf(context)
  const body = {
    list: request.of.list,
    filter,
    format: request.format,
    rows,
    byUserId: by.userId,
    byName: by.name,
  }
  context.write([{ noun: 'export-log', recordId: context.newId(), verb: 'recorded', body }])
  return {}
})
