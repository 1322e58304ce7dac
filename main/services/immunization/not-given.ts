import type { DoseNotGiven, PlannedDoseRequest } from '../../../src/contract/dose-calls'
import { type Problem, refuse, refuseAll } from '../../../src/contract/errors'
import { listNotGiven } from '../../../src/contract/safety-calls'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import { niisStateOf, notGivenRefusals, unservedBy } from '../../../src/domain/immunization/not-given'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { DueDose } from '../../../src/domain/schedule/chart-types'
import type { Visit, VisitOutcome } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import { actorOf, type ServiceContext, serve } from '../service'
import { dueInVisit } from './due-in-visit'

/** What becomes of the doses that are due and not given. Refuses where one has no reason, or is none of them. */
export function notGivenEntries(
  context: ServiceContext,
  visit: Stored<Visit>,
  doses: readonly PlannedDoseRequest[],
  notGiven: readonly DoseNotGiven[],
): readonly NewEntry[] {
  const { due: offered, held } = dueInVisit(context, visit)
  const due = [...offered, ...held.map(each => each.due)]
  const given = doses.map(({ vaccineCode }) => vaccineCode)
  const open = unservedBy(due, given, context.resources.vaccines)
  refuseAll([...faultsOf(context, open, notGiven), ...missingOf(open, notGiven)])
  const { userId, name } = actorOf(context)
  return open.flatMap((each): readonly NewEntry[] => {
    const said = notGiven.find(({ dueId }) => dueId === each.id)
    if (!said) return []
    const body = {
      personId: visit.personId,
      visitId: visit.id,
      on: context.today,
      dueId: each.id,
      label: each.label.vi,
      antigens: each.antigens,
      state: said.state,
      reason: said.reason,
      until: said.until,
      byUserId: userId,
      byName: name,
    }
    return [{ noun: 'not-given', recordId: context.newId(), verb: 'recorded', body }]
  })
}

function faultsOf(
  { today }: Pick<ServiceContext, 'today'>,
  open: readonly DueDose[],
  notGiven: readonly DoseNotGiven[],
): readonly Problem[] {
  return notGiven.flatMap((said, index): readonly Problem[] => {
    const field = `notGiven.${index}`
    const due = open.find(({ id }) => id === said.dueId)
    if (!due) return [{ code: 'not-given.not-due', field, params: {} }]
    return notGivenRefusals(said, today).map(({ code, ...params }) => ({
      code,
      field,
      params: { ...params, label: due.label.vi },
    }))
  })
}

function missingOf(open: readonly DueDose[], notGiven: readonly DoseNotGiven[]): readonly Problem[] {
  return open
    .filter(({ id }) => !notGiven.some(({ dueId }) => dueId === id))
    .map(({ label }) => ({ code: 'not-given.missing', field: 'notGiven', params: { label: label.vi } }))
}

/** Where a visit goes from the injection: to the observation, or out when nothing was given. */
export function afterInjection(
  at: Instant,
  given: number,
  notGiven: readonly DoseNotGiven[],
): Partial<Visit> {
  if (given > 0) return { stage: 'observation', injectedAt: at, outcome: 'vaccinated' }
  const outcomeNote = [...new Set(notGiven.map(({ reason }) => reason))].join('; ')
  return { stage: 'done', closedAt: at, outcome: outcomeOf(notGiven), outcomeNote }
}

/** Deferred as soon as one dose is, because somebody must come back; left when it was their wish. */
function outcomeOf(notGiven: readonly DoseNotGiven[]): VisitOutcome {
  const states = new Set(notGiven.map(({ state }) => state))
  if (states.has('deferred')) return 'deferred'
  return states.has('contraindicated') ? 'contraindicated' : 'left'
}

/** What was due and not given, newest first, with the state the national system keeps. */
export const listNotGivenService = serve(listNotGiven, ({ store }, { personId }) => {
  if (!store.records.find('person', personId)) return refuse('person.not-found')
  return store.records
    .list('not-given', { person_id: personId }, 'on_day DESC, created_stamp DESC')
    .map(({ id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...rest }) => ({
      ...rest,
      notGivenId: id,
      niisState: niisStateOf[rest.state],
    }))
})
