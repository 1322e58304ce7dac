import { type ClosingView, closingRoles, getClosing } from '../../../src/contract/close-calls'
import { addDays, type CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { displayName } from '../../../src/domain/person/display-name'
import type { SessionFigures } from '../../../src/domain/session/session-closing'
import { sessionStanding } from '../../../src/domain/session/session-day'
import type { Reaction, Visit } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import { type ServiceContext, serve } from '../service'
import { absentOn } from './no-shows'
import { changesOf } from './session-day'
import { usedLots, vialsToClose } from './session-usage'

/** Days after which nobody is asked any more to close an old day. */
const oldestUnclosedDays = 14

export const getClosingService = serve(getClosing, (context, { on }): ClosingView => {
  const day = on ?? context.today
  const visits = context.store.visits.listOn(day)
  const reactions = reactionsOf(context, visits)
  return {
    on: day,
    ...sessionStanding(changesOf(context, day)),
    figures: figuresOn(context, day),
    inside: visits.flatMap(({ id, personId, ticket, stage }) =>
      stage === 'done' ? [] : [{ visitId: id, ...named(context, personId), ticket, stage }],
    ),
    noShows: noShowsOf(context, day),
    came: cameOf(context, day, visits),
    lots: usedLots(context, day),
    openVials: vialsToClose(context, day),
    reactions: reactions.map(({ id, personId, kind, signs, outcome }) => ({
      reactionId: id,
      ...named(context, personId),
      kind,
      signs,
      outcome,
    })),
    signers: signersOf(context),
    unclosedBefore: unclosedBefore(context, day),
  }
})

/** The numbers of a day as the records have them now. */
export function figuresOn(context: ServiceContext, on: CalendarDay): SessionFigures {
  const visits = context.store.visits.listOn(on)
  const noShows = absentOn(context, on).length
  const reactions = reactionsOf(context, visits)
  const count = (outcome: Visit['outcome']) => visits.filter(visit => visit.outcome === outcome).length
  const kept = context.store.visits.appointmentsOn(on).filter(({ status }) => status === 'kept').length
  return {
    expected: kept + noShows,
    arrived: visits.length,
    vaccinated: count('vaccinated'),
    doses: context.store.sessions.givenOn(on).length,
    deferred: count('deferred'),
    contraindicated: count('contraindicated'),
    referred: count('referred'),
    left: count('left'),
    noShows,
    commonReactions: reactions.filter(({ kind }) => kind !== 'severe').length,
    severeReactions: reactions.filter(({ kind }) => kind === 'severe').length,
  }
}

function reactionsOf(
  { store }: ServiceContext,
  visits: readonly Stored<Visit>[],
): readonly Stored<Reaction>[] {
  return visits.flatMap(({ id }) => store.records.list('reaction', { visit_id: id }, 'created_stamp'))
}

function named({ store }: ServiceContext, personId: string) {
  const person = store.records.find('person', personId)
  return { personId, displayName: person ? displayName(person) : '' }
}

function noShowsOf(context: ServiceContext, on: CalendarDay): ClosingView['noShows'] {
  return absentOn(context, on).map(({ person, appointment, noShow }) => ({
    personId: person.id,
    displayName: displayName(person),
    birthDate: person.birthDate,
    hamlet: person.addresses.current?.hamlet ?? null,
    phone: person.phone ?? person.relatives.find(relative => relative.phone)?.phone ?? null,
    labels: appointment.labels,
    reason: noShow?.reason ?? null,
    note: noShow?.note ?? null,
  }))
}

function cameOf(
  context: ServiceContext,
  on: CalendarDay,
  visits: readonly Stored<Visit>[],
): ClosingView['came'] {
  const given = new Map<string, string[]>()
  for (const { visitId, vaccineCode } of context.store.sessions.givenOn(on)) {
    const name = context.resources.vaccines.get(vaccineCode)?.shortName ?? vaccineCode
    given.set(visitId, [...(given.get(visitId) ?? []), name])
  }
  return visits
    .filter(({ stage }) => stage === 'done')
    .map(({ id, personId, ticket, outcome, outcomeNote }) => ({
      visitId: id,
      ...named(context, personId),
      ticket,
      outcome,
      outcomeNote,
      given: given.get(id) ?? [],
    }))
}

function signersOf({ store }: ServiceContext): ClosingView['signers'] {
  return store.records
    .list('user', {}, 'created_stamp')
    .filter(({ active, role }) => active && closingRoles.some(allowed => allowed === role))
    .map(({ id, name, role }) => ({ userId: id, name, role }))
}

/** The newest earlier day with visits that was never closed. */
function unclosedBefore(context: ServiceContext, on: CalendarDay): CalendarDay | null {
  const days = context.store.sessions.daysBefore(on, addDays(on, -oldestUnclosedDays))
  return days.find(day => !changesOf(context, day).some(({ state }) => state === 'closed')) ?? null
}
