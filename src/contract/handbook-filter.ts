import { z } from 'zod'
import type { Month } from '../domain/report/count-programme'
import { handbookLists } from '../domain/report/handbook-lists'

/** A month of the calendar, `2026-11`. */
export const month = z
  .string()
  .regex(/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/u)
  .transform(text => text as Month)

export const handbookList = z.enum(handbookLists)

/** Whom a working list is narrowed to. Text as in the search of persons. */
export const handbookFilter = z.strictObject({
  place: z
    .strictObject({ communeCode: z.string().max(20), hamlet: z.string().max(200).nullable() })
    .nullable(),
  text: z.string().max(200),
  /** Days late at least; null: those in time as well. */
  lateDays: z.int().min(1).max(3_660).nullable(),
})
export type HandbookFilter = z.output<typeof handbookFilter>

/** One cell of the programme's report, or a whole line of cells. */
export const programmeCell = z.strictObject({
  /** The last of the twelve months that were counted. */
  until: month,
  rowId: z.string().max(60),
  /** Null: all twelve. */
  month: month.nullable(),
  /** Null: every commune; empty: those without one. */
  communeCode: z.string().max(20).nullable(),
  /** Who is counted, who of the denominator is not, or both. */
  which: z.enum(['counted', 'missing', 'all']),
})
export type ProgrammeCell = z.output<typeof programmeCell>
