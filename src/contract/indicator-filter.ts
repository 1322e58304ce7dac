import { z } from 'zod'
import { delayKinds } from '../domain/report/indicators/delays'
import { birthDoseAnswers } from '../domain/report/indicators/indicator-child'
import { monthsOf } from '../domain/report/indicators/pictures'
import { month } from './handbook-filter'

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u)
const placeText = z.string().max(200)

/** Children born in some months: two years at most. */
export const cohort = z
  .strictObject({ from: month, to: month })
  .refine(({ from, to }) => from <= to && monthsOf({ from, to }).at(-1) === to)

export const indicatorPlace = z.strictObject({
  communeCode: z.string().max(20),
  hamlet: placeText.nullable(),
})

export const measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dose'), doseId: name }),
  z.strictObject({ kind: z.literal('by-age'), doseId: name, ageDays: z.int().min(0).max(3_660) }),
  z.strictObject({ kind: z.literal('fully-immunised') }),
  z.strictObject({ kind: z.literal('drop-out'), dropOutId: name }),
  z.strictObject({ kind: z.literal('zero-dose') }),
  z.strictObject({ kind: z.literal('birth-dose'), answer: z.enum(birthDoseAnswers) }),
  z.strictObject({ kind: z.literal('left-out') }),
])

/** A mark of a picture of children: what it measures, of whom, and whether those it counts or those it misses. */
export const childMark = z.strictObject({
  measure,
  place: indicatorPlace.nullable(),
  bornIn: month.nullable(),
  which: z.enum(['counted', 'missing', 'all']),
})
export type ChildMark = z.output<typeof childMark>

/** A mark of a picture of the work: doses that took so long, or doses of a product that were wasted. */
export const workMark = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(delayKinds),
    month,
    step: z.union([z.int().min(0).max(20), z.literal('waiting')]),
  }),
  z.strictObject({ kind: z.literal('wasted'), vaccineCode: z.string().max(60), month: month.nullable() }),
])
export type WorkMark = z.output<typeof workMark>
