import { z } from 'zod'
import type { Vaccine } from '../domain/immunization/vaccine'
import type { ColdChainRules } from '../domain/stock/fridge'

const text = z.string().trim().min(1)
const hour = z.int().min(1).max(23)

const coldChainFile = z.strictObject({
  format: z.literal(1),
  version: text,
  rules: z
    .array(
      z.strictObject({
        kind: z.enum(['too-warm', 'too-cold', 'frozen']),
        side: z.enum(['over', 'under']),
        limitC: z.number().min(-60).max(60),
        isInclusive: z.boolean(),
        loggerMinutes: z.int().min(0).max(1440),
        confirmation: z.enum(['sourced', 'unverified']),
        source: text,
      }),
    )
    .min(1),
  freezeTolerant: z.array(text),
  freezeTolerantSource: text,
  readBefore: z.strictObject({ morning: hour, afternoon: hour }),
  readBeforeSource: text,
})

/** Reads the rules of the cold chain. Throws on an unknown field, a kind that stands twice and an unknown product. */
export function readColdChainRules(
  file: unknown,
  vaccines: ReadonlyMap<string, Pick<Vaccine, 'code'>>,
): ColdChainRules {
  const { rules, freezeTolerant, readBefore } = coldChainFile.parse(file)
  if (new Set(rules.map(({ kind }) => kind)).size !== rules.length) throw new Error('a rule stands twice')
  const unknown = freezeTolerant.find(code => !vaccines.has(code))
  if (unknown !== undefined) throw new Error(`freezing is said of an unknown vaccine: ${unknown}`)
  return { rules, freezeTolerant: new Set(freezeTolerant), readBefore }
}
