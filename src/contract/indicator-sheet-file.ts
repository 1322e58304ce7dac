import { z } from 'zod'
import type { IndicatorSheet } from '../domain/document/indicator-sheet'
import { count, documentOf, name, point } from './document-values'

const share = { counted: count, of: count }
const bar = { label: name, aim: z.number().nullable(), isLimit: z.boolean().default(false), ...share }
const shares = z.array(z.strictObject(share)).max(30)
const line = z.strictObject({
  label: name,
  dueDays: z.number().min(0),
  points: z.array(z.strictObject({ ageDays: z.number().min(0), ...share })).max(600),
})

/** Data file of the sheet of indicators. */
export const indicatorSheetFile = documentOf('indicator-sheet', {
  point,
  title: name,
  about: z.array(name).max(10).default([]),
  bars: z.array(z.strictObject(bar)).max(60).default([]),
  panels: z
    .array(
      z.strictObject({
        label: name,
        untilMonths: z.number().min(1).max(240),
        lines: z.array(line).max(8),
      }),
    )
    .max(20)
    .default([]),
  months: z.array(name).max(30).default([]),
  byMonth: z
    .array(z.strictObject({ ...bar, shares }))
    .max(20)
    .default([]),
  places: z
    .strictObject({
      heads: z.array(name).max(10),
      rows: z.array(z.strictObject({ name, shares })).max(40),
      more: count.default(0),
    })
    .default({ heads: [], rows: [], more: 0 }),
  note: name,
  printedAt: name,
}) satisfies z.ZodType<IndicatorSheet>
