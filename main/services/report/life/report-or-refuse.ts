import { refuse } from '../../../../src/contract/errors'
import { mayStep, type ReportStep } from '../../../../src/domain/report/life/report-steps'
import type { ReportKey } from '../../../../src/domain/report/report-form'
import type { Report } from '../../../../src/domain/report/report-record'
import type { Stored } from '../../../db/record-store'
import type { ServiceContext } from '../../service'

/** A version that a step may be taken with. */
export function reportFor({ store }: ServiceContext, reportId: string, step: ReportStep): Stored<Report> {
  const report = store.records.find('report', reportId) ?? refuse('report.not-found')
  if (report.voided || !mayStep(report.state, step)) refuse('report.wrong-state')
  return report
}

/** Which report a version is of. */
export function keyOf({ formId, period, basis }: ReportKey): ReportKey {
  return { formId, period, basis }
}
