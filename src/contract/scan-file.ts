import { z } from 'zod'
import type { ScanLayouts } from '../domain/scan/scan-types'

const text = z.string().trim().min(1)
const field = z.enum([
  'national-id',
  'old-national-id',
  'health-insurance',
  'birth-certificate',
  'name',
  'birth-date',
  'sex',
  'address',
  'issued-on',
  'mother-name',
  'father-name',
  'ignored',
])

const layoutsFile = z.strictObject({
  format: z.literal(1),
  version: text,
  cards: z
    .array(
      z.strictObject({
        code: text,
        kind: z.enum(['citizen-card', 'health-card', 'birth-certificate']),
        source: text,
        confirmed: z.boolean(),
        fields: z.array(field).min(2),
        fewestFields: z.int().min(2),
        isHex: z.boolean(),
      }),
    )
    .min(1),
  jsonNames: z.partialRecord(field, z.array(text)),
})

/** Reads `resources/scan/layouts.json`. Throws on an unknown field or a wrong value. */
export function readScanLayouts(file: unknown): ScanLayouts {
  const { cards, jsonNames } = layoutsFile.parse(file)
  return { cards, jsonNames }
}
