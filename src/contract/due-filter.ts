import { z } from 'zod'
import { calendarDay } from './values'

/** `until` null: today. `overdue` is asked of today only. Text as in the search of persons. */
export const dueFilter = z.strictObject({
  status: z.enum(['due', 'overdue']),
  until: calendarDay.nullable(),
  rowCode: z.string().max(60).nullable(),
  place: z
    .strictObject({ communeCode: z.string().max(20), hamlet: z.string().max(200).nullable() })
    .nullable(),
  bornFrom: calendarDay.nullable(),
  bornTo: calendarDay.nullable(),
  text: z.string().max(200),
})
export type DueRequest = z.output<typeof dueFilter>
