import { refuse } from '../../../../src/contract/errors'
import {
  amendReport,
  answerReport,
  confirmReportSigner,
  sendReport,
  signingRoles,
  signReport,
  withdrawReport,
} from '../../../../src/contract/report-life-calls'
import { findingKey, nextVersion, openVersion } from '../../../../src/domain/report/life/report-steps'
import { daysOfPeriod } from '../../../../src/domain/report/report-period'
import type { Report, ReportFinding } from '../../../../src/domain/report/report-record'
import { checkPin } from '../../point/users'
import { actorOf, type Service, type ServiceContext, serve } from '../../service'
import { keepSignature, takeSignature } from '../../session/signature'
import { formFor } from '../report-asked'
import { keyOf, reportFor } from './report-or-refuse'
import { findingsOf, newReport, preparedFor } from './write-draft'

/** Reading, because a wrong PIN must stay counted: a refused write leaves nothing behind. */
const confirmSignerService = serve(confirmReportSigner, (context, { userId, pin }) => {
  const { role } = checkPin(context, userId, pin)
  if (!signingRoles.some(allowed => allowed === role)) refuse('report.may-not-sign')
  return { signatureId: keepSignature(context, 'signature.report', userId) }
})

/** Freezes what was counted, with the names behind it. */
const signReportService = serve(signReport, (context, { reportId, signatureId }) => {
  const report = reportFor(context, reportId, 'sign')
  const key = keyOf(report)
  const days = daysOfPeriod(report.period)
  if (days && days.to > context.today) refuse('report.period-not-over')
  const form = formFor(context, key)
  if (form?.version !== report.formVersion) return refuse('report.check-outdated')
  const prepared = preparedFor(context, key, form, report)
  if (!isSameFindings(findingsOf(context, form, prepared), report.findings)) refuse('report.findings-changed')
  const signer = takeSignature(context, 'signature.report', signatureId) ?? refuse('report.signature-old')
  write(context, reportId, {
    state: 'signed',
    counted: prepared.counted,
    frozenNames: prepared.names,
    signedByName: signer.name,
    signedAt: context.at,
  })
  return {}
})

/** What is signed is what somebody gave reasons for. */
function isSameFindings(now: readonly ReportFinding[], explained: readonly ReportFinding[]): boolean {
  const text = (findings: readonly ReportFinding[]) =>
    findings
      .map(each => `${findingKey(each)} ${each.found} ${each.expected}`)
      .toSorted()
      .join('\n')
  return text(now) === text(explained)
}

function write(context: ServiceContext, recordId: string, body: Partial<Report>): void {
  context.write([{ noun: 'report', recordId, verb: 'updated', body }])
}

const sendReportService = serve(sendReport, (context, { reportId, by }) => {
  const report = reportFor(context, reportId, 'send')
  // Of a case its own resources travel: a page of numbers about one person would say who it is.
  if (by === 'link' && daysOfPeriod(report.period) === null) refuse('report.case-by-hand')
  if (by === 'link' && context.store.link.findServer() === null) refuse('report.not-joined')
  // Sent again by another way, the first time it left is what counts.
  write(context, reportId, { state: 'sent', sentAt: report.sentAt ?? context.at, sentBy: by })
  return {}
})

const answerReportService = serve(answerReport, (context, { reportId, verdict, reason }) => {
  reportFor(context, reportId, 'answer')
  const answer = reason || null
  if (verdict === 'refused' && answer === null) refuse('reason.missing', {}, 'reason')
  write(context, reportId, { state: verdict, answeredAt: context.at, answer })
  return {}
})

/** The next version begins with what had been entered into the one it amends. */
const amendReportService = serve(amendReport, (context, { reportId, reason }) => {
  const report = reportFor(context, reportId, 'amend')
  const key = keyOf(report)
  const versions = context.store.reports.versions(key)
  if (openVersion(versions)) refuse('report.open-version')
  const formVersion = formFor(context, key)?.version ?? report.formVersion
  const begun = newReport(key, formVersion, nextVersion(versions), actorOf(context).userId)
  const body: Report = { ...begun, amends: reportId, amendReason: reason, entered: report.entered }
  const recordId = context.newId()
  context.write([{ noun: 'report', recordId, verb: 'recorded', body }])
  return { reportId: recordId }
})

const withdrawReportService = serve(withdrawReport, (context, { reportId, reason }) => {
  reportFor(context, reportId, 'withdraw')
  context.write([{ noun: 'report', recordId: reportId, verb: 'voided', reason }])
  return {}
})

export const signedReportServices: readonly Service[] = [
  confirmSignerService,
  signReportService,
  sendReportService,
  answerReportService,
  amendReportService,
  withdrawReportService,
]
