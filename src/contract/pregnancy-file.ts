import { z } from 'zod'
import { urineProteins } from '../domain/maternal/antenatal-visit'
import type { AntenatalSchedule, PregnancyRules } from '../domain/maternal/pregnancy-rules'
import { confirmation } from './open-vial-file'

const text = z.string().trim().min(1)
const code = z.string().regex(/^[a-z0-9-]{2,40}$/)
const week = z.int().min(0).max(45)
const count = z.int().min(0).max(20)
const names = z.strictObject({ vi: text, en: text })
const sourced = { source: text, confirmation }

const dating = z.strictObject({
  pregnancyDays: z.int().min(250).max(300),
  scanBeforeWeeks: week.nullable(),
  scanSteps: z.array(z.strictObject({ fromWeeks: week, moreThanDays: z.int().min(0).max(60) })).min(1),
  askAfterWeeks: week,
  trimesterWeeks: z.tuple([week, week]),
  ...sourced,
})

const schedule = z.strictObject({
  code,
  name: names,
  visits: z
    .array(z.strictObject({ number: z.int().min(1), fromWeek: week, dueWeek: week, beforeWeek: week }))
    .min(1),
  ...sourced,
})

const test = z.strictObject({
  code,
  name: names,
  fromWeek: week,
  dueWeek: week,
  untilWeek: week.nullable(),
  isCore: z.boolean(),
  ...sourced,
})

const pressure = z.int().min(60).max(250)
const finder = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('age-below'), years: z.int().min(10).max(60) }),
  z.strictObject({ by: z.literal('age-from'), years: z.int().min(10).max(60) }),
  z.strictObject({ by: z.literal('height-below'), cm: z.number().min(100).max(200) }),
  z.strictObject({ by: z.literal('bmi-below'), limit: z.number().min(10).max(60) }),
  z.strictObject({ by: z.literal('bmi-from'), limit: z.number().min(10).max(60) }),
  z.strictObject({ by: z.literal('gravida-from'), count }),
  z.strictObject({ by: z.literal('preterm-from'), count }),
  z.strictObject({ by: z.literal('lost-from'), count }),
  z.strictObject({ by: z.literal('fetuses-from'), count }),
  z.strictObject({ by: z.literal('weeks-from'), weeks: week }),
  z.strictObject({
    by: z.literal('pressure-from'),
    systolic: pressure,
    diastolic: pressure,
    of: z.enum(['newest', 'any']),
  }),
  z.strictObject({ by: z.literal('haemoglobin-below'), gramsPerLitre: z.number().min(30).max(200) }),
  z.strictObject({ by: z.literal('protein-from'), level: z.enum(urineProteins) }),
  z.strictObject({ by: z.literal('fetal-rate-outside'), from: z.int().min(50), to: z.int().max(250) }),
  z.strictObject({ by: z.literal('not-cephalic-from'), weeks: week }),
  z.strictObject({ by: z.literal('test-positive'), test: code }),
  z.strictObject({ by: z.literal('asked') }),
])

const range = z
  .strictObject({ from: z.number(), to: z.number() })
  .refine(({ from, to }) => from < to, { message: 'an empty range' })

const limits = z.strictObject({
  motherYears: range,
  weightKg: range,
  heightCm: range,
  systolic: range,
  diastolic: range,
  fundalHeightCm: range,
  abdominalGirthCm: range,
  fetalHeartRate: range,
  haemoglobin: range,
  ironFolateTablets: range,
  gravida: range,
  fetuses: range,
  scanWeeks: range,
  weightChangeKgPerWeek: z.number().positive(),
  weightChangeKg: z.number().positive(),
  fundalDiffersCm: z.number().positive(),
  fundalWeeks: range,
  ...sourced,
})

const newbornStep = z.strictObject({
  code,
  name: names,
  forMother: z.array(z.enum(['positive', 'negative', 'unknown'])).min(1),
  withinHours: z.int().min(0).max(168).nullable(),
  atMonths: z.int().min(1).max(36).nullable(),
  otherSite: z.boolean(),
  ...sourced,
})

const pregnancyFile = z.strictObject({
  format: z.literal(1),
  version: text,
  confirmedBy: text.nullable(),
  confirmedOn: text.nullable(),
  notes: z.array(text),
  dating,
  usualSchedule: code,
  schedules: z.array(schedule).min(1),
  tests: z.array(test).min(1),
  risks: z
    .array(
      z.strictObject({
        code,
        name: names,
        level: z.enum(['urgent', 'high', 'watch']),
        found: finder,
        ...sourced,
      }),
    )
    .min(1),
  dangerSigns: z.array(z.strictObject({ code, name: names, ...sourced })).min(1),
  newbornSteps: z.array(newbornStep).min(1),
  limits,
})

/**
 * Reads `resources/handbook/pregnancy.json`. Throws on an unknown field, a code that stands twice, windows of a schedule
 * that overlap or run backwards, and a risk found by a test nobody lists.
 */
export function readPregnancyRules(file: unknown): PregnancyRules {
  const { format: _f, confirmedBy: _b, confirmedOn: _o, notes: _n, ...rules } = pregnancyFile.parse(file)
  for (const list of [rules.schedules, rules.tests, rules.risks, rules.dangerSigns, rules.newbornSteps])
    assertOnce(list.map(each => each.code))
  for (const each of rules.schedules) assertWindows(each)
  if (!rules.schedules.some(each => each.code === rules.usualSchedule))
    throw new Error(`no schedule ${rules.usualSchedule}`)
  for (const { found } of rules.risks)
    if (found.by === 'test-positive' && !rules.tests.some(each => each.code === found.test))
      throw new Error(`a risk is found by an unknown test: ${found.test}`)
  const steps = rules.dating.scanSteps.map(({ fromWeeks }) => fromWeeks)
  if (steps.some((from, index) => index > 0 && from <= (steps[index - 1] ?? 0)))
    throw new Error('the steps of the dating rule do not go up')
  return rules
}

function assertOnce(codes: readonly string[]): void {
  const twice = codes.find((each, index) => codes.indexOf(each) !== index)
  if (twice !== undefined) throw new Error(`${twice} stands twice`)
}

function assertWindows({ code: name, visits }: AntenatalSchedule): void {
  for (const [index, { number, fromWeek, dueWeek, beforeWeek }] of visits.entries()) {
    const before = visits[index - 1]
    if (number !== index + 1) throw new Error(`visits of ${name} do not count 1, 2, 3`)
    if (fromWeek > dueWeek || dueWeek >= beforeWeek)
      throw new Error(`visit ${number} of ${name} runs backwards`)
    if (before && before.beforeWeek > fromWeek)
      throw new Error(`visits ${number - 1} and ${number} of ${name} overlap`)
  }
}
