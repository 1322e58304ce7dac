import { refuse } from '../../../src/contract/errors'
import { openVisit } from '../../../src/contract/visit-calls'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { observationMinutes } from '../../../src/domain/session/visit'
import { dayOfDeath } from '../family/residence'
import { serve } from '../service'
import { refuseUnlessOpen } from './session-day'

/** Checks somebody in: the next ticket of the day, and the appointment is kept. */
export const openVisitService = serve(openVisit, (context, { personId: askedId }) => {
  const { store, today, at } = context
  refuseUnlessOpen(context, today)
  const person = store.records.find('person', askedId)
  if (!person || person.voided) return refuse('person.not-found')
  const personId = person.id
  const died = dayOfDeath(context, personId)
  if (died !== null) refuse('visit.person-died', { on: died })
  const open = store.visits.findOpen(personId, today)
  if (open) refuse('visit.already-open', { ticket: open.ticket, visitId: open.id })
  const visitId = context.newId()
  const ticket = store.visits.nextTicket(today)
  const kept = store.visits
    .appointmentsOf(personId)
    .filter(appointment => appointment.status === 'planned' && appointment.on <= today)
  context.write([
    {
      noun: 'visit',
      recordId: visitId,
      verb: 'recorded',
      body: {
        personId,
        sessionOn: today,
        ticket,
        stage: 'screening',
        openedAt: at,
        screenedAt: null,
        injectedAt: null,
        observationMinutes,
        closedAt: null,
        outcome: null,
        outcomeNote: null,
      },
    },
    ...kept.map(
      (appointment): NewEntry => ({
        noun: 'appointment',
        recordId: appointment.id,
        verb: 'updated',
        body: { status: 'kept' },
      }),
    ),
  ])
  return { visitId, ticket }
})
