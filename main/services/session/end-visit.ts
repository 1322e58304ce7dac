import type { RequestOf } from '../../../src/contract/call'
import { refuse } from '../../../src/contract/errors'
import { finishObservation, leaveVisit, recordReaction } from '../../../src/contract/visit-calls'
import { daysBetween, vietnamTimeOf } from '../../../src/domain/calendar/calendar-day'
import { isChildVisitOnly } from '../../../src/domain/child/next-visit'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { noteReaction } from '../aefi/note-reaction'
import { isAntenatal } from '../handbook/pregnancy-parts'
import { type ServiceContext, serve } from '../service'
import { observedTime } from './observed-time'
import { visitInStage } from './visit-state'

/** Somebody leaves before the injection; why is kept. */
export const leaveVisitService = serve(leaveVisit, (context, { visitId, note }) => {
  visitInStage(context, visitId, ['screening', 'injection'])
  if (!note) refuse('reason.missing', {}, 'note')
  context.write([
    {
      noun: 'visit',
      recordId: visitId,
      verb: 'updated',
      body: { stage: 'done', closedAt: context.at, outcome: 'left', outcomeNote: note },
    },
  ])
  return {}
})

/** Sends somebody home. Thông tư 13/2026 Art. 12(2)(c): not before 30 minutes, unless a reason is written down. */
export const finishObservationService = serve(finishObservation, (context, request) => {
  const { visitId, earlyBecause, next } = request
  const visit = visitInStage(context, visitId, ['observation'])
  const observed = observedTime(context, visit)
  if (hasOpenSevereReaction(context, visitId)) refuse('visit.severe-reaction-open')
  if (observed && observed.leftMs > 0 && !earlyBecause)
    refuse('visit.observation-not-over', {
      left: Math.ceil(observed.leftMs / 60_000),
      until: vietnamTimeOf(observed.until),
    })
  if (next && daysBetween(context.today, next.on) < 1) refuse('contract.bad-request', {}, 'next.on')
  const appointmentId = next ? context.newId() : null
  const closed: NewEntry = {
    noun: 'visit',
    recordId: visitId,
    verb: 'updated',
    body: { stage: 'done', closedAt: context.at, ...(earlyBecause ? { outcomeNote: earlyBecause } : {}) },
  }
  context.write([closed, ...appointmentEntries(context, visit.personId, next, appointmentId)])
  return { appointmentId }
})

export type NextVisit = NonNullable<RequestOf<typeof finishObservation>['next']>

/** The new appointment takes the place of those still planned for doses; a day arranged to weigh a child stays. */
export function appointmentEntries(
  context: ServiceContext,
  personId: string,
  next: NextVisit | null,
  appointmentId: string | null,
): readonly NewEntry[] {
  if (!next || !appointmentId) return []
  // The day a child was promised because no vial was opened stays: whoever makes the usual appointment does not see it.
  const promised = context.store.plans.promisedAppointments(personId, context.today)
  const cancelled = context.store.visits
    .appointmentsOf(personId)
    .filter(appointment => appointment.status === 'planned' && !promised.includes(appointment.id))
    // An antenatal visit and a child's check are other appointments, which a dose does not replace.
    .filter(appointment => !isAntenatal(appointment) && !isChildVisitOnly(appointment))
    .map(
      (appointment): NewEntry => ({
        noun: 'appointment',
        recordId: appointment.id,
        verb: 'updated',
        body: { status: 'cancelled' },
      }),
    )
  const body = { personId, ...next, status: 'planned' as const }
  return [...cancelled, { noun: 'appointment', recordId: appointmentId, verb: 'recorded', body }]
}

/** True while the newest severe reaction of the visit has no outcome yet. */
function hasOpenSevereReaction({ store }: ServiceContext, visitId: string): boolean {
  const severe = store.records
    .list('reaction', { visit_id: visitId }, 'created_stamp')
    .filter(({ kind, outcome }) => kind === 'severe' || outcome === 'recovered' || outcome === 'referred')
  const newest = severe.at(-1)
  return newest?.kind === 'severe' && newest.outcome === 'observing'
}

/** Notes a reaction at the doses of the visit, under observation or after it, when the family calls. */
export const recordReactionService = serve(recordReaction, (context, { visitId, ...reaction }) => {
  const visit = visitInStage(context, visitId, ['observation', 'done'])
  const doses = context.store.records.list('dose', { visit_id: visitId }, 'created_stamp')
  return noteReaction(context, {
    ...reaction,
    personId: visit.personId,
    visitId,
    doseIds: doses.map(dose => dose.id),
    onsetAt: context.at,
    onsetAccuracy: null,
    reportedBy: null,
  })
})
