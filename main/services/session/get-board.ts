import { type Board, type BoardCard, getBoard, getVisit } from '../../../src/contract/visit-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { displayName } from '../../../src/domain/person/display-name'
import { defaultWaitLimitMinutes } from '../../../src/domain/session/queue'
import { sessionStanding } from '../../../src/domain/session/session-day'
import type { Stage, Visit } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import { dayOfDeath } from '../family/residence'
import { chartOf } from '../immunization/chart'
import { type ServiceContext, serve } from '../service'
import { callKey, callsOf, neverCalled } from './calls-of'
import { observedTime, tellingJumps } from './observed-time'
import { changesOf } from './session-day'
import { visitOrRefuse } from './visit-state'

export const getBoardService = serve(getBoard, (context, { on }): Board => {
  const sessionOn = on ?? context.today
  const visits = context.store.visits.listOn(sessionOn)
  const calls = callsOf(context, sessionOn)
  const lane = (stage: Stage) =>
    visits
      .filter(visit => visit.stage === stage)
      .map(visit => {
        const called = calls.get(callKey(visit.id, stage))
        return { ...cardOf(context, visit, sessionOn), ...(called ?? neverCalled) }
      })
  const expected = expectedCards(context, sessionOn)
  return {
    on: sessionOn,
    now: context.at,
    standing: standingOf(context, sessionOn),
    waitLimitMinutes: context.store.point()?.waitLimitMinutes ?? defaultWaitLimitMinutes,
    clockJumps: tellingJumps(context, twelveHoursMs).map(({ at, byMs, stamp }) => ({ at, byMs, stamp })),
    figures: figuresOf(visits, expected.length),
    expected,
    screening: lane('screening'),
    injection: lane('injection'),
    observation: lane('observation'),
    done: lane('done').toReversed(),
  }
})

/** How long a jump of the clock is told, in ms: as long as a session lasts. */
const twelveHoursMs = 12 * 3_600_000

function standingOf(context: ServiceContext, on: CalendarDay): Board['standing'] {
  const { state, because } = sessionStanding(changesOf(context, on))
  return { state, reason: because?.reason ?? null, by: because?.byName ?? null }
}

function figuresOf(visits: readonly Stored<Visit>[], expected: number): Board['figures'] {
  const waits = visits.flatMap(visit =>
    visit.injectedAt ? [(Date.parse(visit.injectedAt) - Date.parse(visit.openedAt)) / 60_000] : [],
  )
  const count = (outcomes: readonly Visit['outcome'][]) =>
    visits.filter(visit => outcomes.includes(visit.outcome)).length
  return {
    invited: expected + visits.length,
    arrived: visits.length,
    vaccinated: count(['vaccinated']),
    deferred: count(['deferred', 'contraindicated']),
    referred: count(['referred']),
    averageWaitMinutes:
      waits.length === 0 ? null : Math.round(waits.reduce((sum, wait) => sum + wait, 0) / waits.length),
  }
}

/** People with an appointment who have not come: nobody who has a visit today. */
function expectedCards(context: ServiceContext, on: CalendarDay): readonly BoardCard[] {
  return context.store.visits
    .appointmentsOn(on)
    .filter(appointment => appointment.status === 'planned')
    .flatMap((appointment): readonly BoardCard[] => {
      const person = context.store.records.find('person', appointment.personId)
      if (!person || person.voided || dayOfDeath(context, person.id)) return []
      const blank = blankCard(person.id, displayName(person), person.birthDate)
      return [{ ...blank, hamlet: person.addresses.current?.hamlet ?? null, labels: appointment.labels }]
    })
}

function blankCard(personId: string, name: string, birthDate: CalendarDay): BoardCard {
  return {
    personId,
    visitId: null,
    ticket: null,
    displayName: name,
    birthDate,
    hamlet: null,
    openedAt: null,
    since: null,
    labels: [],
    temperatureC: null,
    outcome: null,
    outcomeNote: null,
    observeUntil: null,
    reactions: 0,
    nextOn: null,
    ...neverCalled,
  }
}

function cardOf(context: ServiceContext, visit: Stored<Visit>, on: CalendarDay): BoardCard {
  const { store } = context
  const person = store.records.find('person', visit.personId)
  if (!person) throw new Error('a visit belongs to a person')
  const screening = store.records.list('screening', { visit_id: visit.id }, 'created_stamp').at(-1)
  const labels =
    visit.stage === 'screening' || visit.stage === 'injection'
      ? chartOf(context, visit.personId, person, on).today.map(due => due.label.vi)
      : givenLabels(context, visit.id)
  return {
    ...blankCard(visit.personId, displayName(person), person.birthDate),
    visitId: visit.id,
    ticket: visit.ticket,
    hamlet: person.addresses.current?.hamlet ?? null,
    openedAt: visit.openedAt,
    since: visit.closedAt ?? visit.injectedAt ?? visit.screenedAt ?? visit.openedAt,
    labels,
    temperatureC: screening?.temperatureC ?? null,
    outcome: visit.outcome,
    outcomeNote: visit.outcomeNote,
    observeUntil: visit.stage === 'observation' ? (observedTime(context, visit)?.until ?? null) : null,
    reactions: store.records.list('reaction', { visit_id: visit.id }, 'id').length,
    nextOn: store.visits.nextAppointment(visit.personId, on)?.on ?? null,
  }
}

function givenLabels({ store, resources }: ServiceContext, visitId: string): readonly string[] {
  return store.records
    .list('dose', { visit_id: visitId }, 'created_stamp')
    .map(dose => resources.vaccines.get(dose.vaccineCode)?.shortName ?? dose.vaccineCode)
}

export const getVisitService = serve(getVisit, (context, { visitId }) => {
  const { store } = context
  const {
    id,
    voided: _v,
    versions: _n,
    createdAt: _c,
    changedAt: _ch,
    ...visit
  } = visitOrRefuse(context, visitId)
  const screening = store.records.list('screening', { visit_id: id }, 'created_stamp').at(-1) ?? null
  return {
    ...visit,
    visitId: id,
    screening,
    doseIds: store.records.list('dose', { visit_id: id }, 'created_stamp').map(dose => dose.id),
    reactions: store.records
      .list('reaction', { visit_id: id }, 'created_stamp')
      .map(reaction => ({ ...reaction, reactionId: reaction.id })),
    appointment: store.visits.nextAppointment(visit.personId, visit.sessionOn),
  }
})
