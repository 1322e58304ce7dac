import { z } from 'zod'
import type { BirthDoseRule } from '../domain/immunization/birth-dose-hours'
import type { Vaccine } from '../domain/immunization/vaccine'
import { confirmation } from './open-vial-file'

const text = z.string().trim().min(1)

const birthDoseFile = z.strictObject({
  format: z.literal(1),
  version: text,
  antigen: text,
  vaccines: z.array(text).min(1),
  hours: z.int().min(1).max(72),
  countsUntilDays: z.int().min(1).max(60),
  confirmation,
  source: text,
})

/** Reads `resources/vaccines/birth-dose.json`. Throws on an unknown field and on a product that has more than the antigen. */
export function readBirthDoseRule(file: unknown, vaccines: ReadonlyMap<string, Vaccine>): BirthDoseRule {
  const { format: _format, version: _version, ...rule } = birthDoseFile.parse(file)
  for (const code of rule.vaccines)
    if (vaccines.get(code)?.antigens.join() !== rule.antigen)
      throw new Error(`${code} is no product of ${rule.antigen} alone`)
  return rule
}
