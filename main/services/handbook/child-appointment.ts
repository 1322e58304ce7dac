import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { childVisitLabel, isChildVisitOnly } from '../../../src/domain/child/next-visit'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { Appointment } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

/** What a check does to the appointments of its child. */
export type Arranged = { readonly entries: readonly NewEntry[]; readonly appointmentId: string | null }

/**
 * Arranges the next look at a child. Where an appointment for doses is on that day already, the child comes once; appointments
 * for doses on other days stay. The one that was kept by this check is kept, an older day that was arranged is given up.
 */
export function arrangeNext(
  context: ServiceContext,
  personId: string,
  check: { readonly checkedOn: CalendarDay; readonly nextVisitOn: CalendarDay | null },
): Arranged {
  const planned = plannedOf(context, personId)
  const nextOn = check.nextVisitOn !== null && check.nextVisitOn > context.today ? check.nextVisitOn : null
  const own = planned.filter(isChildVisitOnly)
  const kept = own.filter(({ on }) => on <= check.checkedOn).map(({ id }) => changed(id, { status: 'kept' }))
  if (nextOn === null) return { entries: kept, appointmentId: null }
  const givenUp = own.filter(({ on }) => on > check.checkedOn && on !== nextOn)
  const entries = [...kept, ...givenUp.map(({ id }) => changed(id, { status: 'cancelled' }))]
  const there = planned.find(({ on }) => on === nextOn)
  if (there) return { entries: [...entries, ...labelled(there)], appointmentId: there.id }
  const appointmentId = context.newId()
  const body: Appointment = {
    personId,
    on: nextOn,
    slot: 'all-day',
    time: null,
    labels: [childVisitLabel],
    status: 'planned',
  }
  return {
    entries: [...entries, { noun: 'appointment', recordId: appointmentId, verb: 'recorded', body }],
    appointmentId,
  }
}

/** Takes an arranged day back: the check that arranged it was wrong, or arranges another one. */
export function giveUpDay(
  context: ServiceContext,
  personId: string,
  nextOn: CalendarDay,
): readonly NewEntry[] {
  return plannedOf(context, personId)
    .filter(({ on, labels }) => on === nextOn && labels.includes(childVisitLabel))
    .map(appointment =>
      isChildVisitOnly(appointment)
        ? changed(appointment.id, { status: 'cancelled' })
        : changed(appointment.id, { labels: appointment.labels.filter(label => label !== childVisitLabel) }),
    )
}

function plannedOf({ store }: ServiceContext, personId: string): readonly Stored<Appointment>[] {
  return store.visits.appointmentsOf(personId).filter(({ status }) => status === 'planned')
}

function labelled({ id, labels }: Stored<Appointment>): readonly NewEntry[] {
  return labels.includes(childVisitLabel) ? [] : [changed(id, { labels: [...labels, childVisitLabel] })]
}

function changed(recordId: string, body: Partial<Appointment>): NewEntry {
  return { noun: 'appointment', recordId, verb: 'updated', body }
}
