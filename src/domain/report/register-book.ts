import type { CalendarDay } from '../calendar/calendar-day'
import { dayOnPaper } from '../calendar/on-paper'
import type { DateAccuracy } from '../immunization/dose-date'
import type { CellValue } from './counted-report'
import { type FactDims, type FactSelection, isSelected } from './report-fact'

/*
 * The printed book of a year's children: one child a line, a column a dose with its day. A column's selection takes facts of
 * doses, by the predicate that counts them in every other form.
 */

/** A dose of somebody, for one antigen it was judged for. */
export type BookDose = {
  readonly dims: FactDims
  readonly doseId: string
  readonly on: CalendarDay
  /** Null: the day is known. */
  readonly accuracy: DateAccuracy
}

/**
 * The dose that stands in a column: the first one that is valid, else the last one that was tried as that number. Null: none
 * was given.
 */
export function doseInColumn(doses: readonly BookDose[], select: FactSelection): BookDose | null {
  const taken = doses
    .filter(({ dims }) => isSelected(dims, select))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.doseId < b.doseId ? -1 : 1))
  return taken.find(({ dims }) => dims.status === 'valid') ?? taken.at(-1) ?? null
}

/** Its day; one that does not count says so, so that nobody reads the line as complete. */
export function cellOfDose(dose: BookDose | null): CellValue {
  if (dose === null) return null
  const { on, accuracy, dims } = dose
  const isCounted = dims.status === 'valid' || dims.status === 'not-evaluated'
  if (isCounted && accuracy === null) return { day: on }
  const words = accuracy === null ? dayOnPaper(on) : dayOnPaper(on).slice(accuracy === 'month' ? 3 : 6)
  return isCounted ? words : `${words} (không tính)`
}
