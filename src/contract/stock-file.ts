import { z } from 'zod'
import type { WastageReason } from '../domain/stock/wastage'

const text = z.string().trim().min(1)

const reasonFile = z.strictObject({
  format: z.literal(1),
  version: text,
  reasons: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z][a-z-]*$/),
        nameVi: text,
        nameEn: text,
        for: z.enum(['open', 'unopened', 'both']),
        needsNote: z.boolean(),
      }),
    )
    .min(1),
})

/** Reads the reasons for waste into a map by code. Throws on an unknown field and on a code that stands twice. */
export function readWastageReasons(file: unknown): ReadonlyMap<string, WastageReason> {
  const { reasons } = reasonFile.parse(file)
  const byCode = new Map<string, WastageReason>(reasons.map(reason => [reason.code, reason]))
  if (byCode.size !== reasons.length) throw new Error('a reason for waste stands twice')
  return byCode
}
