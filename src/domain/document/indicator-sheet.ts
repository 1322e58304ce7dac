import type { DocumentPoint, Issue } from './facts'
import type { Marks } from './marks'
import { pointOf } from './vaccination-record'
import { cleanText, momentOnPaper } from './words'

/** Bảng chỉ số tiêm chủng: the pictures of a birth cohort on paper. Decision 0043. */
export type IndicatorSheet = Marks & {
  readonly kind: 'indicator-sheet'
  readonly point: DocumentPoint
  readonly title: string
  /** Which children, where, on which day, and who is left out. */
  readonly about: readonly string[]
  readonly bars: readonly SheetBar[]
  readonly panels: readonly SheetPanel[]
  /** Months of birth, `03/2025`. */
  readonly months: readonly string[]
  readonly byMonth: readonly (SheetBar & { readonly shares: readonly SheetShare[] })[]
  /** The same indicators for every commune or hamlet. */
  readonly places: {
    readonly heads: readonly string[]
    readonly rows: readonly { readonly name: string; readonly shares: readonly SheetShare[] }[]
    /** So many places more than the paper has room for. */
    readonly more: number
  }
  /** What nobody in charge has confirmed. */
  readonly note: string
  readonly printedAt: string
}

export type SheetShare = { readonly counted: number; readonly of: number }
export type SheetBar = SheetShare & {
  readonly label: string
  /** Percent to reach, or with `isLimit` not to pass; null: nothing is asked. */
  readonly aim: number | null
  readonly isLimit: boolean
}
export type SheetPanel = {
  readonly label: string
  readonly untilMonths: number
  readonly lines: readonly {
    readonly label: string
    readonly dueDays: number
    readonly points: readonly (SheetShare & { readonly ageDays: number })[]
  }[]
}

/** Places that the paper carries at most. */
export const mostPlaces = 40

/** Makes the sheet. */
export function buildIndicatorSheet(
  facts: Omit<IndicatorSheet, keyof Marks | 'kind' | 'point' | 'printedAt' | 'places'> & {
    readonly places: Omit<IndicatorSheet['places'], 'more'>
    readonly issue: Issue
  },
): IndicatorSheet {
  const { issue, places, ...rest } = facts
  const { rows, heads } = places
  return {
    kind: 'indicator-sheet',
    practice: issue.practice,
    reprint: null,
    point: pointOf(issue),
    ...rest,
    places: {
      heads,
      rows: rows.slice(0, mostPlaces).map(row => ({ ...row, name: cleanText(row.name) })),
      more: Math.max(0, rows.length - mostPlaces),
    },
    printedAt: momentOnPaper(issue.now),
  }
}
