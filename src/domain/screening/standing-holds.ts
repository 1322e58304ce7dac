import type { CalendarDay } from '../calendar/calendar-day'
import type { Vaccine } from '../immunization/vaccine'
import { isHolding, isInScope, type VaccineHold } from './hold'
import type { ScreeningRules } from './rules'

/** Products held back, as the schedule wants to know it. */
export type HeldProducts = {
  readonly vaccineCodes: readonly string[]
  readonly conclusion: VaccineHold['conclusion']
  readonly until: CalendarDay | null
  readonly text: { readonly vi: string; readonly en: string }
}

/**
 * What the newest screening still holds back on a day, product by product. In English only where the rule that is
 * loaded says it; old words stay as they were signed.
 */
export function heldProducts(
  holds: readonly VaccineHold[],
  vaccines: ReadonlyMap<string, Vaccine>,
  { rules }: ScreeningRules,
  on: CalendarDay,
): readonly HeldProducts[] {
  return holds
    .filter(hold => isHolding(hold, on))
    .map(({ scope, conclusion, until, reason, reasonCode }) => ({
      vaccineCodes: [...vaccines.values()].filter(it => isInScope(scope, it)).map(({ code }) => code),
      conclusion,
      until,
      text: { vi: reason, en: rules.find(({ code }) => code === reasonCode)?.text.en ?? reason },
    }))
}
