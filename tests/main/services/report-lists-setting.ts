import type { SectionWork } from '../../../main/services/report/section-work'
import type { CellValue, CountedRow } from '../../../src/domain/report/counted-report'
import type { FormSection, ReportForm } from '../../../src/domain/report/report-form'
import type { TestPoint } from '../../helpers/test-point'

export function formOf(point: TestPoint, formId: string): ReportForm {
  const form = point.ports.resources.reportForms.find(({ id }) => id === formId)
  if (!form) throw new Error(`no form ${formId}`)
  return form
}

/** What the work of a section is asked with, without the job around it. */
function portsOf(point: TestPoint) {
  const { store, resources, clock } = point.ports
  const at = clock()
  const turns = { breathe: () => Promise.resolve(), progress: () => undefined }
  return { store, resources, at, today: at.slice(0, 10) as never, ...turns }
}

/** One section of a form, counted for a period, and its names. */
export function sectionOf<S extends FormSection>(
  point: TestPoint,
  work: SectionWork<S>,
  of: {
    readonly formId: string
    readonly sectionId: string
    readonly period: string
    readonly entered?: Readonly<Record<string, CellValue>>
  },
) {
  const form = formOf(point, of.formId)
  const section = form.sections.find(({ id }) => id === of.sectionId) as S | undefined
  if (!section) throw new Error(`no section ${of.sectionId}`)
  const key = { formId: form.id, period: of.period, basis: form.bases[0] ?? 'place' } as const
  const asked = { form, key, entered: of.entered ?? {} }
  const columnIds = section.kind === 'answers' ? ['answer'] : section.columns.map(({ id }) => id)
  return {
    section,
    columnIds,
    count: () => work.count(portsOf(point), section, asked),
    names: (rowId: string, columnId: string) =>
      work.names(portsOf(point), section, asked, { sectionId: section.id, rowId, columnId }),
  }
}

/** A row's cells by column. */
export function cellsOf(
  row: CountedRow | undefined,
  columnIds: readonly string[],
): Record<string, CellValue> {
  return Object.fromEntries(columnIds.map((id, index) => [id, row?.cells[index] ?? null]))
}
