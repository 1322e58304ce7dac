import type { Instant } from '../../../../src/domain/calendar/calendar-day'
import type { CellValue, CountedReport, CountedRow } from '../../../../src/domain/report/counted-report'
import type { RegisterFigures } from '../../../../src/domain/report/life/check-before'
import type { ReportKey } from '../../../../src/domain/report/report-form'
import type { FrozenNames } from '../../../../src/domain/report/report-record'
import type { ReadStore } from '../../../db'
import { keepNewest } from '../../keep-newest'

/** A report counted to be checked and signed: with its names, and what the register holds of the same moment. */
export type Prepared = {
  readonly key: ReportKey
  readonly formVersion: string
  readonly at: Instant
  /** What had been entered then; something else now means that it is to be counted again. */
  readonly entered: Readonly<Record<string, CellValue>>
  readonly counted: CountedReport
  /** Null: too many to be kept. */
  readonly names: FrozenNames | null
  /** Null for a report by residence. */
  readonly register: RegisterFigures | null
}

export type PreparedPart =
  | ({ readonly kind: 'begin' } & Pick<Prepared, 'key' | 'formVersion' | 'at' | 'entered' | 'register'>)
  | { readonly kind: 'rows'; readonly sectionId: string; readonly rows: readonly CountedRow[] }
  | { readonly kind: 'end'; readonly names: FrozenNames | null }

type Growing = Omit<Prepared, 'counted' | 'names'> & { readonly sections: Map<string, CountedRow[]> }

const keptAtMost = 20

/** By database, then by report. */
const kept = new WeakMap<ReadStore['records'], Map<string, Prepared>>()
const growing = new WeakMap<ReadStore['records'], Growing>()

const textOf = ({ formId, period, basis }: ReportKey) => `${formId} ${period} ${basis}`

/** What was counted last to be checked; null: nothing since the application was started. */
export function preparedReport({ records }: Pick<ReadStore, 'records'>, key: ReportKey): Prepared | null {
  return kept.get(records)?.get(textOf(key)) ?? null
}

/** Takes in what the worker hands over; what was prepared before stands until all of the new one is there. */
export function keepPrepared({ records }: Pick<ReadStore, 'records'>, part: PreparedPart): void {
  if (part.kind === 'begin') {
    const { kind: _kind, ...head } = part
    growing.set(records, { ...head, sections: new Map() })
    return
  }
  const now = growing.get(records)
  if (!now) throw new Error('rows come after a beginning')
  if (part.kind === 'rows') {
    now.sections.set(part.sectionId, [...(now.sections.get(part.sectionId) ?? []), ...part.rows])
    return
  }
  growing.delete(records)
  const { sections, ...head } = now
  const counted: CountedReport = {
    ...head.key,
    formVersion: head.formVersion,
    sections: [...sections].map(([id, rows]) => ({ id, rows })),
  }
  const reports = kept.get(records) ?? new Map<string, Prepared>()
  kept.set(records, reports)
  // Counted again, it is the newest.
  reports.delete(textOf(head.key))
  keepNewest(reports, keptAtMost, textOf(head.key), { ...head, counted, names: part.names })
}
