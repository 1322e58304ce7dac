import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { Role } from '../domain/point/point'
import { type NoShowReason, noShowReasons } from '../domain/session/queue'
import type { LotUse, SessionFigures } from '../domain/session/session-closing'
import type { SessionStanding } from '../domain/session/session-day'
import type { Reaction, Stage, Visit } from '../domain/session/visit'
import { defineCall, typed } from './call'
import { calendarDay, id, line } from './values'

/** Roles that may sign a day. */
export const closingRoles = ['screener', 'vaccinator', 'head', 'admin'] as const satisfies readonly Role[]

type Named = { readonly personId: string; readonly displayName: string }

/** Everything there is to settle before a day is signed, and what was signed. */
export type ClosingView = SessionStanding & {
  readonly on: CalendarDay
  readonly figures: SessionFigures
  /** Still in a lane. */
  readonly inside: readonly (Named & {
    readonly visitId: string
    readonly ticket: number
    readonly stage: Exclude<Stage, 'done'>
  })[]
  readonly noShows: readonly (Named & {
    readonly birthDate: CalendarDay
    readonly hamlet: string | null
    readonly phone: string | null
    readonly labels: readonly string[]
    /** Why; null until somebody wrote it. */
    readonly reason: NoShowReason | null
    readonly note: string | null
  })[]
  readonly came: readonly (Named & {
    readonly visitId: string
    readonly ticket: number
    readonly outcome: Visit['outcome']
    readonly outcomeNote: string | null
    readonly given: readonly string[]
  })[]
  readonly lots: readonly (LotUse & { readonly vaccine: string })[]
  /** Open vials that must not be used after the session. */
  readonly openVials: readonly {
    readonly vialId: string
    readonly lotId: string
    readonly lotNumber: string
    readonly vaccine: string
    readonly left: number
  }[]
  readonly reactions: readonly (Named & { readonly reactionId: string } & Pick<
      Reaction,
      'kind' | 'signs' | 'outcome'
    >)[]
  readonly signers: readonly { readonly userId: string; readonly name: string; readonly role: Role }[]
  /** An earlier day with visits that nobody has closed; null when there is none. */
  readonly unclosedBefore: CalendarDay | null
}

export const getClosing = defineCall({
  name: 'session.get-closing',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ on: calendarDay.nullable() }),
  response: typed<ClosingView>(),
  errors: [],
})

/** Writes why people with an appointment did not come, several at once. Asked again, the newer answer counts. */
export const recordNoShows = defineCall({
  name: 'session.record-no-shows',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({
    on: calendarDay,
    personIds: z.array(id).min(1).max(500),
    reason: z.enum(noShowReasons),
    note: line(300).nullable(),
  }),
  response: z.strictObject({}),
  errors: ['session.not-expected', 'session.closed', 'reason.missing'],
})

/**
 * Checks the PIN of whoever signs, as signing in does, without signing them in. The answer is good for two minutes and one
 * closing.
 */
export const signSession = defineCall({
  name: 'session.sign',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ userId: z.uuid(), pin: z.string().max(20) }),
  response: z.strictObject({ signatureId: id }),
  errors: ['user.wrong-pin', 'user.locked-out', 'session.may-not-sign'],
})

const count = z.int().min(0).max(10_000)

/** Closes and signs a day. Nobody may be in a lane, every no-show and every missing dose has its reason. */
export const closeSession = defineCall({
  name: 'session.close',
  kind: 'write',
  servedBy: 'engine',
  audience: closingRoles,
  request: z.strictObject({
    on: calendarDay,
    lots: z
      .array(z.strictObject({ lotId: id, vials: count, left: count, differsBecause: line(300).nullable() }))
      .max(200),
    note: line(1000).nullable(),
    signatureId: id,
  }),
  response: z.strictObject({}),
  errors: [
    'session.closed',
    'session.in-future',
    'session.people-inside',
    'session.no-show-unexplained',
    'session.vial-open',
    'session.lot-unexplained',
    'session.lot-not-counted',
    'session.signature-old',
  ],
})
