import { refuse } from '../../../../src/contract/errors'
import {
  type DifferenceName,
  getReportDifference,
  type ReportDifference,
} from '../../../../src/contract/report-life-calls'
import type { Noun } from '../../../../src/domain/journal/entry'
import type { CellKey } from '../../../../src/domain/report/counted-report'
import { type CellDifference, differenceOf } from '../../../../src/domain/report/life/report-difference'
import type { ReportForm } from '../../../../src/domain/report/report-form'
import type { Report } from '../../../../src/domain/report/report-record'
import type { Stored } from '../../../db/record-store'
import { hitsOf } from '../../handbook/people-of'
import { type ServiceContext, serve } from '../../service'
import { preparedReport } from './kept-prepared'
import { keptReview } from './kept-review'
import { keyOf } from './report-or-refuse'

/** So many names of a difference are told one by one. */
const shownNames = 200

export const getReportDifferenceService = serve(getReportDifference, (context, { reportId, against }) => {
  const report = context.store.records.find('report', reportId) ?? refuse('report.not-found')
  const form = formOf(context, report)
  if (!form) return null
  return against === 'today' ? againstToday(context, report, form) : againstAmended(context, report, form)
})

/** A form's version as it was when the report was made. */
function formOf({ resources }: ServiceContext, { formId, formVersion }: Report): ReportForm | null {
  return resources.reportForms.find(({ id, version }) => id === formId && version === formVersion) ?? null
}

function againstToday(
  context: ServiceContext,
  report: Stored<Report>,
  form: ReportForm,
): ReportDifference | null {
  const review = keptReview(context.store)
  const cells = review?.differences.get(report.id)
  if (!review || !cells) return null
  const before = { version: report.version, at: report.signedAt }
  return viewOf(context, report, form, cells, before, { version: null, at: review.at })
}

/** A version that is not signed yet is compared as it was counted last. */
function againstAmended(
  context: ServiceContext,
  report: Stored<Report>,
  form: ReportForm,
): ReportDifference | null {
  const amended = report.amends === null ? null : context.store.records.find('report', report.amends)
  const prepared = report.counted === null ? preparedReport(context.store, keyOf(report)) : null
  const counted = report.counted ?? prepared?.counted ?? null
  if (!amended?.counted || counted === null) return null
  const names = report.counted === null ? (prepared?.names ?? null) : report.frozenNames
  const cells = differenceOf(
    form,
    { counted: amended.counted, names: amended.frozenNames },
    { counted, names },
  )
  const before = { version: amended.version, at: amended.signedAt }
  return viewOf(context, amended, form, cells, before, {
    version: report.version,
    at: report.signedAt ?? prepared?.at ?? null,
  })
}

function viewOf(
  context: ServiceContext,
  report: Pick<Report, 'counted'>,
  form: ReportForm,
  cells: readonly CellDifference[],
  before: ReportDifference['before'],
  after: ReportDifference['after'],
): ReportDifference {
  const names = [...namesIn(cells)]
  return {
    form,
    labels: labelsIn(report.counted),
    before,
    after,
    cells: cells.map(({ added, removed, ...cell }) => ({
      ...cell,
      added: added?.length ?? null,
      removed: removed?.length ?? null,
    })),
    names: describe(context, names.slice(0, shownNames)),
    namesTotal: names.length,
  }
}

/** Rows that stand for something of the register: a commune, a product, a lot. */
function labelsIn(counted: Report['counted']): ReportDifference['labels'] {
  const labelled = (counted?.sections ?? []).flatMap(({ id, rows }) =>
    rows.flatMap(row => (row.label === null ? [] : [[`${id}/${row.id}`, row.label] as const])),
  )
  return Object.fromEntries(labelled)
}

type Moved = {
  readonly change: DifferenceName['change']
  readonly recordId: string
  readonly cells: readonly CellKey[]
}

/** Each record once, with the cells it moved; who came first. */
function namesIn(cells: readonly CellDifference[]): readonly Moved[] {
  const found = new Map<string, Moved>()
  for (const change of ['added', 'removed'] as const)
    for (const each of cells)
      for (const recordId of each[change] ?? []) {
        const key = `${change} ${recordId}`
        found.set(key, { change, recordId, cells: [...(found.get(key)?.cells ?? []), each.cell] })
      }
  return [...found.values()]
}

function describe(context: ServiceContext, moved: readonly Moved[]): readonly DifferenceName[] {
  const { store } = context
  const entries = new Map(moved.map(({ recordId }) => [recordId, store.entriesOf(recordId)]))
  const personOf = (recordId: string): string | null => {
    const first = entries.get(recordId)?.find(({ verb }) => verb === 'recorded')
    if (first?.noun === 'person') return recordId
    return typeof first?.body.personId === 'string' ? first.body.personId : null
  }
  const hitOf = hitsOf(
    context,
    moved.flatMap(({ recordId }) => personOf(recordId) ?? []),
  )
  return moved.flatMap(({ change, recordId, cells }): readonly DifferenceName[] => {
    const own = entries.get(recordId) ?? []
    // What is new was written down; what is gone was corrected or taken back last.
    const entry = change === 'added' ? own.find(({ verb }) => verb === 'recorded') : own.at(-1)
    if (!entry) return []
    const personId = personOf(recordId)
    const by = entry.userId === null ? null : store.records.find('user', entry.userId)
    return [
      {
        change,
        noun: entry.noun satisfies Noun,
        recordId,
        hit: personId === null ? null : hitOf(personId),
        label: labelOf(context, entry.noun, recordId),
        cells,
        at: entry.at,
        byName: by?.name ?? null,
        reason: entry.reason,
      },
    ]
  })
}

/** What a record is, for the eye: the product of a dose. */
function labelOf({ store, resources }: ServiceContext, noun: Noun, recordId: string): string | null {
  if (noun !== 'dose') return null
  const dose = store.records.find('dose', recordId)
  if (!dose) return null
  return `${resources.vaccines.get(dose.vaccineCode)?.shortName ?? dose.vaccineCode} · ${dose.givenOn.split('-').reverse().join('/')}`
}
