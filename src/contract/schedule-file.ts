import { z } from 'zod'
import { type CalendarDay, isCalendarDay } from '../domain/calendar/calendar-day'
import { type Offset, parseOffset } from '../domain/calendar/offset'
import type { Vaccine } from '../domain/immunization/vaccine'
import type { Schedule } from '../domain/schedule/schedule-types'
import { expandLists } from './schedule-lists'
import { problemsOfSchedule } from './schedule-problems'

const text = z.string().trim().min(1)
const localText = z.strictObject({ vi: text, en: text })
const calendarDay = z
  .string()
  .refine((value): value is CalendarDay => isCalendarDay(value), 'not a calendar day')
const dayOrNull = calendarDay.nullable().default(null)
const observation = { observationCode: text, text: localText }
const effective = { effectiveOn: dayOrNull, cessationOn: dayOrNull }

const offset = z.string().transform((value, context): Offset => {
  const parsed = parseOffset(value)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: `not an offset: ${value}` })
  return z.NEVER
})
const offsetOrNull = offset.nullable().default(null)
const ages = { beginAge: offsetOrNull, endAge: offsetOrNull }

const ageRule = z.strictObject({
  ...effective,
  absMin: offsetOrNull,
  min: offsetOrNull,
  earliestRec: offsetOrNull,
  latestRec: offsetOrNull,
  max: offsetOrNull,
})

const intervalFrom = z.union([
  z.literal('previous').transform(() => ({ kind: 'previous' }) as const),
  z
    .strictObject({ target: z.int().min(1) })
    .transform(({ target }) => ({ kind: 'target', dose: target }) as const),
  z
    .strictObject({ mostRecent: z.array(text).min(1) })
    .transform(({ mostRecent }) => ({ kind: 'most-recent', vaccines: mostRecent }) as const),
  z
    .strictObject({ observation: text })
    .transform(({ observation: code }) => ({ kind: 'observation', code }) as const),
])
const allowableInterval = z.strictObject({ ...effective, from: intervalFrom, absMin: offsetOrNull })
const intervalRule = z.strictObject({
  ...allowableInterval.shape,
  min: offsetOrNull,
  earliestRec: offsetOrNull,
  latestRec: offsetOrNull,
  hasPriority: z.boolean().default(false),
})

const allowableVaccine = z.strictObject({ vaccine: text, ...ages })
const preferableVaccine = z
  .strictObject({
    ...allowableVaccine.shape,
    volumeMl: z.number().positive().nullable().default(null),
    forecast: z.boolean().default(false),
    label: localText.nullable().default(null),
    manufacturer: text.nullable().default(null),
  })
  .transform(({ forecast, ...row }) => ({ ...row, isForecast: forecast }))

const skipCondition = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('age'), ...ages }),
  z.strictObject({ type: z.literal('completed-series'), group: z.int().min(1) }),
  z.strictObject({ type: z.literal('interval'), interval: offset }),
  z.strictObject({
    type: z.literal('vaccine-count'),
    ...ages,
    startOn: dayOrNull,
    endOn: dayOrNull,
    comparison: z.enum(['greater than', 'equal to', 'less than']),
    count: z.int().min(0),
    doseType: z.enum(['valid', 'total']),
    vaccines: z.array(text).default([]),
  }),
])
const logic = z.enum(['and', 'or']).default('or')
const skipSet = z.strictObject({ ...effective, logic, conditions: z.array(skipCondition).min(1) })
const conditionalSkip = z.strictObject({
  context: z.enum(['evaluation', 'forecast', 'both']),
  logic,
  sets: z.array(skipSet).min(1),
})

const seriesDose = z.strictObject({
  label: localText,
  age: z.array(ageRule).default([]),
  intervals: z.array(intervalRule).default([]),
  allowableIntervals: z.array(allowableInterval).default([]),
  preferableVaccines: z.array(preferableVaccine).default([]),
  allowableVaccines: z.array(allowableVaccine).default([]),
  inadvertentVaccines: z.array(text).default([]),
  skips: z.array(conditionalSkip).default([]),
  recurs: z.boolean().default(false),
  season: z.strictObject({ startOn: calendarDay, endOn: dayOrNull }).nullable().default(null),
})

const series = z
  .strictObject({
    code: text,
    name: localText,
    type: z.enum(['standard', 'risk', 'evaluation-only']),
    requiredSex: z.array(z.enum(['male', 'female', 'unknown'])).default([]),
    group: z.int().min(1),
    equivalentGroups: z.array(z.int().min(1)).default([]),
    default: z.boolean().default(false),
    productPath: z.boolean().default(false),
    priority: z
      .string()
      .regex(/^[A-Z]$/)
      .default('A'),
    preference: z.int().min(1).nullable().default(null),
    minAgeToStart: offsetOrNull,
    maxAgeToStart: offsetOrNull,
    indications: z.array(z.strictObject({ ...observation, ...ages })).default([]),
    doses: z.array(seriesDose).min(1),
  })
  .transform(({ default: isDefault, productPath, ...rest }) => ({
    ...rest,
    isDefault,
    isProductPath: productPath,
  }))

const antigen = z.strictObject({
  code: text,
  name: localText,
  shortName: localText,
  rollOut: z.enum(['nationwide', 'partial']),
  vaccines: z.array(z.union([text, z.strictObject({ vaccine: text, ...ages })])).min(1),
  immunity: z.array(z.strictObject(observation)).default([]),
  immunityByBirth: z
    .array(
      z.strictObject({
        bornBefore: calendarDay,
        birthCountry: text.nullable().default(null),
        exclusions: z.array(text).default([]),
      }),
    )
    .default([]),
  contraindications: z
    .array(z.strictObject({ ...observation, ...ages, vaccines: z.array(text).default([]) }))
    .default([]),
  series: z.array(series).min(1),
})

const vaccineCodes = z.array(text).min(1)
const schedule = z.strictObject({
  format: z.literal(1),
  code: text,
  name: localText,
  legalBasis: text,
  validFrom: calendarDay,
  validTo: dayOrNull,
  sources: z.array(text).min(1),
  confirmation: z.enum(['unconfirmed', 'confirmed']),
  confirmedBy: text.nullable(),
  confirmedOn: dayOrNull,
  notes: z.array(text).default([]),
  campaignDosesCount: z.boolean(),
  antigens: z.array(antigen).min(1),
  vaccineGroups: z.array(
    z.strictObject({ code: text, name: localText, antigens: z.array(text).min(1), fullGroup: z.boolean() }),
  ),
  conflicts: z.array(
    z.strictObject({
      previous: vaccineCodes,
      current: vaccineCodes,
      beginInterval: offset,
      minEndInterval: offset,
      endInterval: offset,
    }),
  ),
  rows: z.array(
    z.strictObject({
      code: text,
      name: localText,
      detail: localText.nullable().default(null),
      members: z
        .array(
          z.strictObject({
            antigen: text,
            group: z.int().min(1),
            fromDose: z.int().min(1),
            toDose: z.int().min(1).nullable(),
          }),
        )
        .min(1),
      showFromAge: offsetOrNull,
      showToAge: offsetOrNull,
    }),
  ),
  otherRow: localText,
})

/** Trouble in a schedule file: it is not loaded at all, because half a rule is worse than none. */
export class ScheduleFileError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`the schedule file cannot be used: ${problems.join('; ')}`)
    this.name = 'ScheduleFileError'
    this.problems = problems
  }
}

/**
 * Reads a schedule file of `resources/schedules`. Throws ScheduleFileError on an unknown field, an unreadable offset,
 * a product or antigen that does not exist, or a rule the engine does not have.
 */
export function readSchedule(file: unknown, vaccines: ReadonlyMap<string, Vaccine>): Schedule {
  const expanded = expandLists(file)
  if (expanded.problems.length > 0) throw new ScheduleFileError(expanded.problems)
  const parsed = schedule.safeParse(expanded.file)
  if (!parsed.success) {
    throw new ScheduleFileError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    )
  }
  const read = toSchedule(parsed.data)
  const problems = problemsOfSchedule(read, vaccines)
  if (problems.length > 0) throw new ScheduleFileError(problems)
  return read
}

function toSchedule({ format: _format, antigens, ...rest }: z.output<typeof schedule>): Schedule {
  return {
    ...rest,
    antigens: antigens.map(({ vaccines: _vaccines, ...one }) => one),
    vaccineAntigens: antigens.flatMap(({ code, vaccines }) =>
      vaccines.map(row =>
        typeof row === 'string'
          ? { vaccine: row, antigen: code, beginAge: null, endAge: null }
          : { ...row, antigen: code },
      ),
    ),
  }
}
