import { z } from 'zod'
import type { Vaccine } from '../domain/immunization/vaccine'
import type { ArrivalLimits } from '../domain/stock/arrival'
import type { Supply } from '../domain/stock/supplies'
import type { WastageReason } from '../domain/stock/wastage'
import { confirmation } from './open-vial-file'
import { programme, route } from './values'

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

const supplyUse = z.discriminatedUnion('per', [
  z.strictObject({
    per: z.literal('dose'),
    routes: z.array(route).min(1),
    programmes: z.array(programme).min(1),
    aboveMl: z.number().min(0),
    upToMl: z.number().positive(),
  }),
  z.strictObject({ per: z.literal('vial'), vaccines: z.array(text).min(1) }),
  z.strictObject({ per: z.literal('syringes'), holds: z.int().min(1) }),
])

const supplyFile = z.strictObject({
  format: z.literal(1),
  version: text,
  supplies: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Z0-9_]+$/),
        nameVi: text,
        nameEn: text,
        kind: z.enum(['syringe', 'diluent', 'safety-box']),
        use: supplyUse,
        confirmation,
        source: text,
      }),
    )
    .min(1),
})

/**
 * Reads the supplies into a map by code. Throws on an unknown field or product, on a code that stands twice, and on one
 * that is a vaccine's: lots are kept under either.
 */
export function readSupplies(
  file: unknown,
  vaccines: ReadonlyMap<string, Vaccine>,
): ReadonlyMap<string, Supply> {
  const { supplies } = supplyFile.parse(file)
  const byCode = new Map<string, Supply>(supplies.map(supply => [supply.code, supply]))
  if (byCode.size !== supplies.length) throw new Error('a supply stands twice')
  for (const { code, use } of supplies) {
    if (vaccines.has(code)) throw new Error(`${code} is a vaccine`)
    for (const vaccine of use.per === 'vial' ? use.vaccines : [])
      if (!vaccines.has(vaccine)) throw new Error(`${code} is for an unknown product ${vaccine}`)
  }
  return byCode
}

const arrivalFile = z.strictObject({
  format: z.literal(1),
  version: text,
  lowestC: z.number(),
  highestC: z.number(),
  confirmation,
  source: text,
})

/** Reads between which temperatures vaccine travels. Throws when the lower bound is not the lower one. */
export function readArrivalLimits(file: unknown): ArrivalLimits {
  const { lowestC, highestC, confirmation: state, source } = arrivalFile.parse(file)
  if (lowestC >= highestC) throw new Error('the limits of arrival stand the wrong way round')
  return { lowestC, highestC, confirmation: state, source }
}
