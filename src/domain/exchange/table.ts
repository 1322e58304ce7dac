/** A cell as read: text as it stands (a date cell as `YYYY-MM-DD`), a number, or null when it is empty. */
export type Cell = string | number | null

/** One sheet. `rows[0]` is the first row of the spreadsheet; a row may be shorter than the widest. */
export type SheetTable = {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  /** Columns that the file hides, counted from 0. */
  readonly hiddenColumns: readonly number[]
  /** Days are counted from 1904 on, as old Macintosh files do. */
  readonly epoch1904: boolean
}

/** A file as parsed: at least one sheet. */
export type Workbook = { readonly sheets: readonly SheetTable[] }

/** The text of a cell, NFC and without blanks around it; a number without an exponent. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  // Beyond 2^53 a spreadsheet has lost the last digits: written out, so that the length shows it.
  if (typeof cell === 'number') return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell)
  return trimText(cell.normalize('NFC'))
}

/** Without blanks around it; the soft hyphen stays, since it is a letter of TCVN3. */
export function trimText(text: string): string {
  return text.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/gu, '')
}

/** The name of a column as spreadsheets show it: A … Z, AA … */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnLetter(Math.floor(index / 26) - 1)}${last}`
}
