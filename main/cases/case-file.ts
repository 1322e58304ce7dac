import { z } from 'zod'
import { type CalendarDay, isCalendarDay } from '../../src/domain/calendar/calendar-day'

const calendarDay = z
  .string()
  .refine((value): value is CalendarDay => isCalendarDay(value), 'not a calendar day')
const dayOrNull = calendarDay.nullable()

const caseRow = z.object({
  id: z.string(),
  suite: z.string(),
  dob: calendarDay,
  sex: z.enum(['F', 'M', 'U']),
  birth_country: z.string().nullable().default(null),
  assessment_date: calendarDay,
  vaccine_group: z.string(),
  observations: z.array(z.object({ code: z.string(), date: dayOrNull.default(null) })).default([]),
  doses: z.array(
    z.object({
      date: calendarDay,
      cvx: z.string(),
      mvx: z.string().nullable().default(null),
      expected_status: z.string(),
      expected_reason: z.string().nullable().default(null),
    }),
  ),
  expected: z.object({
    series_status: z.string(),
    forecast_num: z.number().nullable(),
    earliest: dayOrNull,
    recommended: dayOrNull,
    past_due: dayOrNull,
  }),
})

/** One published case: a history and what a right engine says of it. */
export type ForecastCase = z.output<typeof caseRow>

/** Reads a file of cases, one JSON object a line. Throws with the number of the line that cannot be read. */
export function readCases(text: string): readonly ForecastCase[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const parsed = caseRow.safeParse(JSON.parse(line))
    if (parsed.success) return [parsed.data]
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`line ${index + 1}: ${problems.join('; ')}`)
  })
}
