import { type Offset, offset } from '../calendar/offset'

/** How a plan may be made; what it aims at stands in decision 0010. */
export type CatchUpOptions = {
  /** Injections in one visit; drops do not count. */
  readonly maxInjections: number
  /** Days a dose may wait, once it is due, to share a visit with another; null: as long as its age allows. */
  readonly maxWaitDays: number | null
  /** Days between two visits at least. A dose that would be lost by it goes before. */
  readonly minGapDays: number
  /** How far the plan looks from its first day; what falls later is named, not planned. */
  readonly horizon: Offset
  /** Visits the search may look at; the best plan found until then is kept. */
  readonly searchLimit: number
}

/** What a point uses unless it says otherwise; why these values: decision 0010. */
export const usualCatchUp: CatchUpOptions = {
  maxInjections: 4,
  maxWaitDays: 31,
  minGapDays: 7,
  horizon: offset('5 years'),
  searchLimit: 60,
}
