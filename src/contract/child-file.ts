import { z } from 'zod'
import { type ChildHandbook, toDos } from '../domain/child/child-handbook'
import { confirmation } from './open-vial-file'

const text = z.string().trim().min(1)
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const wording = z.strictObject({ vi: text, en: text })
const months = z.int().min(0).max(240)
const sourced = { source: text, confirmation }
const span = { fromMonths: months, untilMonths: months }
const bounds = z
  .strictObject({ lowest: z.number().positive(), highest: z.number().positive() })
  .refine(({ lowest, highest }) => lowest < highest, { message: 'the limits stand the wrong way round' })

const childFile = z.strictObject({
  format: z.literal(1),
  version: text,
  measures: z.strictObject({
    headUntilMonths: months,
    armFromMonths: months,
    armUntilMonths: months,
    standingFromMonths: months,
    untilYears: z.int().min(1).max(19),
    note: text,
    ...sourced,
  }),
  limits: z.strictObject({
    lengthCm: bounds,
    headCm: bounds,
    armCm: bounds,
    headSmallerByCm: z.number().min(0),
    note: text,
    ...sourced,
  }),
  feeding: z
    .array(
      z.strictObject({
        code,
        text: wording,
        ...span,
        yellowUnderMonths: months.nullable(),
        yellowFromMonths: months.nullable(),
        excludes: z.array(code),
        ...sourced,
      }),
    )
    .min(1),
  supplements: z.array(
    z.strictObject({
      code,
      text: wording,
      campaignMonths: z.array(z.int().min(1).max(12)),
      everyMonths: z.int().min(1).max(24),
      minimumDays: z.int().min(1).max(365),
      doses: z.array(z.strictObject({ code, text: wording, ...span })).min(1),
      ...sourced,
    }),
  ),
  correctUntilMonths: months,
  milestones: z
    .array(
      z.strictObject({
        code,
        ...span,
        signs: z.array(z.strictObject({ code, text: wording })).min(1),
        ...sourced,
      }),
    )
    .min(1),
  dangerSigns: z.array(z.strictObject({ code, text: wording, ...sourced })).min(1),
  whatToDo: z.record(z.enum(toDos), z.strictObject({ text: wording, ...sourced })),
  visits: z.strictObject({
    steps: z.array(z.strictObject({ untilMonths: months, everyMonths: z.int().min(1).max(24) })).min(1),
    earlyDays: z.int().min(0).max(60),
    graceDays: z.int().min(0).max(60),
    note: text,
    ...sourced,
  }),
})

/**
 * Reads `resources/handbook/child.json`. Throws on an unknown field, on a code that stands twice, on an age that ends before
 * it begins, on ages that are not in order, and on a way of feeding that excludes one nobody knows.
 */
export function readChildHandbook(file: unknown): ChildHandbook {
  const { format: _format, ...handbook } = childFile.parse(file)
  const { feeding, supplements, milestones, dangerSigns, visits } = handbook
  const doses = supplements.flatMap(supplement => supplement.doses)
  const signs = milestones.flatMap(band => band.signs)
  refuseTwice('a code', [...feeding, ...doses, ...signs, ...dangerSigns])
  refuseTwice('an age of development', milestones)
  for (const { code: ofSpan, fromMonths, untilMonths } of [...feeding, ...doses])
    if (fromMonths >= untilMonths) throw new Error(`${ofSpan} ends before it begins`)
  for (const { code: ofBand, fromMonths, untilMonths } of milestones)
    if (fromMonths > untilMonths) throw new Error(`${ofBand} ends before it begins`)
  if (!isRising(milestones.map(({ fromMonths }) => fromMonths)))
    throw new Error('the ages of development are not in order')
  if (!isRising(visits.steps.map(({ untilMonths }) => untilMonths)))
    throw new Error('the visits are not in order')
  const known = feeding.map(way => way.code)
  for (const other of feeding.flatMap(({ excludes }) => excludes))
    if (!known.includes(other)) throw new Error(`an unknown way of feeding ${other} is excluded`)
  return handbook
}

function refuseTwice(what: string, all: readonly { readonly code: string }[]): void {
  if (new Set(all.map(each => each.code)).size !== all.length) throw new Error(`${what} stands twice`)
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number))
}
