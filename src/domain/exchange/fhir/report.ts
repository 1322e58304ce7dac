import type { CellValue, CountedSection } from '../../report/counted-report'
import { isSent } from '../../report/life/report-steps'
import type { FormSection, ReportForm } from '../../report/report-form'
import { daysOfPeriod } from '../../report/report-period'
import type { Report } from '../../report/report-record'
import { filled, make, reference, tidy, toResource } from './make'
import { measureOf, population, upwardUrl } from './upward'
import type { Json, RecordState, WireContext, WireResource } from './wire'

/**
 * A report that was sent: a MeasureReport with a group for each row and a population for each column. Numbers alone, and
 * what a form asks in words; a list of people never travels this way, because each of them has resources of their own.
 * Withdrawn after it was sent: it stays, as an error with its reason. Decision 0042.
 */
export function reportResources(state: RecordState<'report'>, knows: WireContext): readonly WireResource[] {
  const { value, voided } = state
  const days = daysOfPeriod(value.period)
  if (knows.pointId === null || days === null || value.counted === null || !isSent(value)) return []
  const organization = toResource('Organization', 'point', knows.pointId)
  const form = knows.reportForm(value.formId, value.formVersion)
  return [
    make(knows.codes, {
      type: 'MeasureReport',
      state,
      references: [organization],
      fields: {
        extension: [
          { url: upwardUrl(knows.codes, 'report'), extension: wordsOf(value, voided ? state.reason : null) },
        ],
        status: voided ? 'error' : 'complete',
        type: 'summary',
        measure: measureOf(knows.codes, value.formId, value.formVersion),
        date: value.signedAt ?? value.sentAt ?? state.entry.at,
        reporter: reference(organization),
        period: { start: days.from, end: days.to },
        group: filled(value.counted.sections.flatMap(section => groupsOf(section, form, knows))),
      },
    }),
  ]
}

function wordsOf(value: Report, withdrawn: string | null): readonly Json[] {
  const said = (url: string, text: string | null): readonly Json[] => {
    const tidied = tidy(text)
    return tidied === undefined ? [] : [{ url, valueString: tidied }]
  }
  return [
    { url: 'period', valueString: value.period },
    { url: 'basis', valueCode: value.basis },
    { url: 'version', valueInteger: value.version },
    ...said('amends', value.amends),
    ...said('amendReason', value.amendReason),
    ...said('signedBy', value.signedByName),
    ...said('withdrawn', withdrawn),
  ]
}

function groupsOf(section: CountedSection, form: ReportForm | null, knows: WireContext): readonly Json[] {
  const known = form?.sections.find(({ id }) => id === section.id) ?? null
  // Nothing is sent of a section whose kind nobody knows any more: it may be a list of people.
  if (known === null || known.kind === 'list') return []
  return section.rows.flatMap(row => {
    const populations = columnsOf(known).flatMap((columnId, at) =>
      cellOf(columnId, row.cells[at] ?? null, known, knows),
    )
    if (populations.length === 0) return []
    const extension =
      row.label === null ? undefined : [{ url: upwardUrl(knows.codes, 'row-label'), valueString: row.label }]
    return [{ extension, code: { text: `${section.id}/${row.id}` }, population: populations }]
  })
}

function columnsOf(section: FormSection): readonly string[] {
  return section.kind === 'answers' ? ['answer'] : section.columns.map(({ id }) => id)
}

/** A whole number as a population's count; anything else beside it. Words are only those that a form asks for. */
function cellOf(
  columnId: string,
  value: CellValue,
  section: FormSection,
  { codes }: WireContext,
): readonly Json[] {
  if (value === null) return []
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
    return [population(columnId, value)]
  const url = upwardUrl(codes, 'value')
  const code = { text: columnId }
  if (typeof value === 'number') return [{ extension: [{ url, valueDecimal: value }], code }]
  if (typeof value === 'object') return [{ extension: [{ url, valueDate: value.day }], code }]
  const text = section.kind === 'answers' || section.kind === 'by' ? tidy(value) : undefined
  return text === undefined ? [] : [{ extension: [{ url, valueString: text }], code }]
}
