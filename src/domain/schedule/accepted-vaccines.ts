import type { Series, SeriesDoseRule } from './schedule-types'

const known = new WeakMap<SeriesDoseRule, readonly string[]>()

/** Every product that counts for a row at some age, each once; the same for everybody, so it is collected once. */
export function acceptedVaccines(rule: SeriesDoseRule): readonly string[] {
  const found = known.get(rule)
  if (found) return found
  const codes = [...rule.preferableVaccines, ...rule.allowableVaccines].map(({ vaccine }) => vaccine)
  const made = [...new Set(codes)]
  known.set(rule, made)
  return made
}

/**
 * Whether any of these products could satisfy the first dose of a series, at some age and by any row it ever had. A
 * first dose that may be skipped needs no product.
 */
export function canStart({ doses }: Series, products: ReadonlySet<string>): boolean {
  const [first] = doses
  if (!first || first.skips.length > 0) return true
  const rows = [first, ...first.formerly.map(({ rule }) => rule)]
  return rows.some(
    row => row.skips.length > 0 || acceptedVaccines(row).some(vaccine => products.has(vaccine)),
  )
}
