import type { CellValue } from './cell-value'
import type { ReportBasis } from './report-form'

export type { CellValue } from './cell-value'

/*
 * A report as it was counted, without its form: what the screen, the file, the page, the frozen snapshot and the message to the
 * province are made of.
 */

export type CountedRow = {
  /** Of the form's row, or what the row stands for: a product, a lot, a record. */
  readonly id: string
  /** Of a row that the form does not name; null: the form's label. */
  readonly label: string | null
  /** In the order of the section's columns; one value for a question. */
  readonly cells: readonly CellValue[]
}

export type CountedSection = { readonly id: string; readonly rows: readonly CountedRow[] }

export type CountedReport = {
  readonly formId: string
  readonly formVersion: string
  readonly period: string
  readonly basis: ReportBasis
  readonly sections: readonly CountedSection[]
}

/** One cell of a report; `columnId` of a question is `answer`. */
export type CellKey = { readonly sectionId: string; readonly rowId: string; readonly columnId: string }

/** `table/row/column`, the key of a cell in snapshots and entered values. */
export function cellKeyText({ sectionId, rowId, columnId }: CellKey): string {
  return `${sectionId}/${rowId}/${columnId}`
}
