import type { Instant } from '../calendar/calendar-day'
import { sameValue } from '../person/same-value'

/**
 * How two different changes of one field are settled. `review`: both are kept for a person to decide. `newest`: the later
 * one holds, and at the same moment the server's.
 */
export type FieldRule = 'review' | 'newest'

/** One field as three parties know it. */
export type ThreeValues = {
  readonly here: unknown
  /** What the server held when this station last saw it; undefined: never seen. */
  readonly base: unknown
  /** What the server holds now. */
  readonly there: unknown
  readonly hereChangedAt: Instant | null
  readonly thereChangedAt: Instant
}

/**
 * What becomes of a field. `disputed`: both changed it and no rule decides; until a person does, the server's value
 * stands at every point alike, and the other one waits beside it.
 */
export type FieldVerdict = 'same' | 'take-there' | 'keep-here' | 'disputed'

/** Settles one field: a change of one side alone travels, two different changes go by the rule. Decision 0029. */
export function decideField(values: ThreeValues, rule: FieldRule): FieldVerdict {
  const { here, base, there, hereChangedAt, thereChangedAt } = values
  if (sameValue(here, there)) return 'same'
  if (base !== undefined) {
    if (sameValue(here, base)) return 'take-there'
    if (sameValue(there, base)) return 'keep-here'
  }
  // An empty field never stands against a filled one: silence is no change.
  if (isNothing(here)) return 'take-there'
  if (isNothing(there)) return 'keep-here'
  if (rule === 'review') return 'disputed'
  return hereChangedAt !== null && hereChangedAt > thereChangedAt ? 'keep-here' : 'take-there'
}

/** Nothing is known in this field. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === 'unknown'
}

/** A list with everything of both; the server's order comes first, so that every station ends with the same one. */
export function unionOf<T>(here: readonly T[], there: readonly T[]): readonly T[] {
  return [...there, ...here.filter(item => !there.some(known => sameValue(known, item)))]
}
