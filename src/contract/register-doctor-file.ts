import { z } from 'zod'
import type { DoctorLimits } from '../domain/register-doctor/examined'
import { confirmation } from './open-vial-file'

const text = z.string().trim().min(1)

const limitsFile = z.strictObject({
  format: z.literal(1),
  version: text,
  confirmation,
  source: text,
  phoneFamilies: z.int().min(2).max(100),
  namelessDays: z.int().min(1).max(3_650),
  twinGapDays: z.int().min(1).max(365),
  twinLossShare: z.number().positive().max(0.9),
})

/** Reads `resources/register-doctor/limits.json`. Throws on an unknown field or a value out of bounds. */
export function readDoctorLimits(file: unknown): DoctorLimits {
  const { phoneFamilies, namelessDays, twinGapDays, twinLossShare } = limitsFile.parse(file)
  return { phoneFamilies, namelessDays, twinGapDays, twinLossShare }
}
