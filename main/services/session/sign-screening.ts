import type { RequestOf } from '../../../src/contract/call'
import { refuse, refuseAll } from '../../../src/contract/errors'
import { signScreening } from '../../../src/contract/visit-calls'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { Alert, Person } from '../../../src/domain/person/person'
import type { Answers } from '../../../src/domain/screening/conclude'
import type { Conclusion, Screening, ScreeningForm } from '../../../src/domain/screening/form'
import { isHolding, type VaccineHold } from '../../../src/domain/screening/hold'
import { holdOfVisit, type Judgement, judgeScreening } from '../../../src/domain/screening/judge-screening'
import type { ScreeningRules } from '../../../src/domain/screening/rules'
import type { Visit, VisitOutcome } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import { actorOf, type ServiceContext, serve } from '../service'
import { appointmentEntries } from './end-visit'
import { formFor, personOrRefuse, screeningCaseOf } from './screening-case'
import { visitOfToday } from './visit-state'

type SignRequest = RequestOf<typeof signScreening>

/**
 * Signs the checklist and moves the visit on: to injection, or out of the session with its outcome and the day to come
 * again. What was learnt of the person (an alert) is noted in the same write, so that the schedule knows it. Decision 0018.
 */
export const signScreeningService = serve(signScreening, (context, request) => {
  const visit = visitOfToday(context, request.visitId, ['screening', 'injection'])
  const person = personOrRefuse(context, visit.personId)
  const form = formAsked(context, person, request)
  const judgement = judge(context, person, form, request)
  const screeningId = context.newId()
  const { next } = request
  const endsHere = isEnd(request)
  const appointmentId = endsHere && next ? context.newId() : null
  const screening = screeningOf(context, visit, form, request, judgement)
  context.write([
    { noun: 'screening', recordId: screeningId, verb: 'recorded', body: screening },
    { noun: 'visit', recordId: visit.id, verb: 'updated', body: afterScreening(context, form, screening) },
    ...noted(context, person, screening),
    ...appointmentEntries(context, visit.personId, endsHere ? next : null, appointmentId),
  ])
  return { screeningId, proposed: judgement.proposal.conclusion, appointmentId }
})

/** The form the request names, as long as it is the one for this person today, pregnant or not. */
function formAsked(context: ServiceContext, person: Stored<Person>, request: SignRequest): ScreeningForm {
  const fitting = [null, true, false].map(asPregnant => formFor(context, person, asPregnant))
  const form = fitting.find(it => it?.id === request.formId && it.version === request.formVersion)
  return form ?? refuse('screening.no-form')
}

function judge(
  context: ServiceContext,
  person: Stored<Person>,
  form: ScreeningForm,
  request: SignRequest,
): Judgement {
  const given = screeningCaseOf(context, person, form, request.visitId)
  const judgement = judgeScreening(given, { ...request, nextOn: isEnd(request) ? request.next?.on : null })
  if (!judgement) return refuse('screening.no-form')
  refuseAll(
    judgement.problems.map(({ code, ...params }) => ({
      code,
      field: 'itemCode' in params ? `answers.${params.itemCode}` : null,
      params,
    })),
  )
  return judgement
}

const isEnd = ({ concluded, consent }: Pick<SignRequest, 'concluded' | 'consent'>) =>
  concluded !== 'eligible' || consent?.given === false

function screeningOf(
  context: ServiceContext,
  visit: Stored<Visit>,
  form: ScreeningForm,
  request: SignRequest,
  { answers, proposal, holds }: Judgement,
): Screening {
  const { concluded, consent, next } = request
  const actor = actorOf(context)
  const visitHolds = holdOfVisit(concluded, next?.on ?? null, noteOf(form, answers))
  return {
    personId: visit.personId,
    visitId: visit.id,
    formId: form.id,
    formVersion: form.version,
    temperatureC: request.temperatureC,
    weightKg: request.weightKg,
    answers,
    proposed: proposal.conclusion,
    concluded,
    differsBecause: concluded === proposal.conclusion ? null : request.differsBecause,
    signedByUserId: actor.userId,
    signedByName: actor.name,
    signedAt: context.at,
    perVaccine: [...holds, ...visitHolds],
    consent: consent && { ...consent, at: context.at },
    motherHbsag: form.asksMotherHbsag ? request.motherHbsag : null,
  }
}

const outcomes: Readonly<Record<Exclude<Conclusion, 'eligible'>, VisitOutcome>> = {
  contraindicated: 'contraindicated',
  deferred: 'deferred',
  'refer-hospital': 'referred',
}

function afterScreening(
  { at }: ServiceContext,
  form: ScreeningForm,
  { concluded, consent, answers }: Screening,
): Partial<Visit> {
  if (concluded === 'eligible' && consent?.given !== false) return { stage: 'injection', screenedAt: at }
  const end = { stage: 'done', screenedAt: at, closedAt: at } as const
  if (concluded !== 'eligible') {
    return { ...end, outcome: outcomes[concluded], outcomeNote: noteOf(form, answers) }
  }
  return { ...end, outcome: 'refused', outcomeNote: consent?.note ?? null }
}

/** The items answered "Có", in the words of the form. */
function noteOf(form: ScreeningForm, answers: Answers): string | null {
  const yes = form.items.filter(item => answers[item.code]?.yes)
  return yes.length === 0 ? null : yes.map(item => answers[item.code]?.detail || item.text.vi).join('; ')
}

/** Alerts that the conclusions bring and the record does not have; not for what the signer overrode. */
function noted(
  { resources, today }: ServiceContext,
  person: Stored<Person>,
  { perVaccine, motherHbsag }: Screening,
): readonly NewEntry[] {
  const ofMother: Alert = { code: 'mother-hbsag-positive', note: null, notedOn: today }
  const codes = (perVaccine ?? [])
    .filter(hold => isHolding(hold, today))
    .flatMap(hold => alertOf(resources.screeningRules, hold, today))
    .concat(motherHbsag === 'positive' ? [ofMother] : [])
    .filter(({ code }) => !person.alerts.some(alert => alert.code === code))
  const added = codes.filter((alert, index) => codes.findIndex(({ code }) => code === alert.code) === index)
  if (added.length === 0) return []
  const alerts = [...person.alerts, ...added]
  const reason = `Khám sàng lọc ngày ${today}`
  return [{ noun: 'person', recordId: person.id, verb: 'corrected', body: { alerts }, reason }]
}

function alertOf(
  { rules }: ScreeningRules,
  hold: VaccineHold,
  notedOn: ServiceContext['today'],
): readonly Alert[] {
  const code = rules.find(rule => rule.code === hold.reasonCode)?.notes ?? null
  return code === null ? [] : [{ code, note: hold.reason, notedOn }]
}
