import { z } from 'zod'
import type { CalendarDay, Instant } from '../domain/calendar/calendar-day'
import type { BirthDoseWait } from '../domain/immunization/birth-dose-hours'
import type { Screening, ScreeningForm } from '../domain/screening/form'
import { conclusions, consentRelations, motherHbsagResults } from '../domain/screening/form'
import type { ClockJump } from '../domain/session/clock-guard'
import type { SessionStanding } from '../domain/session/session-day'
import type { Appointment, Reaction, Visit } from '../domain/session/visit'
import { defineCall, typed } from './call'
import { calendarDay, id, line } from './values'

/** A person in a lane of the board. */
export type BoardCard = {
  readonly personId: string
  readonly visitId: string | null
  readonly ticket: number | null
  readonly displayName: string
  readonly birthDate: CalendarDay
  readonly hamlet: string | null
  /** Arrival, for those who came. */
  readonly openedAt: Instant | null
  /** Since when the person waits in this lane. */
  readonly since: Instant | null
  readonly labels: readonly string[]
  readonly temperatureC: number | null
  readonly outcome: Visit['outcome']
  readonly outcomeNote: string | null
  /** When the observation may end. */
  readonly observeUntil: Instant | null
  readonly reactions: number
  readonly nextOn: CalendarDay | null
  /** A newborn whose hepatitis B birth dose is still to be given. */
  readonly birthDose: BirthDoseWait | null
  /** How often the person was called to the step they wait for, and when last. */
  readonly calls: number
  readonly calledAt: Instant | null
}

/** The session day: figures on top, lanes below. `expected` are those with an appointment who have not come. */
export type Board = {
  readonly on: CalendarDay
  readonly now: Instant
  /** Whether people may be taken in and vaccinated. */
  readonly standing: Pick<SessionStanding, 'state'> & {
    readonly reason: string | null
    readonly by: string | null
  }
  /** Minutes of waiting for one step after which the point looks at it. */
  readonly waitLimitMinutes: number
  /** Jumps of this PC's clock that whoever minds the timers should know of, newest first. */
  readonly clockJumps: readonly Pick<ClockJump, 'at' | 'byMs' | 'stamp'>[]
  readonly figures: {
    readonly invited: number
    readonly arrived: number
    readonly vaccinated: number
    readonly deferred: number
    readonly referred: number
    readonly averageWaitMinutes: number | null
  }
  readonly expected: readonly BoardCard[]
  readonly screening: readonly BoardCard[]
  readonly injection: readonly BoardCard[]
  readonly observation: readonly BoardCard[]
  readonly done: readonly BoardCard[]
}

export const getBoard = defineCall({
  name: 'session.get-board',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ on: calendarDay.nullable() }),
  response: typed<Board>(),
  errors: [],
})

export type VisitView = Visit & {
  readonly visitId: string
  readonly screening: Screening | null
  readonly doseIds: readonly string[]
  readonly reactions: readonly (Reaction & { readonly reactionId: string })[]
  readonly appointment: Appointment | null
}

export const getVisit = defineCall({
  name: 'visit.get',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ visitId: id }),
  response: typed<VisitView>(),
  errors: ['visit.not-found'],
})

/** Puts a person into today's queue with the next ticket number. */
export const openVisit = defineCall({
  name: 'visit.open',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({ personId: id }),
  response: z.strictObject({ visitId: id, ticket: z.int() }),
  errors: [
    'person.not-found',
    'visit.already-open',
    'visit.person-died',
    'session.stopped',
    'session.closed',
  ],
})

/** The checklist that fits the person's age today and the kind of point. */
export const getScreeningForm = defineCall({
  name: 'screening.get-form',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id }),
  response: typed<ScreeningForm>(),
  errors: ['person.not-found', 'screening.no-form'],
})

const itemAnswer = z.strictObject({
  yes: z.boolean(),
  detail: line(500).nullable(),
  causes: z
    .array(
      z.strictObject({
        code: z.string().max(60),
        on: calendarDay.nullable(),
        antigens: z.array(z.string().max(60)).max(40),
      }),
    )
    .max(12)
    .optional(),
})

/** Signs the checklist. The rule proposes, the signer decides; deciding otherwise needs a reason. */
export const signScreening = defineCall({
  name: 'screening.sign',
  kind: 'write',
  servedBy: 'engine',
  audience: ['screener', 'head', 'admin'],
  request: z.strictObject({
    visitId: id,
    formId: z.string().max(60),
    formVersion: z.string().max(20),
    temperatureC: z.number(),
    weightKg: z.number().nullable(),
    motherHbsag: z.enum(motherHbsagResults).nullable(),
    answers: z.record(z.string(), itemAnswer),
    concluded: z.enum(conclusions),
    differsBecause: line(500).nullable(),
    /** Conclusions about single vaccines that the signer decides otherwise. */
    overrides: z.array(z.strictObject({ reasonCode: z.string().max(60), because: line(500) })).max(20),
    /** Null: not asked, because the visit ends here anyway. */
    consent: z
      .strictObject({
        given: z.boolean(),
        byName: line(120),
        relation: z.enum(consentRelations),
        note: line(500).nullable(),
      })
      .nullable(),
    /** When to come again, where the visit ends here; null: nothing is arranged. */
    next: z
      .strictObject({
        on: calendarDay,
        slot: z.enum(['morning', 'afternoon', 'all-day', 'time']),
        time: z.string().nullable(),
        labels: z.array(line(100)).max(12),
      })
      .nullable(),
  }),
  response: z.strictObject({
    screeningId: id,
    proposed: z.enum(conclusions),
    appointmentId: id.nullable(),
  }),
  errors: [
    'visit.not-found',
    'visit.wrong-stage',
    'screening.no-form',
    'screening.unanswered',
    'screening.detail-missing',
    'screening.bad-temperature',
    'screening.bad-weight',
    'screening.question-open',
    'screening.consent-missing',
    'screening.return-not-ahead',
    'reason.missing',
  ],
})

/** Somebody leaves the queue before the end: went home, refused, was taken elsewhere. */
export const leaveVisit = defineCall({
  name: 'visit.leave',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({ visitId: id, note: line(500) }),
  response: z.strictObject({}),
  errors: ['visit.not-found', 'visit.wrong-stage', 'reason.missing'],
})

/** Ends the observation and makes the next appointment. Before the 30 minutes are over it needs a reason. */
export const finishObservation = defineCall({
  name: 'visit.finish-observation',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({
    visitId: id,
    earlyBecause: line(500).nullable(),
    next: z
      .strictObject({
        on: calendarDay,
        slot: z.enum(['morning', 'afternoon', 'all-day', 'time']),
        time: z.string().nullable(),
        labels: z.array(line(100)).max(12),
      })
      .nullable(),
  }),
  response: z.strictObject({ appointmentId: id.nullable() }),
  errors: [
    'visit.not-found',
    'visit.wrong-stage',
    'visit.observation-not-over',
    'visit.severe-reaction-open',
  ],
})

/** Notes a reaction after vaccination. A severe one opens its case, stops the session and suspends the lots in one write. */
export const recordReaction = defineCall({
  name: 'reaction.record',
  kind: 'write',
  servedBy: 'engine',
  audience: ['screener', 'vaccinator', 'head', 'admin'],
  request: z.strictObject({
    visitId: id,
    kind: z.enum(['common', 'severe', 'other']),
    signs: z.array(line(100)).min(1).max(20),
    temperatureC: z.number().min(30).max(45).nullable(),
    treatment: line(500).nullable(),
    outcome: z.enum(['observing', 'recovered', 'referred', 'sequelae', 'died']),
    note: line(1000).nullable(),
  }),
  response: z.strictObject({ reactionId: id, caseId: id.nullable() }),
  errors: ['visit.not-found', 'visit.wrong-stage'],
})
