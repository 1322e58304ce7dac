import { z } from 'zod'
import { type EvidenceLevel, type LinkageField, linkageFields } from '../domain/linkage/linkage-types'
import type { LevelWeight, LinkageWeights } from '../domain/linkage/weights'

const evidenceLevels = [
  'same',
  'same-without-marks',
  'reordered',
  'shortened',
  'one-slip',
  'near',
  'swapped-day-month',
  'same-in-part',
  'nameless',
  'partly',
  'complementary',
  'missing',
  'different',
] as const satisfies readonly EvidenceLevel[]

const share = z.number().gt(0).max(1)
const bits = z.number().min(-30).max(30)
const limit = z.number().min(0).max(60)
const signed = z.strictObject({ same: bits, different: bits })
const weight = z.strictObject({ m: share, u: share }) satisfies z.ZodType<LevelWeight>

const linkageWeights = z.strictObject({
  format: z.literal(1),
  version: z.string().min(1),
  duplicatesPerRecord: share,
  smallestRegister: z.int().min(1),
  priorRecords: z.int().min(1),
  wordShares: z.record(z.string().regex(/^[a-z]+$/u), share),
  otherWordShare: share,
  levels: z.record(z.enum(linkageFields), z.partialRecord(z.enum(evidenceLevels), weight)),
  relativeNumber: signed,
  relativeBirthYear: signed,
  doses: z.strictObject({ rarityShare: share, mostBitsADay: limit, sameLotBits: limit, clashBits: limit }),
  caps: z.strictObject({ family: limit, name: limit, doses: limit, against: limit }),
  thresholds: z.strictObject({ likely: bits, possible: bits }).refine(at => at.likely > at.possible),
})

/** Levels that must weigh for the same person, and those that must weigh against: a file that says otherwise is wrong. */
const mustAgree: readonly (readonly [LinkageField, EvidenceLevel])[] = [
  ['identifier', 'same'],
  ['name', 'same'],
  ['birth-date', 'same'],
  ['mother', 'same'],
  ['father', 'same'],
]
const mustDiffer: readonly (readonly [LinkageField, EvidenceLevel])[] = [
  ['name', 'different'],
  ['birth-date', 'different'],
  ['birth-order', 'different'],
  ['sex', 'different'],
  ['mother', 'different'],
]

/** Reads `resources/linkage/weights.json`. Throws on an unknown field, a number out of range or evidence that points the wrong way. */
export function readLinkageWeights(file: unknown): LinkageWeights {
  const weights: LinkageWeights = linkageWeights.parse(file)
  const ratio = (field: LinkageField, level: EvidenceLevel) => {
    const known = weights.levels[field][level]
    if (!known) throw new Error(`the linkage weights know no ${field} ${level}`)
    return known.m / known.u
  }
  for (const [field, level] of mustAgree)
    if (ratio(field, level) <= 1) throw new Error(`${field} ${level} must speak for one person`)
  for (const [field, level] of mustDiffer)
    if (ratio(field, level) >= 1) throw new Error(`${field} ${level} must speak against one person`)
  return weights
}
