import { z } from 'zod'
import type { Marks } from '../domain/document/marks'
import type { PaperTemplate } from '../domain/document/template'
import { cleanText } from '../domain/document/words'
import { calendarDay, instant } from './values'

/*
 * The parts of a document's data file. Texts come as they are printed (dates as 31/12/2025); marks are composed and control
 * characters go, as when the application makes the paper itself.
 */

/** Text that may be empty: an empty cell. */
export const words = z.string().max(2000).transform(cleanText)
/** Text without which there is no paper. */
export const name = words.refine(text => text !== '', { message: 'is empty' })
/** A fact that may be absent. */
export const maybe = words.nullable().default(null)
export const count = z.int().min(-1_000_000).max(1_000_000)
/** A person code as a barcode bears it: digits, an even number of them. */
export const personCode = z.string().regex(/^(\d{2}){4,10}$/u, { message: 'is no code of 8 to 20 digits' })

export const caption = z.strictObject({ vi: name, en: name })
export const point = z.strictObject({ name, address: maybe, phone: maybe })
export const next = z
  .strictObject({ day: name, reasons: z.array(words).default([]) })
  .nullable()
  .default(null)

/** Whom a paper is about, as every paper of a person says it. */
export const who = { name, birthDate: name, code: personCode }
/** Head and foot of a slip. */
export const slipEnds = { pointName: name, printedAt: name }

/** A template of the province; whether its keys are those of the paper is checked by `problemsOfTemplate`. */
export const paperTemplate = z.strictObject({
  kind: z.string().max(60),
  version: name,
  confirmation: z.enum(['confirmed', 'unverified']),
  source: name,
  texts: z.record(z.string().max(60), caption).default({}),
  parts: z.array(z.string().max(60)).max(30).nullable().default(null),
  columns: z
    .array(z.strictObject({ column: z.string().max(60), widthPercent: z.number().positive().max(100) }))
    .max(20)
    .nullable()
    .default(null),
}) satisfies z.ZodType<PaperTemplate>

export const marks = {
  practice: z.boolean().default(false),
  reprint: z
    .strictObject({ number: z.int().min(1).max(999), at: instant })
    .nullable()
    .default(null),
  template: paperTemplate.nullable().optional(),
  layout: z.strictObject({ paper: z.enum(['A4', 'A5']), bilingual: z.boolean() }).optional(),
} satisfies Record<keyof Marks, z.ZodType>

/** A document of one kind: the file need not repeat the kind. */
export const documentOf = <K extends string, Shape extends z.ZodRawShape>(kind: K, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind).default(kind as never), ...marks, ...shape })

export const issuedOn = calendarDay
