import { type CalendarDay, type Instant, instantOf, vietnamDayOf } from '../calendar/calendar-day'

/** An opened vial of several doses. Given doses name it; what is left of it is `doses` less those and less its waste. */
export type Vial = {
  readonly lotId: string
  readonly place: 'store' | 'session'
  /** The session it was opened in. */
  readonly sessionOn: CalendarDay
  readonly openedAt: Instant
  /** Nothing is drawn from it after this moment. */
  readonly discardBy: Instant
  /** It goes when the session ends, however many hours it has left. */
  readonly endsWithSession: boolean
  readonly doses: number
  readonly vvmStage: number | null
  readonly openedByUserId: string | null
  readonly openedByName: string | null
  readonly closedAt: Instant | null
  /** `used-up`, `opened-in-error`, or the code of a reason for waste in `resources/stock`. */
  readonly closedBecause: string | null
}

/** How long an open vial of a product may be used. Data: `resources/vaccines/open-vials.json`. */
export type OpenVialRule = {
  /** Null: no limit in hours, the end of the session alone counts. */
  readonly hours: number | null
  readonly endsWithSession: boolean
  readonly confirmation: 'sourced' | 'unverified'
  readonly source: string
}

/** Rules by product, and the stage of the vaccine vial monitor from which a vial is thrown away. */
export type OpenVialRules = {
  readonly default: OpenVialRule
  readonly byVaccine: ReadonlyMap<string, OpenVialRule>
  readonly vvm: { readonly stages: number; readonly discardFrom: number; readonly confirmation: string }
}

/** A vial with what is left of it, as screens list it. */
export type VialOnHand = Vial & {
  readonly vialId: string
  readonly vaccineCode: string
  readonly lotNumber: string
  readonly given: number
  readonly wasted: number
  readonly left: number
}

export type VialRefusal =
  | { readonly code: 'vial.over-hours'; readonly discardBy: Instant }
  | { readonly code: 'vial.vvm-discarded' }
  | { readonly code: 'vial.closed' }
  | { readonly code: 'vial.empty' }

/** Which rule holds for a product; the default where its own is not known. */
export function openVialRuleOf(rules: OpenVialRules, vaccineCode: string): OpenVialRule {
  return rules.byVaccine.get(vaccineCode) ?? rules.default
}

/** Doses in one vial: what the box of the lot says, else the product; null when neither is known. */
export function vialSizeOf(
  lot: { readonly dosesPerVial?: number | null },
  vaccine: { readonly dosesPerVial: number | null } | undefined,
): number | null {
  return lot.dosesPerVial ?? vaccine?.dosesPerVial ?? null
}

const hourMs = 3_600_000

/**
 * When an open vial is thrown away at the latest: after its hours, or with the day of its session, whichever is first.
 * Without either it would be kept for ever, so the end of the day counts then too.
 */
export function discardByOf(rule: OpenVialRule, openedAt: Instant): Instant {
  const byHours = rule.hours === null ? null : instantOf(Date.parse(openedAt) + rule.hours * hourMs)
  const dayEnds = `${vietnamDayOf(openedAt)}T16:59:59.999Z` as Instant
  if (byHours === null) return dayEnds
  return rule.endsWithSession && dayEnds < byHours ? dayEnds : byHours
}

/** Every reason why nothing may be drawn from a vial now. The moment of `discardBy` itself still counts. */
export function vialRefusals(
  vial: Pick<VialOnHand, 'discardBy' | 'closedAt' | 'closedBecause' | 'left'>,
  now: Instant,
  doses = 1,
): readonly VialRefusal[] {
  const refusals: VialRefusal[] = []
  if (vial.closedBecause === 'vvm') refusals.push({ code: 'vial.vvm-discarded' })
  else if (vial.closedAt !== null) refusals.push({ code: 'vial.closed' })
  if (now > vial.discardBy) refusals.push({ code: 'vial.over-hours', discardBy: vial.discardBy })
  if (vial.left < doses) refusals.push({ code: 'vial.empty' })
  return refusals
}
