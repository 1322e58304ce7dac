import { z } from 'zod'
import type { HandbookProgramme } from '../domain/report/handbook-programme'
import { confirmation } from './open-vial-file'

const text = z.string().trim().min(1)
const localText = z.strictObject({ vi: text, en: text })
const sourced = { confirmation, source: text }
const days = z.int().min(0).max(400)
const months = z.int().min(1).max(240)
const count = z.int().min(1).max(40)

const limits = z.strictObject({
  antenatal: z.strictObject({ soonDays: days, ...sourced }),
  expectedBirths: z.strictObject({ soonDays: days, unknownAfterDays: days, ...sourced }),
  postpartum: z.strictObject({ firstWithinDays: days, untilDays: days, ...sourced }),
  underweight: z.strictObject({
    groups: z.array(text).min(1),
    withFaltering: z.boolean(),
    untilMonths: months,
    ...sourced,
  }),
  milestones: z.strictObject({ untilMonths: months, ...sourced }),
})

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enrolled') }),
  z.strictObject({ kind: z.literal('handbooks') }),
  z.strictObject({ kind: z.literal('visits'), from: count, to: count.nullable() }),
  z.strictObject({ kind: z.literal('deliveries') }),
  z.strictObject({ kind: z.literal('deliveries-with-visits'), atLeast: count }),
  z.strictObject({ kind: z.literal('deliveries-protected') }),
  z.strictObject({ kind: z.literal('postpartum-visited'), withinDays: days }),
  z.strictObject({ kind: z.literal('live-births') }),
  z.strictObject({ kind: z.literal('birth-dose') }),
  z.strictObject({ kind: z.literal('low-weight'), underG: z.int().min(500).max(5000) }),
  z.strictObject({ kind: z.literal('children-measured'), underMonths: months }),
])

const row = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u),
  label: localText,
  counts: localText,
  rule,
  ...sourced,
})

const programmeFile = z.strictObject({
  format: z.literal(1),
  version: text,
  lists: limits,
  form: z.strictObject({
    id: text,
    version: text,
    title: localText,
    rows: z.array(row).min(1),
    ...sourced,
  }),
})

/** Reads `resources/handbook/programme.json`. Throws on an unknown field, and a row that stands twice. */
export function readProgramme(file: unknown): HandbookProgramme {
  const { lists, form } = programmeFile.parse(file)
  if (new Set(form.rows.map(({ id }) => id)).size !== form.rows.length)
    throw new Error('a row of the programme form stands twice')
  return { limits: lists, form }
}
