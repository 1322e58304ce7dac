import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { SlotState } from '../domain/maternal/postnatal-rules'
import type { PregnancyOutcome } from '../domain/maternal/pregnancy'
import type { AlertCode } from '../domain/person/person'
import type { BirthView } from './birth-calls'
import { defineCall, typed } from './call'
import type { FindingView } from './child-calls'
import type { PersonHit } from './person-calls'
import { id } from './values'

/** What comes next for somebody of a family. `on` null: now, without a day. `labels`: vaccines or words of the schedule. */
export type ThreadStep = {
  readonly kind: 'antenatal' | 'due-date' | 'postpartum' | 'newborn-visit' | 'dose' | 'appointment' | 'check'
  readonly on: CalendarDay | null
  readonly isLate: boolean
  readonly labels: readonly string[]
}

export type ThreadPerson = {
  readonly hit: PersonHit
  readonly alerts: readonly AlertCode[]
  readonly steps: readonly ThreadStep[]
}

export type ThreadPregnancy = {
  readonly pregnancyId: string
  readonly enrolledOn: CalendarDay
  readonly dueOn: CalendarDay | null
  /** How far it is today, while it goes on. */
  readonly gestation: { readonly weeks: number; readonly days: number } | null
  readonly visitedOn: readonly CalendarDay[]
  readonly risks: number
  readonly outcome: PregnancyOutcome | null
  readonly endedOn: CalendarDay | null
  readonly birthId: string | null
}

export type ThreadBirth = BirthView & {
  /** Visits to the mother after it. */
  readonly schedule: readonly SlotState[]
}

export type ThreadChild = ThreadPerson & {
  /** Null: the birth was not recorded here. */
  readonly birthId: string | null
  /** Of twins: which one; null for a single child. */
  readonly twin: number | null
  readonly doses: number
  readonly lastDoseOn: CalendarDay | null
  /** Visits in the first weeks and checks since. */
  readonly visits: number
  /** The newest weight and length or height, each with its day. */
  readonly weight: { readonly on: CalendarDay; readonly kg: number } | null
  readonly length: { readonly on: CalendarDay; readonly cm: number } | null
  /** What the newest measurings say: wasting, faltering. */
  readonly findings: readonly FindingView[]
}

/** One thread: mother, her pregnancies, births and children, with what comes next for each. */
export type FamilyThread = {
  /** Null: the child has no registered mother. */
  readonly mother: ThreadPerson | null
  readonly pregnancies: readonly ThreadPregnancy[]
  readonly births: readonly ThreadBirth[]
  /** Oldest first. */
  readonly children: readonly ThreadChild[]
  /** Fathers, guardians and other relatives whose phone helps. */
  readonly phones: readonly { readonly name: string; readonly relation: string; readonly phone: string }[]
}

/** The family page, from the mother or from any of her children. */
export const getFamilyThread = defineCall({
  name: 'family.get-thread',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id }),
  response: typed<FamilyThread>(),
  errors: ['person.not-found'],
})
