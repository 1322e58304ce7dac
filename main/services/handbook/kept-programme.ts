import type { ProgrammeCell } from '../../../src/contract/handbook-filter'
import type { Instant } from '../../../src/domain/calendar/calendar-day'
import type { Month, NamedCount } from '../../../src/domain/report/count-programme'
import type { ReadStore } from '../../db'

/** The names of every cell as they were counted last, by row; in memory alone. */
export type KeptProgramme = {
  readonly until: Month
  readonly at: Instant
  readonly mark: number
  readonly names: ReadonlyMap<string, readonly NamedCount[]>
}

export type ProgrammePart =
  | { readonly kind: 'begin'; readonly until: Month; readonly at: Instant }
  | { readonly kind: 'names'; readonly names: readonly NamedCount[] }
  | { readonly kind: 'end' }

type Growing = Omit<KeptProgramme, 'names'> & { readonly names: Map<string, NamedCount[]> }

/** One a database. */
const kept = new WeakMap<ReadStore['records'], KeptProgramme>()
const growing = new WeakMap<ReadStore['records'], Growing>()

/** What was counted last, if it ends with this month. */
export function keptProgramme(store: Pick<ReadStore, 'records'>, until: Month): KeptProgramme | null {
  const known = kept.get(store.records)
  return known?.until === until ? known : null
}

/** Takes in what the worker hands over; the report before stands until all of the new one is there. */
export function keepProgramme(
  { records, handbook }: Pick<ReadStore, 'records' | 'handbook'>,
  part: ProgrammePart,
): void {
  if (part.kind === 'begin') {
    growing.set(records, { until: part.until, at: part.at, mark: handbook.mark(), names: new Map() })
    return
  }
  const now = growing.get(records)
  if (!now) throw new Error('names come after a beginning')
  if (part.kind === 'end') {
    kept.set(records, now)
    growing.delete(records)
    return
  }
  for (const name of part.names) {
    const row = now.names.get(name.rowId)
    if (row) row.push(name)
    else now.names.set(name.rowId, [name])
  }
}

/** The names of a cell: those who are counted, those who are not, or both. */
export function namesIn(report: KeptProgramme | null, cell: ProgrammeCell): readonly NamedCount[] {
  const { rowId, month, communeCode, which } = cell
  return (report?.names.get(rowId) ?? []).filter(
    name =>
      (month === null || name.month === month) &&
      (communeCode === null || name.communeCode === communeCode) &&
      (which === 'all' || name.isCounted === (which === 'counted')),
  )
}
