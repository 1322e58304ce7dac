import { z } from 'zod'
import type { ReportPaper } from '../domain/document/report-paper'
import { count, documentOf, maybe, name, point, words } from './document-values'
import { calendarDay } from './values'

const empty = words.default('')
const cell = z.union([z.number(), words, z.strictObject({ day: calendarDay }), z.null()])

/** Data file of a report as an administrative paper. */
export const reportPaperFile = documentOf('report', {
  point,
  fileName: name,
  title: name,
  period: empty,
  basis: empty,
  to: name,
  form: name,
  notice: maybe,
  placeAndDay: name,
  isLandscape: z.boolean().default(false),
  sections: z
    .array(
      z.strictObject({
        title: name,
        columns: z
          .array(
            z.strictObject({
              id: name,
              shape: z.enum(['number', 'share', 'any', 'label', 'order']),
              signs: z.number().positive().max(200),
            }),
          )
          .min(1)
          .max(60),
        heads: z
          .array(z.array(z.strictObject({ text: name, columns: count, rows: count })))
          .min(1)
          .max(2),
        lines: z
          .array(
            z.discriminatedUnion('kind', [
              z.strictObject({ kind: z.literal('group'), label: name }),
              z.strictObject({ kind: z.literal('row'), cells: z.array(cell) }),
            ]),
          )
          .max(20_000),
      }),
    )
    .max(20),
  madeBy: maybe,
  signed: z.strictObject({ name, at: name }).nullable().default(null),
  printedAt: name,
}) satisfies z.ZodType<ReportPaper>
