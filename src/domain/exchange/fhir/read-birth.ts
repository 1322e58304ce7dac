import type { ArrivedBirth } from './arrived'
import { birthFacts, birthParts, loinc } from './birth'
import {
  codeIn,
  headOf,
  numberOf,
  partOf,
  type Read,
  type ReadContext,
  resourceOf,
  textOf,
} from './read-fields'

/** In grams and weeks: how others may have written it. */
const factors: Readonly<Record<string, number>> = { g: 1, kg: 1000, wk: 1, d: 1 / 7 }

/** Weight or age at birth; null for every other observation, and for a value that cannot be true. */
export function readBirth(resource: Read, context: ReadContext): ArrivedBirth | null {
  const code = codeIn(resource.code, loinc)
  const part = birthParts.find(each => birthFacts[each].code === code)
  const head = headOf(resource, context)
  const patient = resourceOf(resource.subject)
  const status = textOf(resource.status)
  if (!part || !head || !patient || status === 'entered-in-error' || status === 'cancelled') return null
  const quantity = partOf(resource.valueQuantity)
  const number = numberOf(quantity.value)
  const factor = factors[textOf(quantity.code) ?? birthFacts[part].unit]
  if (number === null || factor === undefined) return null
  const value = Math.floor(number * factor + 1e-9)
  const [least, most] = birthFacts[part].between
  if (value < least || value > most) return null
  return { noun: 'birth', ...head, patient, part, value, placeName: null, byName: null, removed: false }
}
