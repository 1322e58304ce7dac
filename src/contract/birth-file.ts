import { z } from 'zod'
import { type BirthData, birthMeasures } from '../domain/maternal/birth-data'
import { confirmation } from './open-vial-file'

const text = z.string().trim().min(1)
const code = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
const words = { vi: text, en: text }
const coded = z.strictObject({ code, ...words })
const span = z.tuple([z.number(), z.number()]).refine(([from, to]) => from < to, { message: 'empty span' })
const limits = z
  .strictObject({ possible: span, usual: span })
  .refine(({ possible, usual }) => possible[0] <= usual[0] && usual[1] <= possible[1], {
    message: 'what is usual lies within what is possible',
  })
const check = z.strictObject({
  code,
  ...words,
  white: z.strictObject(words),
  yellow: z.strictObject(words),
})
const slot = z
  .strictObject({ code, ...words, fromDay: z.int().min(0).max(90), toDay: z.int().min(0).max(90) })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, { message: 'a visit ends before it begins' })

const birthFile = z.strictObject({
  format: z.literal(1),
  version: text,
  confirmation,
  source: text,
  pretermBelowWeeks: z.int().min(30).max(40),
  daysBetweenChildren: z.int().min(0).max(30),
  daysBetweenBirths: z.int().min(60).max(300),
  postpartumDays: z.int().min(7).max(90),
  limits: z.record(z.enum(birthMeasures), limits),
  complications: z.array(coded),
  screenings: z.array(coded),
  visits: z.array(slot).min(1),
  motherChecks: z.array(check).min(1),
  newbornChecks: z.array(check).min(1),
  motherDangerSigns: z.array(coded).min(1),
  newbornDangerSigns: z.array(coded).min(1),
})

/** Reads `resources/handbook/birth.json`. Throws on an unknown field, a code that stands twice and visits that overlap. */
export function readBirthData(file: unknown): BirthData {
  const { format: _format, ...data } = birthFile.parse(file)
  const { complications, screenings, visits, motherChecks, newbornChecks } = data
  const lists = [complications, screenings, visits, motherChecks, newbornChecks]
  for (const list of [...lists, data.motherDangerSigns, data.newbornDangerSigns])
    if (new Set(list.map(each => each.code)).size !== list.length)
      throw new Error('a code stands twice in handbook/birth.json')
  for (const [index, { fromDay }] of visits.entries())
    if (index > 0 && fromDay <= (visits[index - 1]?.toDay ?? -1))
      throw new Error('visits of handbook/birth.json overlap')
  return data
}
