import type { CellKey } from '../../../src/domain/report/counted-report'
import type { SheetColumn, SheetRow, SheetSection } from '../../../src/domain/report/report-sheet'

/** One cell of the sheet on the screen. */
export type SheetCell = {
  readonly section: SheetSection
  readonly row: SheetRow
  readonly column: SheetColumn
}

/** Where the cursor stands: places in the sections, in their lines, in the columns. */
export type Cursor = { readonly section: number; readonly line: number; readonly column: number }

/** The cell under the cursor; null where the sheet has changed since. */
export function cellAt(sections: readonly SheetSection[], at: Cursor): SheetCell | null {
  const section = sections[at.section]
  const row = section?.lines[at.line]
  const column = section?.columns[at.column]
  return section && column && row?.kind === 'row' ? { section, row, column } : null
}

/** A cell by its key; null where the sheet has none any more. */
export function cellOf(sections: readonly SheetSection[], key: CellKey | null): SheetCell | null {
  const section = sections.find(({ id }) => id === key?.sectionId)
  const row = section?.lines.find(line => line.kind === 'row' && line.rowId === key?.rowId)
  const column = section?.columns.find(({ id }) => id === key?.columnId)
  return section && column && row?.kind === 'row' ? { section, row, column } : null
}

export function keyOfCell({ section, row, column }: SheetCell): CellKey {
  return { sectionId: section.id, rowId: row.rowId, columnId: column.id }
}

/** Every row that can have the cursor, from the top. */
function rowsOf(sections: readonly SheetSection[]): readonly Pick<Cursor, 'section' | 'line'>[] {
  return sections.flatMap(({ lines }, section) =>
    lines.flatMap(({ kind }, line) => (kind === 'row' ? [{ section, line }] : [])),
  )
}

/** The cursor moved by rows and columns, through all sections; it stays inside the sheet. Null on an empty sheet. */
export function movedCursor(
  sections: readonly SheetSection[],
  from: Cursor | null,
  step: { readonly rows: number; readonly columns: number },
): Cursor | null {
  const rows = rowsOf(sections)
  const at = from ? rows.findIndex(({ section, line }) => section === from.section && line === from.line) : -1
  const next = rows[at < 0 ? 0 : Math.min(Math.max(at + step.rows, 0), rows.length - 1)]
  if (!next) return null
  const width = sections[next.section]?.columns.length ?? 1
  const column = at < 0 || !from ? 0 : from.column + step.columns
  return { ...next, column: Math.min(Math.max(column, 0), width - 1) }
}
