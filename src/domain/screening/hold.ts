import type { CalendarDay } from '../calendar/calendar-day'
import type { Vaccine } from '../immunization/vaccine'

/** Which products a rule speaks of. Immunoglobulins are in none: they are no vaccines. */
export type VaccineScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'live'; readonly route: 'any' | 'injected' | 'oral' }
  /** Products with at least one of these antigens; `live`: only those that are live. */
  | { readonly kind: 'antigens'; readonly antigens: readonly string[]; readonly live: boolean }
  | { readonly kind: 'products'; readonly vaccineCodes: readonly string[] }

/** What a screening concluded of some vaccines only; the others may be given. Decision 0018. */
export type VaccineHold = {
  readonly scope: VaccineScope
  readonly conclusion: 'contraindicated' | 'deferred'
  /** The first day on which they may be given again; null: as long as nobody takes it back. */
  readonly until: CalendarDay | null
  /** Code of the rule in `resources/screening/by-vaccine/rules.json`, or one of `visitReasons`. */
  readonly reasonCode: string
  /** In Vietnamese, as it was shown and signed: old records keep their words. */
  readonly reason: string
  /** The signer decided otherwise, and why: then it holds nothing back. Null: it holds. */
  readonly overriddenBecause: string | null
}

/** Reasons that hold everything back because the visit ended so: the next screening decides anew. */
export const visitReasons = ['visit-deferred', 'visit-contraindicated'] as const
export type VisitReason = (typeof visitReasons)[number]

type Product = Pick<Vaccine, 'code' | 'antigens' | 'live' | 'kind' | 'route'>

/** Whether a scope has this product in it. */
export function isInScope(scope: VaccineScope, vaccine: Product): boolean {
  if (vaccine.kind !== 'vaccine') return false
  switch (scope.kind) {
    case 'all':
      return true
    case 'live':
      return vaccine.live && (scope.route === 'any' || (vaccine.route === 'PO') === (scope.route === 'oral'))
    case 'antigens':
      return (
        (!scope.live || vaccine.live) && vaccine.antigens.some(antigen => scope.antigens.includes(antigen))
      )
    case 'products':
      return scope.vaccineCodes.includes(vaccine.code)
  }
}

/** Whether a hold still holds on a day: not overridden, and its day not yet come. */
export function isHolding(hold: VaccineHold, on: CalendarDay): boolean {
  return hold.overriddenBecause === null && (hold.until === null || on < hold.until)
}

/**
 * What holds a product back on a day; a contraindication goes before a deferral, the longer before the shorter. Null:
 * nothing does. A screening signed before conclusions were kept by vaccine holds nothing back.
 */
export function heldBack(
  screening: { readonly perVaccine: readonly VaccineHold[] | null },
  vaccine: Product,
  on: CalendarDay,
): VaccineHold | null {
  const holding = (screening.perVaccine ?? []).filter(
    hold => isHolding(hold, on) && isInScope(hold.scope, vaccine),
  )
  return holding.toSorted(gravestFirst).at(0) ?? null
}

/** Later than any day. */
const never = '9999-12-31'

function gravestFirst(a: VaccineHold, b: VaccineHold): number {
  if (a.conclusion !== b.conclusion) return a.conclusion === 'contraindicated' ? -1 : 1
  return (b.until ?? never) < (a.until ?? never) ? -1 : 1
}
