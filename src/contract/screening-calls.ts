import { z } from 'zod'
import type { CalendarDay } from '../domain/calendar/calendar-day'
import type { ConsentRelation } from '../domain/screening/form'
import type { ScreeningCase } from '../domain/screening/judge-screening'
import type { Growth, LastWeight } from '../domain/screening/plausible'
import { defineCall, typed } from './call'
import { id } from './values'

/** All that a checklist on the screen is judged with, so that every conclusion is seen while it arises. */
export type ScreeningPreparation = ScreeningCase & {
  /** Tables for this age only. */
  readonly growth: Growth
  readonly lastWeight: LastWeight | null
  /** kg that a child's check of today found: offered, not typed again. Null: not weighed today. */
  readonly weightToday: number | null
  /** True where the form for pregnancy may be taken instead, or is. */
  readonly mayBePregnant: boolean
  /** Antigens by name, in the order of the schedule: what a cause may be about. */
  readonly antigens: readonly {
    readonly code: string
    readonly name: { readonly vi: string; readonly en: string }
  }[]
  /** Doses of the history, the newest first: which vaccine was not tolerated. */
  readonly given: readonly {
    readonly vaccineCode: string
    readonly name: string
    readonly antigens: readonly string[]
    readonly on: CalendarDay
  }[]
  /** Who may consent, the likeliest first; empty where nobody is on record. */
  readonly consentFrom: readonly { readonly relation: ConsentRelation; readonly name: string }[]
}

/** Prepares a checklist: the form for age, place and pregnancy, the rules, and what is known of the person. */
export const prepareScreening = defineCall({
  name: 'screening.prepare',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  /** `asPregnant` null: as the record says. */
  request: z.strictObject({ personId: id, asPregnant: z.boolean().nullable() }),
  response: typed<ScreeningPreparation>(),
  errors: ['person.not-found', 'screening.no-form'],
})
