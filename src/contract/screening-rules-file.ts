import { z } from 'zod'
import { parseOffset } from '../domain/calendar/offset'
import { alertCodes } from '../domain/person/person'
import { motherHbsagResults, type ScreeningForm } from '../domain/screening/form'
import type { VaccineScope } from '../domain/screening/hold'
import type { PlausibleLimits } from '../domain/screening/plausible'
import type { ScreeningRules, VaccineRule } from '../domain/screening/rules'

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const localText = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
const span = z.string().transform((written, context) => {
  const parsed = parseOffset(written)
  if (parsed) return parsed
  context.addIssue({ code: 'custom', message: `not a span: ${written}` })
  return z.NEVER
})

const cause = z.strictObject({
  code,
  text: localText,
  under: z.array(code).min(1),
  asks: z.enum(['day', 'antigens']).nullable(),
  isExempt: z.boolean(),
})

const question = z.strictObject({
  code,
  text: localText,
  fromAgeDays: z.int().min(0),
  toAgeDays: z.int().min(0).nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  unlessItems: z.array(code),
  unlessPregnantForm: z.boolean(),
  unlessAlert: z.enum(alertCodes).nullable(),
})

const trigger = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('cause'), code }),
  z.strictObject({ by: z.literal('item'), code }),
  z.strictObject({ by: z.literal('alert'), code: z.enum(alertCodes) }),
  z.strictObject({ by: z.literal('pregnant-form') }),
  z.strictObject({ by: z.literal('gestation'), underWeeks: z.int().min(20).max(45) }),
  z.strictObject({
    by: z.literal('weight'),
    underG: z.int().min(500).max(5000),
    motherHbsag: z.enum(motherHbsagResults),
  }),
  z.strictObject({ by: z.literal('immunoglobulin'), except: z.array(z.string()) }),
])

/** A scope as it is kept in a screening, too. */
export const vaccineScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('live'), route: z.enum(['any', 'injected', 'oral']) }),
  z.strictObject({
    kind: z.literal('antigens'),
    antigens: z.array(z.string()).min(1),
    live: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('products'), vaccineCodes: z.array(z.string()).min(1) }),
]) satisfies z.ZodType<VaccineScope>

const rule = z.strictObject({
  code,
  text: localText,
  when: z.array(trigger).min(1),
  scope: z.union([vaccineScope, z.strictObject({ kind: z.literal('cause-antigens') })]),
  conclusion: z.enum(['contraindicated', 'deferred']),
  until: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('after'), span }),
      z.strictObject({ kind: z.literal('gestation'), weeks: z.int().min(20).max(45) }),
    ])
    .nullable(),
  isAlone: z.boolean(),
  isCarried: z.boolean(),
  notes: z.enum(alertCodes).nullable(),
  source: z.string().min(1),
  confirmation: z.enum(['confirmed', 'unconfirmed']),
}) satisfies z.ZodType<VaccineRule>

const plausible = z.strictObject({
  note: z.string().min(1),
  oddZ: z.strictObject({ below: z.number().negative(), above: z.number().positive() }),
  impossible: z.strictObject({
    underMedian: z.number().min(0).max(0.5),
    fromAgeDays: z.int().min(0),
    overMedian: z.number().min(2),
  }),
  change: z.strictObject({
    lossShare: z.number().positive().max(1),
    lossFromAgeDays: z.int().min(0),
    gainKgAtMost: z.number().positive(),
    gainShareADay: z.number().positive(),
    untilAgeDays: z.int().positive(),
  }),
  oddTemperatureC: z.strictObject({ below: z.number(), above: z.number() }),
}) satisfies z.ZodType<PlausibleLimits>

const rulesFile = z
  .strictObject({
    format: z.literal(1),
    version: z.string().min(1),
    causes: z.array(cause),
    questions: z.array(question),
    rules: z.array(rule),
    returnAfterDays: z.record(code, z.int().min(1).max(365)),
    plausible,
  })
  .refine(({ rules }) => new Set(rules.map(it => it.code)).size === rules.length, {
    message: 'two rules have the same code',
  })
  .refine(({ causes, questions }) => isDistinct([...causes, ...questions]), {
    message: 'two causes or questions have the same code',
  })
  .refine(({ returnAfterDays }) => 'other' in returnAfterDays, { message: 'no days for other items' })

const isDistinct = (all: readonly { readonly code: string }[]) =>
  new Set(all.map(it => it.code)).size === all.length

/**
 * Reads the rules about single vaccines. Throws when the file has another shape, when a rule, a cause or a question
 * names an item or a cause that nothing has, when an item is left to the rules and none speaks of it, or when a cause
 * that may be ticked leads nowhere.
 */
export function readScreeningRules(
  file: unknown,
  forms: readonly ScreeningForm[],
): { readonly rules: ScreeningRules; readonly limits: PlausibleLimits } {
  const { plausible: limits, format: _format, ...rules } = rulesFile.parse(file)
  const items = new Set(forms.flatMap(form => form.items.map(item => item.code)))
  const triggers = rules.rules.flatMap(({ when }) => when)
  const caused = new Set(triggers.flatMap(it => (it.by === 'cause' ? [it.code] : [])))
  const ofItems = new Set(triggers.flatMap(it => (it.by === 'item' ? [it.code] : [])))
  const askable = [...rules.causes, ...rules.questions].map(it => it.code)
  const unknown = [
    ...[...ofItems, ...rules.causes.flatMap(it => it.under)].filter(it => !items.has(it)),
    ...Object.keys(rules.returnAfterDays).filter(it => !items.has(it)),
    ...[...caused].filter(it => !askable.includes(it)),
    ...rules.causes.filter(it => !it.isExempt && !caused.has(it.code)).map(it => it.code),
    ...rules.questions.filter(it => !caused.has(it.code) || items.has(it.code)).map(it => it.code),
    ...forms
      .flatMap(form => form.items)
      .filter(item => item.leadsTo === 'per-vaccine' && !ofItems.has(item.code))
      .map(item => item.code),
  ]
  if (unknown.length > 0) throw new Error(`screening rules and forms do not fit: ${unknown.join(', ')}`)
  return { rules, limits }
}
