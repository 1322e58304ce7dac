import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { CountedReport, CountedRow, CountedSection } from '../../../src/domain/report/counted-report'
import type { ReportKey } from '../../../src/domain/report/report-form'
import type { ReadStore } from '../../db'
import { keepNewest } from '../keep-newest'

/** A report as it was counted last; in memory alone: what is to stay is frozen when it is signed. */
export type KeptReport = {
  readonly at: Instant
  /** The journal's mark before counting began: another one now means that something was written since. */
  readonly mark: number
  readonly counted: CountedReport
}

export type ReportPart =
  | { readonly kind: 'begin'; readonly key: ReportKey; readonly formVersion: string; readonly at: Instant }
  | { readonly kind: 'rows'; readonly sectionId: string; readonly rows: readonly CountedRow[] }
  | { readonly kind: 'end' }

type Growing = Omit<KeptReport, 'counted'> & {
  readonly key: ReportKey
  readonly formVersion: string
  readonly sections: Map<string, CountedRow[]>
}

/** As many as a point looks at in a day. */
const keptAtMost = 40

/** By database, then by report. */
const kept = new WeakMap<ReadStore['records'], Map<string, KeptReport>>()
const growing = new WeakMap<ReadStore['records'], Growing>()

const textOf = ({ formId, period, basis }: ReportKey) => `${formId} ${period} ${basis}`

/** What was counted last of this report; null before the first time, and when its form has another version now. */
export function keptReport(
  { records }: Pick<ReadStore, 'records'>,
  key: ReportKey,
  formVersion: string,
): KeptReport | null {
  const known = kept.get(records)?.get(textOf(key)) ?? null
  return known?.counted.formVersion === formVersion ? known : null
}

/** Takes in what the worker hands over; the report before stands until all of the new one is there. */
export function keepReport(
  { records, handbook }: Pick<ReadStore, 'records' | 'handbook'>,
  part: ReportPart,
): void {
  if (part.kind === 'begin') {
    const { key, formVersion, at } = part
    growing.set(records, { key, formVersion, at, mark: handbook.mark(), sections: new Map() })
    return
  }
  const now = growing.get(records)
  if (!now) throw new Error('rows come after a beginning')
  if (part.kind === 'end') {
    const { key, formVersion, at, mark, sections } = now
    const all: readonly CountedSection[] = [...sections].map(([id, rows]) => ({ id, rows }))
    const reports = kept.get(records) ?? new Map<string, KeptReport>()
    kept.set(records, reports)
    // Counted again, it is the newest.
    reports.delete(textOf(key))
    keepNewest(reports, keptAtMost, textOf(key), {
      at,
      mark,
      counted: { ...key, formVersion, sections: all },
    })
    growing.delete(records)
    return
  }
  const rows = now.sections.get(part.sectionId)
  if (rows) for (const row of part.rows) rows.push(row)
  else now.sections.set(part.sectionId, [...part.rows])
}
