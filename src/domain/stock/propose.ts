import type { CalendarDay } from '../calendar/calendar-day'
import { byUseOrder, type LotOnHand, lotRefusals } from './lot'

/** So much of a lot. */
export type LotShare = { readonly lotId: string; readonly doses: number }

/**
 * Which lots to take to reach a number of doses: the first to expire goes first, whole vials as long as the lot has them.
 * `missing` is what the shelf does not have.
 */
export function proposeLots(
  lots: readonly LotOnHand[],
  want: {
    readonly doses: number
    readonly on: CalendarDay
    readonly vialSizeOf: (lot: LotOnHand) => number | null
    /** Doses that can be taken from the store: those of an open vial stay where it stands. */
    readonly thereOf: (lot: LotOnHand) => number
  },
): { readonly shares: readonly LotShare[]; readonly missing: number } {
  const usable = lots
    .filter(lot => lotRefusals(lot, { vaccineCode: lot.vaccineCode, on: want.on, doses: 1 }).length === 0)
    .toSorted(byUseOrder(want.on))
  let missing = want.doses
  const shares: LotShare[] = []
  for (const lot of usable) {
    if (missing <= 0) break
    const size = want.vialSizeOf(lot) ?? 1
    const there = want.thereOf(lot)
    const doses = Math.min(there, Math.ceil(missing / size) * size)
    if (doses > 0) shares.push({ lotId: lot.lotId, doses })
    missing -= doses
  }
  return { shares, missing: Math.max(0, missing) }
}

/** How the doses of a product that may be given stand against what the point wants to have. */
export type LevelState = 'below' | 'above' | 'fine'

export function levelStateOf(
  usable: number,
  level: { readonly minimum: number | null; readonly maximum: number | null },
): LevelState {
  if (level.minimum !== null && usable < level.minimum) return 'below'
  return level.maximum !== null && usable > level.maximum ? 'above' : 'fine'
}

/** How many doses to ask for: up to the most the point wants once less is here than the least; 0 while nothing is wanting. */
export function orderFor(
  usable: number,
  level: { readonly minimum: number | null; readonly maximum: number | null },
): number {
  if (levelStateOf(usable, level) !== 'below') return 0
  return (level.maximum ?? level.minimum ?? usable) - usable
}
