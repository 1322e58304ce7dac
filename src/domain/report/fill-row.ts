import type { CellValue } from './counted-report'
import type { FormColumn } from './report-form'

/**
 * The cells of one row. `ask` answers what is counted, entered or given; sums and shares follow from the other columns.
 * A sum leaves out what is not known and is null where nothing is; a share is a percentage with one decimal.
 */
export function fillRow(
  columns: readonly FormColumn[],
  ask: (column: FormColumn) => CellValue,
): readonly CellValue[] {
  const known = new Map<string, CellValue>()
  const open = new Set<string>()
  const cellOf = (column: FormColumn): CellValue => {
    const kept = known.get(column.id)
    if (kept !== undefined) return kept
    // Columns that name each other would never end.
    if (open.has(column.id)) return null
    open.add(column.id)
    const { measure } = column
    const value =
      measure.kind === 'sum'
        ? sumOf(measure.of.map(numberIn))
        : measure.kind === 'share'
          ? shareOf(numberIn(measure.of), numberIn(measure.in))
          : ask(column)
    known.set(column.id, value)
    return value
  }
  const numberIn = (id: string): number | null => {
    const column = columns.find(each => each.id === id)
    const value = column ? cellOf(column) : null
    return typeof value === 'number' ? value : null
  }
  return columns.map(cellOf)
}

function sumOf(parts: readonly (number | null)[]): number | null {
  const known = parts.filter(part => part !== null)
  return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0)
}

/** Per cent with one decimal; null where one of the two is not known or nothing can be shared. */
export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : Math.round((part / whole) * 1000) / 10
}
