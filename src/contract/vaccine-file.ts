import { z } from 'zod'
import type { Vaccine } from '../domain/immunization/vaccine'

const text = z.string().trim().min(1)

/** One product of `resources/vaccines/vaccines.json`. */
export const vaccineRow = z.strictObject({
  code: z.string().regex(/^[A-Z0-9_]+$/),
  shortName: text,
  tradeName: text,
  nameVi: text,
  kind: z.enum(['vaccine', 'immunoglobulin']),
  manufacturer: text.nullable(),
  country: text.nullable(),
  antigens: z.array(text).min(1),
  live: z.boolean(),
  programmes: z.array(z.enum(['epi', 'fee', 'campaign'])),
  cvx: z
    .string()
    .regex(/^\d{2,3}$/)
    .nullable(),
  atc: z
    .string()
    .regex(/^J0[67][A-Z]{2}\d{2}$/)
    .nullable(),
  dosesPerVial: z.int().min(1).nullable(),
  volumeMl: z.number().positive().max(10).nullable(),
  route: z.enum(['IM', 'SC', 'ID', 'PO', 'NS']).nullable(),
  sites: z.array(z.enum(['LVL', 'RVL', 'LD', 'RD', 'LA', 'RA', 'MOUTH'])),
  openVialRule: text.nullable(),
  storage: text.nullable(),
  aliases: z.array(text),
  unverified: z.array(text),
})

const vaccineFile = z.strictObject({
  format: z.literal(1),
  version: text,
  vaccines: z.array(vaccineRow).min(1),
})

/** Reads the vaccine file into a map by code. Throws on an unknown field, a wrong value or a code that stands twice. */
export function readVaccines(file: unknown): ReadonlyMap<string, Vaccine> {
  const { vaccines } = vaccineFile.parse(file)
  const byCode = new Map<string, Vaccine>(vaccines.map(vaccine => [vaccine.code, vaccine]))
  if (byCode.size !== vaccines.length) throw new Error('a vaccine code stands twice')
  return byCode
}
