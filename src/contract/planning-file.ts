import { z } from 'zod'
import type { Vaccine } from '../domain/immunization/vaccine'
import { problemOfSlots } from '../domain/session-plan/plan'
import type { PlanningRules } from '../domain/session-plan/planning-rules'

const share = z.number().min(0).max(1)
const cost = z.number().min(0).max(1_000)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u)
const dayPart = z.tuple([time, time]).refine(([from, until]) => from < until)

const planningFile = z.strictObject({
  format: z.literal(1),
  version: z.string().min(1),
  confirmation: z.enum(['unconfirmed', 'confirmed']),
  source: z.string().min(1),
  unverified: z.array(z.string()),
  attendance: z.strictObject({ usualShare: share, strength: z.number().min(1).max(1_000) }),
  supplies: z.strictObject({
    enoughShare: share,
    walkInShare: share,
    syringeReserve: share,
    syringesPerSafetyBox: z.int().min(1).max(1_000),
  }),
  vialRule: z.strictObject({
    missedCost: cost,
    lateCost: cost,
    weekCost: cost,
    returnChance: share,
    callChance: share,
    sureShare: share,
    worthWaitingShare: share,
    lastCallMinutes: z.int().min(0).max(480),
  }),
  dayParts: z.strictObject({ morning: dayPart, afternoon: dayPart }),
  usualSlots: z.array(
    z.strictObject({
      slot: z.enum(['morning', 'afternoon', 'all-day', 'time']),
      time: z.string().nullable(),
      capacity: z.int(),
    }),
  ),
  reconstituted: z.array(z.string()),
})

/** Reads `resources/session-plan/planning.json`. Throws on an unknown field, a number out of range or a product nobody knows. */
export function readPlanningRules(file: unknown, vaccines: ReadonlyMap<string, Vaccine>): PlanningRules {
  const { format: _format, ...rules } = planningFile.parse(file)
  const problem = problemOfSlots(rules.usualSlots)
  if (problem) throw new Error(`the usual slots of a plan: ${problem}`)
  const unknown = rules.reconstituted.filter(code => !vaccines.has(code))
  if (unknown.length > 0) throw new Error(`reconstituted products nobody knows: ${unknown.join(', ')}`)
  return rules
}
