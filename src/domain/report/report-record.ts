import type { Instant } from '../calendar/calendar-day'
import type { CellKey, CellValue, CountedReport } from './counted-report'
import type { ReportKey } from './report-form'

/**
 * Where a report stands. TRANG_THAI_BAO_CAO of the national system: 0 đang soạn thảo (draft, checked, signed), 1 đã gửi,
 * 2 đã duyệt, 3 từ chối (niis.md §1.10).
 */
export const reportStates = ['draft', 'checked', 'signed', 'sent', 'accepted', 'refused'] as const
export type ReportState = (typeof reportStates)[number]

/** A cross-check that did not come out: what was compared, and why it may be right all the same. */
export type ReportFinding = {
  readonly code: string
  readonly severity: 'wrong' | 'look'
  readonly cell: CellKey | null
  readonly found: number | null
  readonly expected: number | null
  /** Written by whoever checked, before signing; null: not yet. */
  readonly reason: string | null
}

/** The names behind a cell as they were when it was frozen: ids of records, so that an amendment can say who is new. */
export type FrozenNames = Readonly<Record<string, readonly string[]>>

/**
 * One version of one report. Frozen when signed: from then on `counted` never changes; what is entered late makes the next
 * version (`amends`), with its difference.
 */
export type Report = ReportKey & {
  readonly formVersion: string
  /** From 1; an amendment is the next one. */
  readonly version: number
  /** The id of the version this one amends. */
  readonly amends: string | null
  readonly amendReason: string | null
  readonly state: ReportState
  /** What was asked of people, by the key of the cell. */
  readonly entered: Readonly<Record<string, CellValue>>
  readonly findings: readonly ReportFinding[]
  /** Null until signed. */
  readonly counted: CountedReport | null
  readonly frozenNames: FrozenNames | null
  readonly madeByUserId: string | null
  readonly checkedByName: string | null
  readonly checkedAt: Instant | null
  readonly signedByName: string | null
  readonly signedAt: Instant | null
  readonly sentAt: Instant | null
  /** By which way it left: the province link, or a file for entry by hand. */
  readonly sentBy: 'link' | 'file' | null
  readonly answeredAt: Instant | null
  /** Why it was refused, in the words of whoever did. */
  readonly answer: string | null
}
