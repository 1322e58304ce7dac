import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { SessionChange, SessionStanding } from '../domain/session/session-day'
import { defineCall, typed } from './call'
import { calendarDay, reason } from './values'

export type SessionDayView = SessionStanding & {
  readonly on: CalendarDay
  /** Everything that happened to the day, oldest first. */
  readonly changes: readonly SessionChange[]
}

/** What a session day is now: open, stopped or closed, and by whom; null asks for today. */
export const getSessionDay = defineCall({
  name: 'session.get-day',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ on: calendarDay.nullable() }),
  response: typed<SessionDayView>(),
  errors: [],
})

/** Stops today's session: nobody is taken in or vaccinated until the head opens it again. */
export const stopSession = defineCall({
  name: 'session.stop',
  kind: 'write',
  servedBy: 'engine',
  audience: ['screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({ reason }),
  response: z.strictObject({}),
  errors: ['session.stopped', 'session.closed', 'reason.missing'],
})

/** Opens a stopped or closed day again, with the reason. */
export const reopenSession = defineCall({
  name: 'session.reopen',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({ on: calendarDay, reason }),
  response: z.strictObject({}),
  errors: ['session.already-open', 'reason.missing'],
})
