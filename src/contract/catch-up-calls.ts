import { z } from 'zod'
import type { CatchUpPlan } from '../domain/schedule/catch-up-types'
import { defineCall, typed } from './call'
import { calendarDay, id } from './values'

/** What the user may choose about a plan. */
export const catchUpWishes = z.strictObject({
  /** Injections in one visit; drops do not count. */
  maxInjections: z.int().min(1).max(6),
  /** Days a late dose may wait to share a visit. Waiting without end is not offered: decision 0010 says why. */
  maxWaitDays: z.int().min(0).max(366),
})
export type CatchUpWishes = z.output<typeof catchUpWishes>

/** The visits that complete every recommended series of one person. Null `from` is today; a day gone by is today too. */
export const planCatchUp = defineCall({
  name: 'immunization.plan-catch-up',
  kind: 'read',
  servedBy: 'engine',
  audience: 'signed-in',
  request: z.strictObject({ personId: id, from: calendarDay.nullable(), ...catchUpWishes.shape }),
  response: typed<CatchUpPlan>(),
  errors: ['person.not-found'],
})
