import type { CalendarDay } from '../calendar/calendar-day'
import type { Appointment } from '../session/visit'

/** A part of a session people are asked to come to, and how many it takes. */
export type PlanSlot = Pick<Appointment, 'slot' | 'time'> & { readonly capacity: number }

/** The plan of one day of the point (kế hoạch buổi tiêm). Who comes stands in its invitations. */
export type SessionPlan = {
  readonly on: CalendarDay
  readonly slots: readonly PlanSlot[]
  readonly nextSessionOn: CalendarDay | null
  /** Vaccines that are kept for the next session, so that one vial serves both. */
  readonly heldVaccines: readonly string[]
  readonly byUserId: string
  readonly byName: string
}

/** What somebody is asked to come for. */
export type InvitedDose = {
  /** As the slip says it: "5 trong 1 mũi 2". */
  readonly label: string
  /** The product this point would take; null: nobody knows. */
  readonly vaccineCode: string | null
  readonly inTimeUntil: CalendarDay | null
  readonly latestOn: CalendarDay | null
}

/**
 * 'due': the forecast says so; 'appointment': it was agreed before; 'ad-hoc': somebody added the person; 'sent-home': no vial
 * was opened for them at the session before.
 */
export const invitationOrigins = ['due', 'appointment', 'ad-hoc', 'sent-home'] as const
export type InvitationOrigin = (typeof invitationOrigins)[number]

/** One person of a plan. Somebody taken out of it stays, with the reason. */
export type Invitation = Pick<Appointment, 'slot' | 'time'> & {
  /** Null while the day it is for has no plan. */
  readonly planId: string | null
  readonly personId: string
  readonly on: CalendarDay
  readonly appointmentId: string
  readonly origin: InvitationOrigin
  readonly doses: readonly InvitedDose[]
  /** Where the person lived then, for what attendance was there. */
  readonly hamlet: string
  readonly ageMonths: number
  readonly status: 'invited' | 'removed'
  readonly removedBecause: string | null
}

/** Who tells the families of a hamlet (y tế thôn). */
export type HealthWorker = {
  readonly communeCode: string
  readonly hamlet: string
  readonly name: string
  readonly phone: string | null
  readonly active: boolean
}

/** The whole capacity of a plan. */
export function capacityOf(slots: readonly PlanSlot[]): number {
  return slots.reduce((sum, { capacity }) => sum + capacity, 0)
}

/** Why slots cannot be used; null: they can. */
export function problemOfSlots(slots: readonly PlanSlot[]): 'plan.no-slot' | 'plan.bad-slot' | null {
  if (slots.length === 0) return 'plan.no-slot'
  const keys = slots.map(({ slot, time }) => `${slot} ${time ?? ''}`)
  const isBad = slots.some(({ slot, time, capacity }) => {
    const isTimed = slot === 'time'
    return (
      capacity < 1 ||
      capacity > 500 ||
      isTimed !== (time !== null) ||
      (time !== null && !/^([01]\d|2[0-3]):[0-5]\d$/u.test(time))
    )
  })
  return isBad || new Set(keys).size !== keys.length ? 'plan.bad-slot' : null
}
