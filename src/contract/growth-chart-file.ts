import { z } from 'zod'
import type { GrowthChartPaper } from '../domain/document/growth-chart-paper'
import { count, documentOf, name, personCode, point, words } from './document-values'
import { growthChartData } from './growth-values'

const empty = words.default('')
const cell = z
  .strictObject({ value: empty, score: empty, corrected: empty })
  .default({ value: '', score: '', corrected: '' })

/** Data file of the growth chart. */
export const growthChartFile = documentOf('growth-chart', {
  point,
  person: z.strictObject({ name, birthDate: name, code: personCode }),
  head: z.array(z.strictObject({ caption: name, value: name, isWide: z.boolean().default(false) })).max(20),
  charts: z.array(growthChartData).max(6).default([]),
  rows: z
    .array(
      z.strictObject({
        on: name,
        age: empty,
        correctedAge: empty,
        weight: cell,
        length: cell,
        thinness: cell,
        head: cell,
        arm: cell,
        remarks: z.array(name).max(20).default([]),
      }),
    )
    .max(100)
    .default([]),
  more: count.default(0),
  hasCorrected: z.boolean().default(false),
  printedAt: name,
}) satisfies z.ZodType<GrowthChartPaper>
