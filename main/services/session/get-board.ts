import { type Board, type BoardCard, getBoard, getVisit } from '../../../src/contract/visit-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { isOfAge } from '../../../src/domain/immunization/birth-dose-hours'
import { displayName } from '../../../src/domain/person/display-name'
import { defaultWaitLimitMinutes } from '../../../src/domain/session/queue'
import { sessionStanding } from '../../../src/domain/session/session-day'
import type { Stage, Visit } from '../../../src/domain/session/visit'
import type { Face } from '../../db/faces'
import type { Stored } from '../../db/record-store'
import { dayOfDeath } from '../family/residence'
import { waitsForBirthDose } from '../immunization/birth-dose'
import { dueOnCards } from '../immunization/due-labels'
import { type ServiceContext, serve } from '../service'
import { callKey, callsOf, neverCalled } from './calls-of'
import { observedTime, tellingJumps } from './observed-time'
import { changesOf } from './session-day'
import { visitOrRefuse } from './visit-state'

export const getBoardService = serve(
  getBoard,
  (context, { on }): Board => ({
    ...unchangedBoard(context, on ?? context.today),
    now: context.at,
    clockJumps: tellingJumps(context, twelveHoursMs).map(({ at, byMs, stamp }) => ({ at, byMs, stamp })),
  }),
)

type Kept = Omit<Board, 'now' | 'clockJumps'>

/** The last board of a store. Every screen asks for it after every save, and only the first of them makes it. */
const kept = new WeakMap<object, { readonly version: string; readonly board: Kept }>()

function unchangedBoard(context: ServiceContext, on: CalendarDay): Kept {
  const version = `${context.store.version()} ${on}`
  const known = kept.get(context.store)
  if (known?.version === version) return known.board
  const board = makeBoard(context, on)
  kept.set(context.store, { version, board })
  return board
}

function makeBoard(context: ServiceContext, sessionOn: CalendarDay): Kept {
  const visits = context.store.visits.listOn(sessionOn)
  const faces = context.store.persons.faces(visits.map(({ personId }) => personId))
  const calls = callsOf(context, sessionOn)
  const facts = factsOn(context, sessionOn)
  const lane = (stage: Stage) =>
    visits
      .filter(visit => visit.stage === stage)
      .map(visit => {
        const called = calls.get(callKey(visit.id, stage))
        return { ...cardOf(context, visit, faceOf(faces, visit.personId), facts), ...(called ?? neverCalled) }
      })
  const expected = expectedCards(context, sessionOn)
  return {
    on: sessionOn,
    standing: standingOf(context, sessionOn),
    waitLimitMinutes: context.store.point()?.waitLimitMinutes ?? defaultWaitLimitMinutes,
    figures: figuresOf(visits, expected.length),
    expected,
    screening: lane('screening'),
    injection: lane('injection'),
    observation: lane('observation'),
    done: lane('done').toReversed(),
  }
}

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
  const { store } = context
  const planned = store.visits.appointmentsOn(on).filter(({ status }) => status === 'planned')
  const faces = store.persons.faces(planned.map(({ personId }) => personId))
  const due = dueOnCards(context, on)
  return planned.flatMap(({ personId, labels }): readonly BoardCard[] => {
    const face = faces.get(personId)
    if (!face || face.isVoided || (face.hasResidence && dayOfDeath(context, face.personId))) return []
    const birthDose = birthDoseOf(context, face, on, due)
    return [{ ...blankCard(face.personId, face), labels, birthDose }]
  })
}

function faceOf(faces: ReadonlyMap<string, Face>, personId: string): Face {
  const face = faces.get(personId)
  if (!face) throw new Error('a visit belongs to a person')
  return face
}

/** The hours of a newborn's first dose; the whole record is only read where there may be some. */
function birthDoseOf(
  context: ServiceContext,
  face: Face,
  on: CalendarDay,
  due: ReturnType<typeof dueOnCards>,
): BoardCard['birthDose'] {
  if (!isOfAge(context.resources.birthDose, face.birthDate, on) || due(face).length === 0) return null
  const person = context.store.records.find('person', face.personId)
  return person && waitsForBirthDose(context, person, on, due(face))
}

function blankCard(personId: string, face: Face): BoardCard {
  return {
    personId,
    visitId: null,
    ticket: null,
    displayName: displayName(face),
    birthDate: face.birthDate,
    hamlet: face.hamlet,
    openedAt: null,
    since: null,
    labels: [],
    temperatureC: null,
    outcome: null,
    outcomeNote: null,
    observeUntil: null,
    reactions: 0,
    nextOn: null,
    birthDose: null,
    ...neverCalled,
  }
}

/** What the cards of a day say besides their visits and persons, read for all of them at once. */
function factsOn(context: ServiceContext, on: CalendarDay) {
  const { store, resources } = context
  const given = new Map<string, string[]>()
  for (const { visitId, vaccineCode } of store.sessions.givenOn(on)) {
    const name = resources.vaccines.get(vaccineCode)?.shortName ?? vaccineCode
    given.set(visitId, [...(given.get(visitId) ?? []), name])
  }
  const { temperaturesOn, reactionsOn, nextAppointmentsOn } = store.sessions
  return {
    on,
    due: dueOnCards(context, on),
    given,
    temperatures: temperaturesOn(on),
    reactions: reactionsOn(on),
    next: nextAppointmentsOn(on),
  }
}

function cardOf(
  context: ServiceContext,
  visit: Stored<Visit>,
  face: Face,
  { on, due, given, temperatures, reactions, next }: ReturnType<typeof factsOn>,
): BoardCard {
  const { id, stage, ticket, openedAt, outcome, outcomeNote } = visit
  const isWaiting = stage === 'screening' || stage === 'injection'
  return {
    ...blankCard(visit.personId, face),
    visitId: id,
    ticket,
    openedAt,
    since: visit.closedAt ?? visit.injectedAt ?? visit.screenedAt ?? openedAt,
    labels: isWaiting ? due(face).map(({ label }) => label.vi) : (given.get(id) ?? []),
    birthDose: isWaiting ? birthDoseOf(context, face, on, due) : null,
    temperatureC: temperatures.get(id) ?? null,
    outcome,
    outcomeNote,
    observeUntil: stage === 'observation' ? (observedTime(context, visit)?.until ?? null) : null,
    reactions: reactions.get(id) ?? 0,
    nextOn: next.get(id) ?? null,
  }
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
