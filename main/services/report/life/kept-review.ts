import type { ReportDrift } from '../../../../src/contract/report-life-calls'
import type { Instant } from '../../../../src/domain/calendar/calendar-day'
import type { CellDifference } from '../../../../src/domain/report/life/report-difference'
import type { ReadStore } from '../../../db'

/** What signed reports would say otherwise, as it was counted last; in memory alone. */
export type KeptReview = {
  readonly at: Instant
  /** The journal's mark before counting began. */
  readonly mark: number
  /** By report; one that says the same is there without a difference. */
  readonly differences: ReadonlyMap<string, readonly CellDifference[]>
}

export type ReviewPart =
  | { readonly kind: 'begin'; readonly at: Instant }
  | { readonly kind: 'report'; readonly reportId: string; readonly difference: readonly CellDifference[] }
  | { readonly kind: 'end' }

type Growing = Omit<KeptReview, 'differences'> & {
  readonly differences: Map<string, readonly CellDifference[]>
}

const kept = new WeakMap<ReadStore['records'], KeptReview>()
const growing = new WeakMap<ReadStore['records'], Growing>()

/** The review that was made last; null: none since the application was started. */
export function keptReview({ records }: Pick<ReadStore, 'records'>): KeptReview | null {
  return kept.get(records) ?? null
}

/** Takes in what the worker hands over. */
export function keepReview(
  { records, handbook }: Pick<ReadStore, 'records' | 'handbook'>,
  part: ReviewPart,
): void {
  if (part.kind === 'begin') {
    growing.set(records, { at: part.at, mark: handbook.mark(), differences: new Map() })
    return
  }
  const now = growing.get(records)
  if (!now) throw new Error('reports come after a beginning')
  if (part.kind === 'report') {
    now.differences.set(part.reportId, part.difference)
    return
  }
  kept.set(records, now)
  growing.delete(records)
}

/** How much a report would say otherwise; null: it says the same, or nobody has looked. */
export function driftOf(review: KeptReview | null, reportId: string): ReportDrift | null {
  const difference = review?.differences.get(reportId) ?? []
  if (review === null || difference.length === 0) return null
  const idsOf = (side: 'added' | 'removed') => new Set(difference.flatMap(each => each[side] ?? [])).size
  return { at: review.at, cells: difference.length, added: idsOf('added'), removed: idsOf('removed') }
}
