import { z } from 'zod'
import type { AnaphylaxisCard } from '../domain/aefi/adrenaline'
import type { CaseForm } from '../domain/aefi/case-form'
import type { ExpectedReactions } from '../domain/aefi/expected-reactions'
import { reactionSigns } from '../domain/session/reaction-sign'

const localText = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
const code = z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)
const head = {
  version: z.string().min(1),
  confirmation: z.enum(['confirmed', 'unverified']),
  source: z.string().min(1),
}
const uniqueCodes = (rows: readonly { readonly code: string }[]) =>
  new Set(rows.map(row => row.code)).size === rows.length

const field = z.strictObject({
  code,
  section: code,
  label: localText,
  kind: z.enum(['line', 'text', 'day', 'moment', 'choice', 'choices']),
  choices: z.array(z.strictObject({ code, label: localText })),
  per: z.enum(['case', 'dose']),
  core: z.int().min(1).max(25).nullable(),
  critical: z.boolean(),
  onlyIf: z.strictObject({ code, is: code }).nullable(),
})

/** `resources/aefi/case-form.json`: 25 core variables, each once; 13 critical; every choice has choices. */
const caseFormFile = z
  .strictObject({
    ...head,
    title: localText,
    sections: z.array(z.strictObject({ code, part: localText.optional(), label: localText })).min(1),
    fields: z.array(field).min(25),
  })
  .refine(({ fields }) => uniqueCodes(fields), { message: 'two fields have the same code' })
  .refine(
    ({ fields, sections }) => fields.every(it => sections.some(section => section.code === it.section)),
    {
      message: 'a field belongs to no section',
    },
  )
  .refine(({ fields }) => fields.every(it => it.kind.startsWith('choice') === it.choices.length > 0), {
    message: 'a choice without choices',
  })
  .refine(
    ({ fields }) =>
      isOneToN(
        fields.flatMap(it => it.core ?? []),
        25,
      ),
    {
      message: 'the 25 core variables are not there, each once',
    },
  )
  .refine(({ fields }) => fields.filter(it => it.critical).length === 13, {
    message: 'the critical variables are not 13',
  }) satisfies z.ZodType<CaseForm>

function isOneToN(numbers: readonly number[], last: number): boolean {
  return numbers.length === last && new Set(numbers).size === last
}

const band = z.strictObject({
  code,
  patient: localText,
  dose: localText,
  ampoule: localText,
  means: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('newborn-or-below'), kg: z.number().positive() }),
    z.strictObject({ kind: z.literal('about'), kg: z.number().positive() }),
    z.strictObject({ kind: z.literal('above'), kg: z.number().positive() }),
    z.strictObject({ kind: z.literal('adult') }),
  ]),
})

/** `resources/aefi/anaphylaxis.json`: bands from light to heavy, the adult last; the box has no item twice. */
const anaphylaxisFile = z
  .strictObject({
    ...head,
    ampoule: localText,
    bands: z.array(band).min(2),
    adultFromYears: z.int().min(12).max(20),
    grades: z.array(z.strictObject({ code, text: localText })).length(4),
    steps: z.array(localText).min(1),
    repeatMinutes: z.strictObject({ from: z.number().positive(), to: z.number().positive() }),
    kit: z
      .array(z.strictObject({ code, name: localText, needed: z.int().min(1), expires: z.boolean() }))
      .min(1),
    kitWarnDays: z.int().min(1).max(365),
  })
  .refine(({ bands }) => uniqueCodes(bands), { message: 'two bands have the same code' })
  .refine(({ kit }) => uniqueCodes(kit), { message: 'the box has an item twice' })
  .refine(({ repeatMinutes: { from, to } }) => from <= to, { message: 'the repeat ends before it begins' })
  .refine(({ bands }) => isFromLightToHeavy(bands.map(({ means }) => means)), {
    message: 'the bands do not go from light to heavy, with the adult last',
  }) satisfies z.ZodType<AnaphylaxisCard>

function isFromLightToHeavy(means: readonly z.output<typeof band>['means'][]): boolean {
  const weights = means.map(each => (each.kind === 'adult' ? Number.POSITIVE_INFINITY : each.kg))
  return weights.every((kg, index) => index === 0 || kg >= (weights[index - 1] ?? 0))
}

const signCodes = Object.keys(reactionSigns)
const expectedFile = z
  .strictObject({
    ...head,
    entries: z.array(
      z.strictObject({
        code,
        antigens: z.array(z.string().min(1)).min(1),
        live: z.boolean().nullable(),
        name: localText,
        common: localText,
        rare: localText.nullable(),
        signs: z.array(z.string().refine(sign => signCodes.includes(sign), { message: 'unknown sign' })),
        unverified: z.boolean(),
      }),
    ),
  })
  .refine(({ entries }) => uniqueCodes(entries), {
    message: 'two entries have the same code',
  }) satisfies z.ZodType<ExpectedReactions>

/** Reads the form of a severe case. Throws when a core or critical variable is missing or stands twice. */
export function readCaseForm(file: unknown): CaseForm {
  return caseFormFile.parse(file)
}

/** Reads the card of anaphylaxis. Throws when its bands are not in order. */
export function readAnaphylaxisCard(file: unknown): AnaphylaxisCard {
  return anaphylaxisFile.parse(file)
}

/** Reads what is expected after which vaccine. Throws on a sign the program does not know. */
export function readExpectedReactions(file: unknown): ExpectedReactions {
  return expectedFile.parse(file)
}
