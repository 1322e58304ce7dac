import { z } from 'zod'
import { type CalendarDay, isCalendarDay } from '../domain/calendar/calendar-day'
import { type Offset, parseOffset } from '../domain/calendar/offset'

/*
 * The shapes that a whole schedule (`schedule-file.ts`) and the parts of one (`schedule-parts.ts`) are made of.
 */

export const text = z.string().trim().min(1)
export const localText = z.strictObject({ vi: text, en: text })
export const calendarDay = z
  .string()
  .refine((value): value is CalendarDay => isCalendarDay(value), 'not a calendar day')
export const dayOrNull = calendarDay.nullable().default(null)
const observation = { observationCode: text, text: localText }
const effective = { effectiveOn: dayOrNull, cessationOn: dayOrNull }

export const offset = z.string().transform((value, context): Offset => {
  const parsed = parseOffset(value)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: `not an offset: ${value}` })
  return z.NEVER
})
export const offsetOrNull = offset.nullable().default(null)
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

/** The name of a dose; "{n}" stands for its number, and no other brace means anything. */
const label = z
  .string()
  .trim()
  .min(1)
  .refine(value => !value.replaceAll('{n}', '').includes('{'), 'only {n} may stand in braces')
const doseLabel = z.strictObject({ vi: label, en: label })

const allowableVaccine = z.strictObject({ vaccine: text, ...ages })
const preferableVaccine = z
  .strictObject({
    ...allowableVaccine.shape,
    volumeMl: z.number().positive().nullable().default(null),
    forecast: z.boolean().default(false),
    label: doseLabel.nullable().default(null),
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
  label: doseLabel,
  source: text.nullable().default(null),
  confirmedBy: text.nullable().default(null),
  zeroDose: z.strictObject({ from: offset, label: localText }).nullable().default(null),
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

/** A series as a file writes it; the version its rows stand in is added by whoever reads the file. */
export const series = z
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
    offeredAs: text.nullable().default(null),
    indications: z.array(z.strictObject({ ...observation, ...ages })).default([]),
    doses: z.array(seriesDose).min(1),
  })
  .transform(({ default: isDefault, productPath, ...rest }) => ({
    ...rest,
    isDefault,
    isProductPath: productPath,
  }))

/** A product that protects against an antigen: its code, or with the ages between which it does. */
export const antigenVaccines = z.array(z.union([text, z.strictObject({ vaccine: text, ...ages })])).min(1)

/** What an antigen is, whatever the version of the schedule. */
export const antigenFacts = {
  code: text,
  name: localText,
  shortName: localText,
  vaccines: antigenVaccines,
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
}

/** Where a schedule comes from, and who stands for it. */
export const provenance = {
  code: text,
  name: localText,
  legalBasis: text,
  validFrom: calendarDay,
  validTo: dayOrNull,
  sources: z.array(text).min(1),
  confirmation: z.enum(['unconfirmed', 'confirmed']),
  confirmedBy: text.nullable(),
  confirmedOn: dayOrNull,
}

const campaign = z.strictObject({
  name: localText,
  antigens: z.array(text).min(1),
  startOn: calendarDay,
  endOn: dayOrNull,
  counts: z.boolean(),
  source: text.nullable().default(null),
})
const protection = z.strictObject({
  doses: z.int().min(1),
  lastBefore: offset,
  within: offsetOrNull,
  source: text.nullable().default(null),
  confirmedBy: text.nullable().default(null),
})

/** What a version says beside its series. */
export const versionRules = {
  campaigns: z.array(campaign).default([]),
  protectedAtBirth: z.array(protection).default([]),
}

const vaccineCodes = z.array(text).min(1)

/** What holds between antigens, and how they are shown. */
export const commonRules = {
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
}
