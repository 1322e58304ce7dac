import { refuse } from '../../../src/contract/errors'
import { giveNextSession } from '../../../src/contract/plan-calls'
import { monthsBetween } from '../../../src/domain/calendar/age'
import type { Invitation } from '../../../src/domain/session-plan/plan'
import { cannotWait } from '../../../src/domain/session-plan/vial-decision'
import { personOrRefuse } from '../person/person-or-refuse'
import { type ServiceContext, serve } from '../service'
import { planFacts } from './plan-facts'
import { dosesDue, placeOf } from './plan-lines'
import { appoint } from './save-plan'

/**
 * Writes an appointment at the next session for each child no vial is opened for. Refused for a child who would be too old by
 * then, or who was sent home for this vaccine before: for them the vial is opened.
 */
export const giveNextSessionService = serve(giveNextSession, (context, request) => {
  const { vaccineCode, personIds, nextSessionOn } = request
  if (nextSessionOn <= context.today) refuse('plan.bad-next-session', { on: context.today }, 'nextSessionOn')
  for (const personId of new Set(personIds)) sendToNext(context, personId, vaccineCode, nextSessionOn)
  return { appointments: new Set(personIds).size }
})

function sendToNext(
  context: ServiceContext,
  askedId: string,
  vaccineCode: string,
  on: Invitation['on'],
): void {
  const { store, today } = context
  const person = personOrRefuse(context, askedId)
  const dose = dosesDue(context, planFacts(context, today), person, today).find(
    each => each.vaccineCode === vaccineCode,
  )
  const earlier = store.plans.invitationsOf(person.id)
  const turnedAway = earlier.filter(
    ({ origin, doses }) => origin === 'sent-home' && doses.some(each => each.vaccineCode === vaccineCode),
  ).length
  const child = { personId: person.id, inTimeUntil: null, latestOn: dose?.latestOn ?? null, turnedAway }
  if (!dose || cannotWait(child, { nextSessionOn: on })) refuse('plan.cannot-wait', { personId: person.id })
  const plan = store.plans.planOn(on)
  const slot = plan?.slots[0] ?? { slot: 'morning' as const, time: null }
  const { status: _status, daysLate: _daysLate, ...asked } = dose ?? refuse('plan.cannot-wait')
  const appointmentId = appoint(context, { personId: person.id, on, slot, doses: [asked] })
  const standing = store.plans.invitationsOn(on).find(({ personId }) => personId === person.id)
  const body: Invitation = {
    planId: plan?.id ?? null,
    personId: person.id,
    on,
    slot: slot.slot,
    time: slot.time,
    appointmentId,
    origin: 'sent-home',
    doses: [asked],
    hamlet: placeOf(person).hamlet,
    ageMonths: Math.max(0, monthsBetween(person.birthDate, on)),
    status: 'invited',
    removedBecause: null,
  }
  context.write([
    standing
      ? { noun: 'invitation', recordId: standing.id, verb: 'updated', body }
      : { noun: 'invitation', recordId: context.newId(), verb: 'recorded', body },
  ])
}
