import { read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { refuse } from '../../src/contract/errors'
import type { Cell, SheetTable, Workbook } from '../../src/domain/exchange/table'
import { refuseZipBomb } from './check-zip'
import { readDelimited } from './read-delimited'

/** More rows or columns than any list of a district has. */
const mostRows = 300_000
const mostColumns = 400
const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/**
 * Reads the bytes of a file a person chose: .xlsx, .xls or a text file with separators, known by its content and not by
 * its name. Refuses what is locked with a password, too large once unpacked, or none of them.
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    refuseZipBomb(bytes)
    return readSpreadsheet(bytes)
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // What only begins like an old workbook would be taken for text.
    return startsWith(bytes, oldWorkbook) ? readSpreadsheet(bytes) : refuse('import.unreadable')
  }
  // Old programs save a web page or XML under the name of a spreadsheet.
  if (/^\s*<(?:\?xml|!doctype|html|table|\w+:?workbook)/iu.test(beginning(bytes)))
    return readSpreadsheet(bytes)
  if (startsWith(bytes, [0x09, 0x08]) || startsWith(bytes, [0x09, 0x04])) return readSpreadsheet(bytes)
  return { sheets: [readDelimited(bytes)] }
}

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign)
}

function beginning(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes.subarray(0, 200)).replace(/^ï»¿/u, '')
}

function readSpreadsheet(bytes: Uint8Array): Workbook {
  const book = parse(bytes)
  const isHidden = (at: number) => (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0
  const epoch1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets = book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name]
    return sheet && !isHidden(at) ? [toTable(name, sheet, epoch1904)] : []
  }).filter(({ rows }) => rows.length > 0)
  return sheets.length > 0 ? { sheets } : refuse('import.empty-file')
}

/** Values only: formulas keep the result stored with them, and nothing is computed or fetched. */
function parse(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellDates: false,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      // Column widths say which are hidden.
      cellStyles: true,
      sheetRows: mostRows + 1,
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    return refuse(/password|encrypt/iu.test(message) ? 'import.password-protected' : 'import.unreadable')
  }
}

function toTable(name: string, sheet: WorkSheet, epoch1904: boolean): SheetTable {
  const range = utils.decode_range(sheet['!ref'] ?? 'A1:A1')
  if (range.e.r >= mostRows) refuse('import.too-large')
  const width = Math.min(range.e.c + 1, mostColumns)
  const data: readonly (readonly (DenseCell | undefined)[] | undefined)[] = sheet['!data'] ?? []
  const rows: Cell[][] = []
  for (let row = 0; row <= Math.min(range.e.r, data.length - 1); row++) {
    const cells = data[row] ?? []
    rows.push(
      Array.from({ length: Math.min(cells.length, width) }, (_, column) => toCell(cells[column], epoch1904)),
    )
  }
  fillMerged(rows, sheet, width)
  while (rows.length > 0 && rows.at(-1)?.every(cell => cell === null)) rows.pop()
  const hiddenColumns = (sheet['!cols'] ?? []).flatMap((column, at) => (column?.hidden ? [at] : []))
  return { name, rows, hiddenColumns, epoch1904 }
}

type DenseCell = { readonly t: string; readonly v?: unknown; readonly z?: unknown }

/** Dates by their format; errors (#N/A) and blanks are empty; truth values as words nobody takes for a number. */
function toCell(cell: DenseCell | undefined, epoch1904: boolean): Cell {
  if (!cell || cell.v === undefined || cell.v === null) return null
  if (cell.t === 'n' && typeof cell.v === 'number')
    return typeof cell.z === 'string' && SSF.is_date(cell.z) ? dayText(cell.v, epoch1904) : cell.v
  if (cell.t === 's') return String(cell.v)
  return cell.t === 'b' ? (cell.v === true ? 'TRUE' : 'FALSE') : null
}

/** The civil day of a count of days, whatever the time zone of this PC; a mere time of day stays a number. */
function dayText(serial: number, date1904: boolean): Cell {
  if (serial < 1) return serial
  const parts: { y: number; m: number; d: number } | null = SSF.parse_date_code(serial, { date1904 })
  if (!parts) return serial
  const two = (part: number) => String(part).padStart(2, '0')
  return `${parts.y}-${two(parts.m)}-${two(parts.d)}`
}

/** A merged cell says the same for each of its rows: a child beside whose name several doses stand. */
function fillMerged(rows: Cell[][], sheet: WorkSheet, width: number): void {
  for (const { s, e } of (sheet['!merges'] ?? []).slice(0, mostRows)) {
    const value = rows[s.r]?.[s.c] ?? null
    if (value === null) continue
    for (let row = s.r; row <= Math.min(e.r, rows.length - 1); row++)
      for (let column = s.c; column <= Math.min(e.c, width - 1); column++) {
        const cells = rows[row]
        if (!cells) continue
        while (cells.length <= column) cells.push(null)
        cells[column] = value
      }
  }
}
