import {
  type CallScreenLane,
  type CallScreenView,
  callVisit,
  getCallScreen,
  setWaitLimit,
} from '../../../src/contract/queue-calls'
import { displayName } from '../../../src/domain/person/display-name'
import { type CallStage, calledName, type QueueCall } from '../../../src/domain/session/queue'
import { sessionStanding } from '../../../src/domain/session/session-day'
import type { Visit } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import { actorOf, type ServiceContext, serve } from '../service'
import { changesOf } from './session-day'
import { visitOfToday } from './visit-state'

/** How many of those who come after stand below the one who is called. */
const shownNext = 4

const callStages = ['screening', 'injection', 'observation'] as const satisfies readonly CallStage[]

/** Calls a number. Only who waits in a lane today can be called, so the screen never calls somebody who has gone. */
export const callVisitService = serve(callVisit, (context, { visitId }) => {
  const visit = visitOfToday(context, visitId, callStages)
  const { userId, name } = actorOf(context)
  const before = callsToday(context).filter(call => call.visitId === visitId && call.stage === visit.stage)
  context.write([
    {
      noun: 'queue-call',
      recordId: context.newId(),
      verb: 'recorded',
      body: {
        personId: visit.personId,
        visitId,
        on: visit.sessionOn,
        stage: visit.stage as CallStage,
        ticket: visit.ticket,
        at: context.at,
        byUserId: userId,
        byName: name,
      },
    },
  ])
  return { ticket: visit.ticket, calls: before.length + 1 }
})

export const setWaitLimitService = serve(setWaitLimit, (context, { minutes }) => {
  const point = context.store.point()
  if (!point) throw new Error('nobody signs in before the point is set up')
  const body = { waitLimitMinutes: minutes }
  context.write([{ noun: 'point', recordId: point.id, verb: 'updated', body }])
  return {}
})

function callsToday({ store, today }: ServiceContext): readonly Stored<QueueCall>[] {
  return store.records.list('queue-call', { on_day: today }, 'created_stamp')
}

export const getCallScreenService = serve(getCallScreen, (context): CallScreenView => {
  const { store, today, at, mode } = context
  const visits = store.visits.listOn(today)
  const calls = callsToday(context)
  const newest = calls.findLast(call => isStillThere(call, visits)) ?? null
  return {
    on: today,
    now: at,
    pointName: store.point()?.name ?? '',
    mode,
    state: sessionStanding(changesOf(context, today)).state,
    lanes: callStages.map(stage => laneOf(context, stage, visits, calls)),
    newest: newest && {
      callId: newest.id,
      stage: newest.stage,
      ticket: newest.ticket,
      name: nameOf(context, newest.personId),
    },
  }
})

/** A call holds until the step is saved; then the card has moved on. */
function isStillThere(call: QueueCall, visits: readonly Stored<Visit>[]): boolean {
  return visits.some(({ id, stage }) => id === call.visitId && stage === call.stage)
}

function laneOf(
  context: ServiceContext,
  stage: CallStage,
  visits: readonly Stored<Visit>[],
  calls: readonly Stored<QueueCall>[],
): CallScreenLane {
  const waiting = visits.filter(visit => visit.stage === stage)
  const called = calls.findLast(call => call.stage === stage && isStillThere(call, waiting)) ?? null
  const next = stage === 'observation' ? [] : waiting.filter(({ id }) => id !== called?.visitId)
  return {
    stage,
    called: called && {
      ticket: called.ticket,
      name: nameOf(context, called.personId),
      at: called.at,
      calls: calls.filter(({ visitId, stage: to }) => visitId === called.visitId && to === stage).length,
    },
    next: next
      .slice(0, shownNext)
      .map(({ ticket, personId }) => ({ ticket, name: nameOf(context, personId) })),
    waiting: waiting.length,
  }
}

function nameOf({ store }: ServiceContext, personId: string): string {
  const person = store.records.find('person', personId)
  return person ? calledName(displayName(person)) : ''
}
