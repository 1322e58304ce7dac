import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { KeptStatus } from '../domain/schedule/kept-forecast'
import type { HoldAdvice } from '../domain/session-plan/hold-vaccine'
import {
  type InvitationOrigin,
  type InvitedDose,
  invitationOrigins,
  type PlanSlot,
  type SessionPlan,
} from '../domain/session-plan/plan'
import type { PlanningRules } from '../domain/session-plan/planning-rules'
import type { VialAdvice } from '../domain/session-plan/vial-types'
import type { BringVaccine } from '../domain/session-plan/what-to-bring'
import { defineCall, typed } from './call'
import type { Renewal } from './due-calls'
import type { PersonHit } from './person-calls'
import { calendarDay, filledLine, id, line, reason } from './values'

/*
 * The plan of a session (kế hoạch buổi tiêm): who is asked to come, when, and what to bring. Decision 0019.
 */

const planners = ['receptionist', 'screener', 'vaccinator', 'head', 'admin'] as const

export const planSlot = z.strictObject({
  slot: z.enum(['morning', 'afternoon', 'all-day', 'time']),
  time: z.string().max(5).nullable(),
  capacity: z.int().min(0).max(1_000),
}) satisfies z.ZodType<PlanSlot>

const planPlace = z.strictObject({ communeCode: z.string().max(20), hamlet: z.string().max(200) })

/** What somebody is asked for, with how it stands on the day of the plan. */
export type PlanDose = InvitedDose & { readonly status: KeptStatus; readonly daysLate: number | null }

/** One person of a plan, or one who could be. */
export type PlanLine = Pick<
  PersonHit,
  'displayName' | 'birthDate' | 'sex' | 'personCode' | 'contact' | 'phone'
> & {
  readonly personId: string
  readonly communeCode: string
  readonly hamlet: string
  /** The address in words. */
  readonly address: string
  /** Who belongs to one family has the same word here. */
  readonly family: string
  /** 0 is asked first; see `urgencyRank`. */
  readonly rank: number
  readonly origin: InvitationOrigin
  /** Position in the slots; null: without one, in a proposal for want of room. */
  readonly slotAt: number | null
  readonly doses: readonly PlanDose[]
  /** How likely the person comes when asked, from what the point has seen. */
  readonly chance: number
  /** Saved in the plan; removed from it, with the reason; or only proposed. */
  readonly state: 'invited' | 'removed' | 'proposed'
  readonly removedBecause: string | null
  /** Has a visit on that day. */
  readonly isHere: boolean
  /** Another appointment that this invitation takes the place of. */
  readonly otherAppointmentOn: CalendarDay | null
  /** How often the person was sent home because no vial was opened. */
  readonly sentHome: number
}

export type HealthWorkerView = {
  readonly workerId: string
  readonly communeCode: string
  readonly hamlet: string
  readonly name: string
  readonly phone: string | null
}

/** Everything a plan is made of. */
export type PlanView = {
  readonly on: CalendarDay
  /** What is saved; null: nothing yet, all lines are proposals. */
  readonly plan:
    | (Omit<SessionPlan, 'on' | 'byUserId'> & { readonly planId: string; readonly version: number })
    | null
  readonly slots: readonly PlanSlot[]
  readonly lines: readonly PlanLine[]
  /** Everybody due by the day, here or not. */
  readonly totalDue: number
  readonly renewal: Renewal
  readonly workers: readonly HealthWorkerView[]
  readonly attendance: { readonly invited: number; readonly came: number; readonly overall: number }
  readonly vaccines: readonly BringVaccine[]
  /** Usable doses by product. */
  readonly onShelf: Readonly<Record<string, number>>
  /** How many become due until the next session and come, by product, on average. */
  readonly newUntilNext: Readonly<Record<string, number>>
  readonly nextSessionOn: CalendarDay | null
  readonly rules: PlanningRules
}

/** The saved plan of a day with its people, and proposals for who else is due: overdue and small children first. */
export const openPlan = defineCall({
  name: 'plan.open',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({
    on: calendarDay,
    /** Slots a proposal is spread over; null: those of the saved plan, else the usual ones. */
    slots: z.array(planSlot).max(24).nullable(),
    /** Null: everywhere. */
    places: z.array(planPlace).max(100).nullable(),
    nextSessionOn: calendarDay.nullable(),
  }),
  response: typed<PlanView>(),
  errors: ['plan.no-slot', 'plan.bad-slot'],
})

/** One person for a plan, whoever it is: what an ad-hoc line would say. */
export const getPlanLine = defineCall({
  name: 'plan.get-line',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ on: calendarDay, personId: id }),
  response: typed<PlanLine>(),
  errors: ['person.not-found', 'plan.person-not-followed'],
})

/** Writes the plan and everybody's appointment, all of it or nothing. Whoever is left out must be given a reason. */
export const savePlan = defineCall({
  name: 'plan.save',
  kind: 'write',
  servedBy: 'engine',
  audience: planners,
  request: z.strictObject({
    on: calendarDay,
    /** The version of the saved plan that was seen; null: there was none. */
    seenVersion: z.int().nullable(),
    slots: z.array(planSlot).max(24),
    nextSessionOn: calendarDay.nullable(),
    heldVaccines: z.array(z.string().max(60)).max(40),
    people: z
      .array(z.strictObject({ personId: id, slotAt: z.int().min(0), origin: z.enum(invitationOrigins) }))
      .max(500),
    removed: z.array(z.strictObject({ personId: id, reason })).max(500),
  }),
  response: z.strictObject({ planId: id, invited: z.int(), removed: z.int() }),
  errors: [
    'plan.no-slot',
    'plan.bad-slot',
    'plan.past-day',
    'plan.bad-next-session',
    'plan.changed',
    'plan.person-twice',
    'plan.person-not-followed',
    'plan.already-here',
    'person.not-found',
    'reason.missing',
  ],
})

/** A child whose family can be called. */
export type VialCall = {
  readonly personId: string
  readonly displayName: string
  readonly birthDate: CalendarDay
  readonly contactName: string | null
  readonly phone: string | null
  readonly hamlet: string
}

/** What to do about one vaccine in multi-dose vials, now or in the plan. */
export type VialHint = {
  readonly vaccineCode: string
  readonly shortName: string
  readonly dosesPerVial: number
  readonly openDoses: number
  readonly present: readonly VialCall[]
  readonly advice: VialAdvice
  readonly pressed: readonly VialCall[]
  readonly call: readonly VialCall[]
  readonly nextSessionOn: CalendarDay | null
}

/** The vial question of every multi-dose vaccine, for the session of today as it stands now. */
export const adviseVials = defineCall({
  name: 'plan.advise-vials',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<readonly VialHint[]>(),
  errors: [],
})

/** Gives children who are here an appointment at the next session, because no vial is opened for them today. */
export const giveNextSession = defineCall({
  name: 'plan.give-next-session',
  kind: 'write',
  servedBy: 'engine',
  audience: planners,
  request: z.strictObject({
    vaccineCode: z.string().max(60),
    personIds: z.array(id).min(1).max(50),
    nextSessionOn: calendarDay,
  }),
  response: z.strictObject({ appointments: z.int() }),
  errors: ['plan.bad-next-session', 'plan.cannot-wait', 'person.not-found'],
})

export const listHealthWorkers = defineCall({
  name: 'health-worker.list',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({}),
  response: typed<readonly HealthWorkerView[]>(),
  errors: [],
})

/** Says who tells the families of a hamlet; without a name the hamlet has nobody. */
export const saveHealthWorker = defineCall({
  name: 'health-worker.save',
  kind: 'write',
  servedBy: 'engine',
  audience: ['receptionist', 'head', 'admin'],
  request: z.strictObject({
    communeCode: z.string().max(20),
    hamlet: filledLine(),
    name: line(),
    phone: line(20).nullable(),
  }),
  response: z.strictObject({}),
  errors: ['person.bad-phone'],
})

export type { HoldAdvice }
