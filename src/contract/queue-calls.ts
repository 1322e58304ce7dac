import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { CallStage } from '../domain/session/queue'
import type { SessionState } from '../domain/session/session-day'
import { defineCall, typed } from './call'
import { id } from './values'

/** Calls whoever waits to the step they wait for: on the call screen, with the chime. Again calls again. */
export const callVisit = defineCall({
  name: 'queue.call',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({ visitId: id }),
  response: z.strictObject({ ticket: z.int(), calls: z.int() }),
  errors: ['visit.not-found', 'visit.wrong-stage'],
})

/** How long somebody may wait for one step before the queue says so. */
export const setWaitLimit = defineCall({
  name: 'queue.set-wait-limit',
  kind: 'write',
  servedBy: 'engine',
  audience: ['head', 'admin'],
  request: z.strictObject({ minutes: z.int().min(5).max(240) }),
  response: z.strictObject({}),
  errors: [],
})

/** Somebody on the call screen: the number they hold, and no more of the name than a neighbour needs to hear. */
export type CalledPerson = { readonly ticket: number; readonly name: string }

export type CallScreenLane = {
  readonly stage: CallStage
  /** Called last in this lane and still there. */
  readonly called: (CalledPerson & { readonly at: Instant; readonly calls: number }) | null
  /** Who comes after, in order: a few. */
  readonly next: readonly CalledPerson[]
  readonly waiting: number
}

export type CallScreenView = {
  readonly on: CalendarDay
  readonly now: Instant
  readonly pointName: string
  readonly mode: 'real' | 'practice'
  readonly state: SessionState
  readonly lanes: readonly CallScreenLane[]
  /** The newest call of all lanes: another one is shown large and chimes. */
  readonly newest: (CalledPerson & { readonly callId: string; readonly stage: CallStage }) | null
}

/** Everything the call screen shows. Anyone may ask: it hangs on the wall, and works on while users change. */
export const getCallScreen = defineCall({
  name: 'queue.get-call-screen',
  kind: 'read',
  servedBy: 'engine',
  audience: 'anyone',
  request: z.strictObject({}),
  response: typed<CallScreenView>(),
  errors: [],
})

/** Opens the call screen, full on the second monitor when there is one; open, it comes to the front. */
export const openCallScreen = defineCall({
  name: 'queue.open-call-screen',
  kind: 'read',
  servedBy: 'main',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({}),
  response: z.strictObject({ onSecond: z.boolean() }),
  errors: [],
})
