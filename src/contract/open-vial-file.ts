import { z } from 'zod'
import type { Vaccine } from '../domain/immunization/vaccine'
import type { OpenVialRules } from '../domain/stock/vial'

const text = z.string().trim().min(1)
export const confirmation = z.enum(['sourced', 'unverified'])
const rule = {
  /** Hours after opening; 28 days is the longest any policy allows. */
  hours: z
    .int()
    .min(1)
    .max(28 * 24)
    .nullable(),
  endsWithSession: z.boolean(),
  confirmation,
  source: text,
}

const openVialFile = z.strictObject({
  format: z.literal(1),
  version: text,
  default: z.strictObject(rule),
  products: z.array(z.strictObject({ vaccineCode: text, ...rule })),
  vvm: z.strictObject({
    stages: z.int().min(2).max(9),
    discardFrom: z.int().min(2).max(9),
    confirmation,
    source: text,
  }),
})

/**
 * Reads `resources/vaccines/open-vials.json`. Throws on an unknown field or product, a product that stands twice, and a
 * rule that would let a vial stay open for ever.
 */
export function readOpenVialRules(file: unknown, vaccines: ReadonlyMap<string, Vaccine>): OpenVialRules {
  const { default: usual, products, vvm } = openVialFile.parse(file)
  for (const { vaccineCode } of products)
    if (!vaccines.has(vaccineCode)) throw new Error(`open vials of an unknown product ${vaccineCode}`)
  for (const each of [usual, ...products])
    if (each.hours === null && !each.endsWithSession) throw new Error('an open vial needs an end')
  const byVaccine = new Map(products.map(({ vaccineCode, ...own }) => [vaccineCode, own]))
  if (byVaccine.size !== products.length) throw new Error('a product stands twice among the open vials')
  return { default: usual, byVaccine, vvm }
}
