import { recordHistoricalDoses } from '../../../src/contract/dose-calls'
import { startJob } from '../../../src/contract/job-calls'
import { getReport, listReportNames, type ReportTable } from '../../../src/contract/report-calls'
import type { DateAccuracy } from '../../../src/domain/immunization/dose-date'
import type { CellKey, CellValue } from '../../../src/domain/report/counted-report'
import type { ReportKey } from '../../../src/domain/report/report-form'
import type { TestPoint } from '../../helpers/test-point'
import { on, pointSetUp } from './ready-point'

export const epiMonth = (period: string, basis: ReportKey['basis'] = 'place'): ReportKey => ({
  formId: 'epi-month',
  period,
  basis,
})

/** Counts a report and answers it. */
export async function count(point: TestPoint, key: ReportKey): Promise<ReportTable> {
  point.done(startJob, { job: { name: 'report.count', key } })
  const job = await point.ended('report.count')
  if (job.state !== 'done') throw new Error(JSON.stringify(job.error))
  return point.done(getReport, { key })
}

/** The value of a cell of a report's first section, or of the one named. */
export function cell(
  { form, counted }: ReportTable,
  rowId: string,
  columnId: string,
  sectionId = form.sections[0]?.id,
): CellValue | undefined {
  const of = form.sections.find(({ id }) => id === sectionId)
  const row = counted?.sections.find(({ id }) => id === sectionId)?.rows.find(({ id }) => id === rowId)
  return of && of.kind !== 'answers'
    ? row?.cells[of.columns.findIndex(({ id }) => id === columnId)]
    : undefined
}

/** Who stands behind a cell, with how much they add up to. */
export function names(point: TestPoint, key: ReportKey, of: CellKey) {
  return point.done(listReportNames, { key, cell: of, offset: 0, limit: 200 })
}

/** A dose copied from a paper of this very point, or of another place. */
export function noteDose(
  point: TestPoint,
  personId: string,
  vaccineCode: string,
  givenOn: string,
  options: {
    readonly accuracy?: DateAccuracy
    readonly isElsewhere?: boolean
    readonly programme?: 'epi' | 'fee' | 'campaign'
  } = {},
): string {
  const { accuracy = null, isElsewhere = false, programme = 'epi' } = options
  const placeName = isElsewhere ? 'Trạm Y tế khác' : pointSetUp.point.name
  const dose = { vaccineCode, givenOn: on(givenOn), givenOnAccuracy: accuracy, programme, placeName }
  const { doseIds } = point.done(recordHistoricalDoses, {
    personId,
    doses: [{ ...dose, statedNumber: null, lotNumber: null }],
  })
  return doseIds[0] ?? ''
}
