import { z } from 'zod'
import { reportBases } from '../domain/report/report-form'
import { daysOfPeriod } from '../domain/report/report-period'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** A report by its form, its period and its basis. */
export const reportKey = z.strictObject({
  formId: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/u),
  /** `2026`, `2026-10`, `2026-10..2026-11`, `2026-11-27`, or the id of a case. */
  period: z
    .string()
    .max(40)
    .refine(text => daysOfPeriod(text) !== null || uuid.test(text)),
  basis: z.enum(reportBases),
})

export const cellKey = z.strictObject({
  sectionId: z.string().max(60),
  rowId: z.string().max(120),
  columnId: z.string().max(60),
})
