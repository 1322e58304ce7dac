import type { RequestOf } from '../../../src/contract/call'
import { refuse } from '../../../src/contract/errors'
import { savePlan } from '../../../src/contract/plan-calls'
import { monthsBetween } from '../../../src/domain/calendar/age'
import { canonicalJson } from '../../../src/domain/journal/canonical-json'
import type { NewEntry } from '../../../src/domain/journal/entry'
import {
  type Invitation,
  type InvitedDose,
  type PlanSlot,
  problemOfSlots,
  type SessionPlan,
} from '../../../src/domain/session-plan/plan'
import type { Stored } from '../../db/record-store'
import { personOrRefuse } from '../person/person-or-refuse'
import { actorOf, type ServiceContext, serve } from '../service'
import { assertFollowed } from './open-plan'
import { type PlanFacts, planFacts } from './plan-facts'
import { dosesDue, placeOf } from './plan-lines'

type Request = RequestOf<typeof savePlan>

/** The plan, its invitations and their appointments in one transaction. */
export const savePlanService = serve(savePlan, (context, request) => {
  const { store } = context
  const { on, people, removed } = request
  const saved = store.plans.planOn(on)
  assertPlan(context, request, saved?.versions ?? null)
  const planId = saved?.id ?? context.newId()
  const facts = planFacts(context, on)
  const known = new Map(store.plans.invitationsOn(on).map(invitation => [invitation.personId, invitation]))
  context.write([planEntry(context, request, saved?.id ?? null, planId)])
  for (const { personId, slotAt, origin } of people) {
    const slot = request.slots[slotAt] ?? refuse('plan.bad-slot', {}, 'people')
    invite(context, { facts, planId, request, slot, origin, personId, known: known.get(personId) ?? null })
  }
  for (const { personId, reason } of removed)
    remove(context, known.get(personId) ?? null, personId, on, reason)
  assertNobodyForgotten(known, request)
  return { planId, invited: people.length, removed: removed.length }
})

function assertPlan(context: ServiceContext, request: Request, version: number | null): void {
  const { on, slots, nextSessionOn, seenVersion, people } = request
  const problem = problemOfSlots(slots)
  if (problem) refuse(problem, {}, 'slots')
  if (on < context.today) refuse('plan.past-day', { on }, 'on')
  if (nextSessionOn !== null && nextSessionOn <= on) refuse('plan.bad-next-session', { on }, 'nextSessionOn')
  if (version !== seenVersion) refuse('plan.changed', { on })
  const ids = people.map(({ personId }) => personId)
  if (new Set(ids).size !== ids.length) refuse('plan.person-twice', {}, 'people')
}

/** Whoever was invited stays so, or is taken out with a reason: nobody drops out of a plan unseen. */
function assertNobodyForgotten(
  known: ReadonlyMap<string, Stored<Invitation>>,
  { people, removed }: Request,
): void {
  const named = new Set([...people, ...removed].map(({ personId }) => personId))
  const forgotten = [...known.values()].find(
    ({ personId, status }) => status === 'invited' && !named.has(personId),
  )
  if (forgotten) refuse('reason.missing', { personId: forgotten.personId }, 'removed')
}

function planEntry(
  context: ServiceContext,
  request: Request,
  savedId: string | null,
  planId: string,
): NewEntry {
  const by = actorOf(context)
  const { on, slots, nextSessionOn, heldVaccines } = request
  const body: SessionPlan = { on, slots, nextSessionOn, heldVaccines, byUserId: by.userId, byName: by.name }
  return savedId === null
    ? { noun: 'session-plan', recordId: planId, verb: 'recorded', body }
    : { noun: 'session-plan', recordId: planId, verb: 'updated', body }
}

type Asked = {
  readonly facts: PlanFacts
  readonly planId: string
  readonly request: Request
  readonly slot: PlanSlot
  readonly origin: Invitation['origin']
  readonly personId: string
  readonly known: Stored<Invitation> | null
}

/** Writes who is asked for what and when; what stands already is not written again. */
function invite(context: ServiceContext, asked: Asked): void {
  const { facts, planId, request, slot, origin, known } = asked
  const { on, heldVaccines } = request
  const person = personOrRefuse(context, asked.personId)
  assertFollowed(context, person.id, on)
  const doses = dosesDue(context, facts, person, on)
    .filter(({ vaccineCode }) => vaccineCode === null || !heldVaccines.includes(vaccineCode))
    .map(({ status: _status, daysLate: _daysLate, ...dose }): InvitedDose => dose)
  const appointmentId = appoint(context, { personId: person.id, on, slot, doses })
  const body: Invitation = {
    planId,
    personId: person.id,
    on,
    slot: slot.slot,
    time: slot.time,
    appointmentId,
    origin: known?.origin ?? origin,
    doses,
    hamlet: placeOf(person).hamlet,
    ageMonths: Math.max(0, monthsBetween(person.birthDate, on)),
    status: 'invited',
    removedBecause: null,
  }
  if (known === null)
    context.write([{ noun: 'invitation', recordId: context.newId(), verb: 'recorded', body }])
  else if (!isSame(known, body))
    context.write([{ noun: 'invitation', recordId: known.id, verb: 'updated', body }])
}

type Meeting = {
  readonly personId: string
  readonly on: Invitation['on']
  readonly slot: Pick<PlanSlot, 'slot' | 'time'>
  readonly doses: readonly InvitedDose[]
}

/** The appointment of a person that day: the one there is, brought up to date, or a new one in the place of later ones. */
export function appoint(context: ServiceContext, { personId, on, slot, doses }: Meeting): string {
  const { store, today } = context
  const all = store.visits.appointmentsOf(personId)
  const standing = all.find(appointment => appointment.on === on && appointment.status !== 'cancelled')
  const promised = store.plans.promisedAppointments(personId, today)
  const others = all.filter(
    appointment =>
      appointment.status === 'planned' &&
      appointment.id !== standing?.id &&
      appointment.on >= today &&
      !promised.includes(appointment.id),
  )
  // What was agreed at the last visit stays on the slip where the forecast has nothing to say.
  const labels = doses.length === 0 ? (standing?.labels ?? []) : doses.map(({ label }) => label).slice(0, 12)
  const body = { slot: slot.slot, time: slot.time, labels }
  context.write(
    others.map(
      ({ id }): NewEntry => ({
        noun: 'appointment',
        recordId: id,
        verb: 'updated',
        body: { status: 'cancelled' },
      }),
    ),
  )
  if (standing) {
    if (!isSame(standing, body))
      context.write([{ noun: 'appointment', recordId: standing.id, verb: 'updated', body }])
    return standing.id
  }
  const appointmentId = context.newId()
  context.write([
    {
      noun: 'appointment',
      recordId: appointmentId,
      verb: 'recorded',
      body: { personId, on, ...body, status: 'planned' },
    },
  ])
  return appointmentId
}

/** Takes somebody out of the plan: the invitation stays with the reason, the appointment is cancelled. */
function remove(
  context: ServiceContext,
  known: Stored<Invitation> | null,
  personId: string,
  on: Invitation['on'],
  reason: string,
): void {
  const { store } = context
  if (store.records.list('visit', { person_id: personId, session_on: on }, 'ticket').length > 0)
    refuse('plan.already-here', { personId })
  const appointments = store.visits
    .appointmentsOf(personId)
    .filter(appointment => appointment.on === on && appointment.status === 'planned')
  context.write(
    appointments.map(
      ({ id }): NewEntry => ({
        noun: 'appointment',
        recordId: id,
        verb: 'updated',
        body: { status: 'cancelled' },
      }),
    ),
  )
  if (known?.status !== 'invited') return
  const body = { status: 'removed' as const, removedBecause: reason }
  context.write([{ noun: 'invitation', recordId: known.id, verb: 'updated', body }])
}

function isSame<T extends object>(known: T, body: Partial<T>): boolean {
  return Object.entries(body).every(
    ([field, value]) => canonicalJson(value) === canonicalJson(known[field as keyof T] ?? null),
  )
}
