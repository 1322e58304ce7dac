import { type Problem, refuse, refuseAll } from '../../../src/contract/errors'
import {
  getSessionDay,
  reopenSession,
  type SessionDayView,
  stopSession as stopSessionCall,
} from '../../../src/contract/session-day-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import {
  type SessionChange,
  type SessionDay,
  sessionRefusals,
  sessionStanding,
  unansweredOf,
} from '../../../src/domain/session/session-day'
import { actorOf, type ServiceContext, serve } from '../service'

/** Every change of a day, oldest first. */
export function changesOf(
  { store }: Pick<ServiceContext, 'store'>,
  on: CalendarDay,
): readonly SessionChange[] {
  return store.records
    .list('session-day', { on_day: on }, 'created_stamp')
    .map(({ id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...change }) => ({
      changeId: id,
      ...change,
    }))
}

/** Why nobody is vaccinated on a day; empty while it is open. */
export function sessionProblems(context: Pick<ServiceContext, 'store'>, on: CalendarDay): readonly Problem[] {
  const refusals = sessionRefusals(sessionStanding(changesOf(context, on)))
  return refusals.map(({ code, ...params }) => ({ code, field: null, params }))
}

/** Refuses with `session.stopped` or `session.closed` unless people may be taken in and vaccinated on this day. */
export function refuseUnlessOpen(context: Pick<ServiceContext, 'store'>, on: CalendarDay): void {
  refuseAll(sessionProblems(context, on))
}

/**
 * Stops a session, inside the write that knows why. Every stop is kept, also on a day that is stopped already: each has
 * its reason, and opening again answers all of them. No vaccination until then.
 */
export function stopSession(context: ServiceContext, on: CalendarDay, reason: string): string {
  return writeChange(context, { on, state: 'stopped', reason, answers: [], closing: null })
}

/** Writes one change of a day in the name of who acts; answers its id. */
export function writeChange(
  context: ServiceContext,
  change: Pick<SessionDay, 'on' | 'state' | 'reason' | 'answers' | 'closing'>,
): string {
  const { userId, name, role } = actorOf(context)
  const changeId = context.newId()
  const body = { ...change, at: context.at, byUserId: userId, byName: name, byRole: role }
  context.write([{ noun: 'session-day', recordId: changeId, verb: 'recorded', body }])
  return changeId
}

export const stopSessionService = serve(stopSessionCall, (context, { reason }) => {
  const standing = sessionStanding(changesOf(context, context.today))
  if (standing.state !== 'open') refuseUnlessOpen(context, context.today)
  stopSession(context, context.today, reason)
  return {}
})

/** Opens a stopped or closed day again: what was stopped or signed stays readable, with the reason for going on. */
export const reopenSessionService = serve(reopenSession, (context, { on, reason }) => {
  const standing = unansweredOf(changesOf(context, on))
  if (standing.length === 0) refuse('session.already-open')
  const answers = standing.map(({ changeId }) => changeId)
  writeChange(context, { on, state: 'open', reason, answers, closing: null })
  return {}
})

export const getSessionDayService = serve(getSessionDay, (context, { on }): SessionDayView => {
  const day = on ?? context.today
  const changes = changesOf(context, day)
  return { on: day, ...sessionStanding(changes), changes }
})
