import {
  advanceCase,
  getCase,
  listCases,
  listReportClocks,
  noteCaseReport,
  saveCaseFacts,
} from '../../../src/contract/aefi-calls'
import type { RequestOf } from '../../../src/contract/call'
import { refuse, refuseAll } from '../../../src/contract/errors'
import {
  type AefiCase,
  type CaseReport,
  reportField,
  stateOf,
  stepRefusals,
  waitingFor,
} from '../../../src/domain/aefi/aefi-case'
import { changedFacts, factProblems, missingFacts } from '../../../src/domain/aefi/case-form'
import { actorOf, type ServiceContext, serve } from '../service'
import { caseLine, caseOrRefuse, caseView, missingCritical } from './case-view'

export const listCasesService = serve(listCases, (context, page) => ({
  now: context.at,
  total: context.store.after.countCases(),
  lines: context.store.after.cases(page).map(each => caseLine(context, each)),
}))

export const listReportClocksService = serve(listReportClocks, context => ({
  now: context.at,
  lines: context.store.after.untoldCases().map(each => caseLine(context, each)),
}))

export const getCaseService = serve(getCase, (context, { caseId }) => ({
  view: caseView(context, caseOrRefuse(context, caseId)),
  form: context.resources.caseForm,
}))

type Filled = Pick<AefiCase, 'facts' | 'doseFacts'>

/**
 * Writes values of the form: a draft is filled in, what was reported is corrected with a reason. Values that stay as they
 * were are not written.
 */
export const saveCaseFactsService = serve(saveCaseFacts, (context, request) => {
  const known = caseOrRefuse(context, request.caseId)
  refuseBadFacts(context, known, request)
  const filled = withFacts(known, request)
  if (isChanged(known, filled))
    writeFacts(context, known.id, stateOf(known) === 'draft', filled, request.reason)
  return { missingCritical: missingCritical(context, { ...known, ...filled }) }
})

function withFacts(known: Filled, asked: Filled): Filled {
  const doseIds = [...new Set([...Object.keys(known.doseFacts), ...Object.keys(asked.doseFacts)])]
  const ofDoses = doseIds.map(id => [id, { ...known.doseFacts[id], ...asked.doseFacts[id] }] as const)
  return { facts: { ...known.facts, ...asked.facts }, doseFacts: Object.fromEntries(ofDoses) }
}

function isChanged(known: Filled, filled: Filled): boolean {
  if (changedFacts(known.facts, filled.facts).length > 0) return true
  return Object.entries(filled.doseFacts).some(
    ([id, facts]) => changedFacts(known.doseFacts[id] ?? {}, facts).length > 0,
  )
}

function writeFacts(
  context: ServiceContext,
  caseId: string,
  isDraft: boolean,
  body: Filled,
  reason: string | null,
): void {
  if (isDraft) {
    context.write([{ noun: 'aefi-case', recordId: caseId, verb: 'updated', body }])
    return
  }
  if (!reason) refuse('reason.missing', {}, 'reason')
  else context.write([{ noun: 'aefi-case', recordId: caseId, verb: 'corrected', body, reason }])
}

function refuseBadFacts(
  { resources: { caseForm } }: ServiceContext,
  known: AefiCase,
  asked: RequestOf<typeof saveCaseFacts>,
): void {
  const ofCase = factProblems(caseForm, asked.facts, 'case').map(code => `facts.${code}`)
  const ofDoses = Object.entries(asked.doseFacts).flatMap(([doseId, facts]) =>
    known.doseIds.includes(doseId)
      ? factProblems(caseForm, facts, 'dose').map(code => `doseFacts.${doseId}.${code}`)
      : [`doseFacts.${doseId}`],
  )
  refuseAll([...ofCase, ...ofDoses].map(field => ({ code: 'aefi.bad-fact', field, params: {} })))
}

/** Notes a report with what was still missing then. */
export const noteCaseReportService = serve(noteCaseReport, (context, { caseId, to, at, by, takenBy }) => {
  const known = caseOrRefuse(context, caseId)
  const field = reportField[to]
  const earlier = known[field]
  if (earlier !== null) refuse('aefi.already-reported', { by: earlier.byName })
  if (at !== null && at > context.at) refuse('aefi.report-in-future', {}, 'at')
  const actor = actorOf(context)
  const missing = missingFacts(context.resources.caseForm, known).filter(({ critical }) => critical)
  const report: CaseReport = {
    at: at ?? context.at,
    by,
    takenBy: takenBy || null,
    byUserId: actor.userId,
    byName: actor.name,
    missing: missing.map(({ code }) => code),
  }
  const body = { [field]: report }
  context.write([{ noun: 'aefi-case', recordId: caseId, verb: 'updated', body }])
  return { waiting: [...waitingFor({ ...known, ...body })] }
})

export const advanceCaseService = serve(advanceCase, (context, { caseId, to }) => {
  const known = caseOrRefuse(context, caseId)
  const refusals = stepRefusals(known, to, missingCritical(context, known))
  refuseAll(refusals.map(({ code, ...params }) => ({ code, field: null, params })))
  context.write([{ noun: 'aefi-case', recordId: caseId, verb: 'updated', body: { step: to } }])
  return {}
})
