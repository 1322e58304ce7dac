import { refuse, refuseAll } from '../../../src/contract/errors'
import { getScreeningForm, signScreening } from '../../../src/contract/visit-calls'
import { daysBetween } from '../../../src/domain/calendar/calendar-day'
import { chooseForm } from '../../../src/domain/screening/choose-form'
import { completeAnswers, proposeConclusion, settingOf } from '../../../src/domain/screening/conclude'
import type { Conclusion, ScreeningForm } from '../../../src/domain/screening/form'
import { screeningProblems } from '../../../src/domain/screening/problems'
import type { Visit, VisitOutcome } from '../../../src/domain/session/visit'
import { actorOf, type ServiceContext, serve } from '../service'
import { visitOfToday } from './visit-state'

/** The form for somebody's age today at a point of this kind. */
function formFor(context: ServiceContext, personId: string): { form: ScreeningForm; ageDays: number } {
  const person = context.store.records.find('person', personId)
  if (!person) return refuse('person.not-found')
  const kind = context.store.point()?.kind ?? 'commune-station'
  const ageDays = daysBetween(person.birthDate, context.today)
  const setting = settingOf(kind)
  const form = chooseForm(context.resources.screeningForms, { ageDays, setting, on: context.today })
  return form ? { form, ageDays } : refuse('screening.no-form')
}

export const getScreeningFormService = serve(
  getScreeningForm,
  (context, { personId }) => formFor(context, personId).form,
)

/** Signs the checklist and moves the visit on: to injection, or out of the session with its outcome. */
export const signScreeningService = serve(signScreening, (context, request) => {
  const visit = visitOfToday(context, request.visitId, ['screening', 'injection'])
  const { form, ageDays } = formFor(context, visit.personId)
  if (form.id !== request.formId || form.version !== request.formVersion) refuse('screening.no-form')
  const problems = screeningProblems(form, request, ageDays)
  refuseAll(
    problems.map(({ code, ...params }) => ({
      code,
      field: 'itemCode' in params ? `answers.${params.itemCode}` : null,
      params,
    })),
  )
  const answers = completeAnswers(form, request.answers, request)
  const { conclusion: proposed } = proposeConclusion(form, request.answers, request, ageDays)
  const actor = actorOf(context)
  const screeningId = context.newId()
  context.write([
    {
      noun: 'screening',
      recordId: screeningId,
      verb: 'recorded',
      body: {
        personId: visit.personId,
        visitId: visit.id,
        formId: form.id,
        formVersion: form.version,
        temperatureC: request.temperatureC,
        weightKg: request.weightKg,
        answers,
        proposed,
        concluded: request.concluded,
        differsBecause: request.concluded === proposed ? null : request.differsBecause,
        signedByUserId: actor.userId,
        signedByName: actor.name,
        signedAt: context.at,
        perVaccine: [],
        consent: null,
        motherHbsag: null,
      },
    },
    {
      noun: 'visit',
      recordId: visit.id,
      verb: 'updated',
      body: afterScreening(request.concluded, context, noteOf(form, answers)),
    },
  ])
  return { screeningId, proposed }
})

const outcomes: Readonly<Record<Exclude<Conclusion, 'eligible'>, VisitOutcome>> = {
  contraindicated: 'contraindicated',
  deferred: 'deferred',
  'refer-hospital': 'referred',
}

function afterScreening(
  concluded: Conclusion,
  { at }: ServiceContext,
  outcomeNote: string | null,
): Partial<Visit> {
  if (concluded === 'eligible') return { stage: 'injection', screenedAt: at }
  return { stage: 'done', screenedAt: at, closedAt: at, outcome: outcomes[concluded], outcomeNote }
}

/** The items answered "Có", in the words of the form. */
function noteOf(
  form: ScreeningForm,
  answers: Readonly<Record<string, { readonly yes: boolean; readonly detail: string | null }>>,
): string | null {
  const yes = form.items.filter(item => answers[item.code]?.yes)
  return yes.length === 0 ? null : yes.map(item => answers[item.code]?.detail || item.text.vi).join('; ')
}
