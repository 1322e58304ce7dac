import { z } from 'zod'
import { type GrowthChartData, growthRanges } from '../domain/child/growth-curves'
import { growthIndicators } from '../domain/child/growth-scores'
import { calendarDay } from './values'

const lineZ = z.union([-3, -2, -1, 0, 1, 2, 3].map(at => z.literal(at as -3 | -2 | -1 | 0 | 1 | 2 | 3)))
const chartPlace = z.tuple([z.number(), z.number()])

/** A growth chart as a call answers it and as a paper keeps it. */
export const growthChartData = z.strictObject({
  indicator: z.enum(growthIndicators),
  range: z.enum(growthRanges),
  sex: z.enum(['male', 'female']),
  xUnit: z.enum(['months', 'cm']),
  yUnit: z.enum(['kg', 'cm', 'kg/m²']),
  lines: z
    .array(z.strictObject({ z: lineZ, places: z.array(chartPlace).min(2).max(400) }))
    .min(3)
    .max(7),
  points: z
    .array(
      z.strictObject({
        id: z.string(),
        on: calendarDay,
        ageDays: z.int(),
        x: z.number(),
        y: z.number(),
        z: z.number().nullable(),
        percentile: z.number().min(0).max(100).nullable(),
        isImplausible: z.boolean(),
        isCorrected: z.boolean(),
      }),
    )
    .max(600),
}) satisfies z.ZodType<GrowthChartData>
