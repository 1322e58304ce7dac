import { z } from 'zod'
import { id } from './values'

const meaning = z.string().max(80).nullable()
const vaccineNames = z.record(z.string().max(300), z.string().max(60))

/** `headerRow` null: no header; undefined: to be found. `meanings` by column; undefined: to be guessed. */
export const importLook = z.strictObject({
  token: id,
  sheet: z.int().min(0).optional(),
  headerRow: z.int().min(0).nullable().optional(),
  meanings: z.array(meaning).max(400).optional(),
  vaccineNames: vaccineNames.optional(),
})
export type ImportLook = z.output<typeof importLook>

/** What becomes of a row that may be somebody registered: that person, somebody new; a row not named is left out. */
export const importDecision = z.strictObject({
  row: z.int().min(1),
  decision: z.enum(['same', 'new']),
  personId: id.nullable(),
})
export type ImportDecision = z.output<typeof importDecision>

export const importCheck = z.strictObject({
  token: id,
  sheet: z.int().min(0),
  headerRow: z.int().min(0).nullable(),
  meanings: z.array(meaning).max(400),
  vaccineNames,
  decisions: z.array(importDecision).max(5_000),
  /** Fill what the register does not know of people it knows. */
  isFilling: z.boolean(),
})
export type ImportCheck = z.output<typeof importCheck>
