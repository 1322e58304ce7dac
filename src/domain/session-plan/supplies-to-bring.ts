import type { Supply } from '../stock/supplies'
import type { BringList } from './what-to-bring'

/** One supply of the box against the book. */
export type SupplyLine = {
  readonly code: string
  readonly nameVi: string
  readonly nameEn: string
  readonly needed: number
  readonly onHand: number
  readonly missing: number
}

/**
 * The syringes, diluents and safety boxes a session needs, against what the ledger holds of them. What the box needs and
 * the data of supplies does not know (syringes of other sizes) is no line here.
 */
export function suppliesToBring(
  bring: BringList,
  supplies: readonly Supply[],
  onHand: ReadonlyMap<string, number>,
): readonly SupplyLine[] {
  return supplies.flatMap(supply => {
    const needed = neededOf(supply, bring)
    if (needed === 0) return []
    const { code, nameVi, nameEn } = supply
    const there = onHand.get(code) ?? 0
    return [{ code, nameVi, nameEn, needed, onHand: there, missing: Math.max(0, needed - there) }]
  })
}

function neededOf({ kind, use }: Supply, { lines, syringes, safetyBoxes }: BringList): number {
  if (use.per === 'syringes') return safetyBoxes
  if (use.per === 'dose') {
    if (use.upToMl <= 0.1) return syringes.ml01
    return use.upToMl <= 0.5 ? syringes.ml05 : syringes.other
  }
  if (kind === 'syringe') return syringes.ml5
  return lines.reduce(
    (sum, { vaccineCode, diluents }) => (use.vaccines.includes(vaccineCode) ? sum + (diluents ?? 0) : sum),
    0,
  )
}
