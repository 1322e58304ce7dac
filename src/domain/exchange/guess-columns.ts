import type { CalendarDay } from '../calendar/calendar-day'
import { nameKey } from '../person/name-key'
import { normalizePhone } from '../person/phone'
import { readDay, readPhoneText } from './cell-values'
import { type ColumnMeaning, fieldOfHeader, type ImportField } from './import-fields'
import { readNiisSex } from './niis-values'
import { type Cell, cellText, type SheetTable } from './table'
import type { VaccineNameLookup } from './vaccine-names'
import { isVietnameseSyllable } from './vietnamese-syllable'

/** Rows looked at for a header. */
export const headerRows = 30
/** Rows looked at for what a column holds. */
const sampleRows = 200
const leastShare = 0.8

/** What the guess needs besides the table. */
export type GuessContext = { readonly today: CalendarDay; readonly findVaccine: VaccineNameLookup }

/** A column as it will be shown and asked about. */
export type GuessedColumn = {
  readonly index: number
  readonly header: string
  readonly meaning: ColumnMeaning
}

/** The row with most headers we know, among the first; null when none has two: the list has no header. */
export function findHeaderRow(
  rows: readonly (readonly Cell[])[],
  read: (cell: Cell | undefined) => string,
  context: GuessContext,
): number | null {
  let best: { readonly row: number; readonly known: number } | null = null
  for (const [row, cells] of rows.slice(0, headerRows).entries()) {
    const known = cells.filter(cell => meaningOfHeader(read(cell), context) !== null).length
    if (known >= 2 && known > (best?.known ?? 0)) best = { row, known }
  }
  return best?.row ?? null
}

/** What a header says by itself: a field, or the vaccine whose dates stand below it (`BCG`, `5 trong 1 mũi 2`). */
export function meaningOfHeader(header: string, { findVaccine }: GuessContext): ColumnMeaning {
  const field = fieldOfHeader(header)
  if (field !== null || header === '') return field
  const name = header
    .replace(/^(?:ngày\s+)?(?:tiêm|uống|chủng)\s+/iu, '')
    .replace(/[\s(,-]*(?:mũi|lần|liều|mui|lan|lieu)?[\s.]*\d{1,2}\s*\)?$/iu, '')
  const code = findVaccine(header, null) ?? findVaccine(name, null)
  return code === null ? null : `vaccine:${code}`
}

/** Guesses every column: by its header, then, for fields nothing was found for, by what stands below. */
export function guessColumns(
  table: SheetTable,
  headerRow: number | null,
  read: (cell: Cell | undefined, column: number) => string,
  context: GuessContext,
): readonly GuessedColumn[] {
  const header = headerRow === null ? [] : (table.rows[headerRow] ?? [])
  const data = table.rows.slice((headerRow ?? -1) + 1, (headerRow ?? -1) + 1 + sampleRows)
  const width = Math.max(header.length, ...data.map(row => row.length), 0)
  const taken = new Set<ColumnMeaning>()
  const columns = Array.from({ length: width }, (_, index): GuessedColumn => {
    const text = read(header[index], index)
    const meaning = meaningOfHeader(text, context)
    const isVaccine = meaning?.startsWith('vaccine:') ?? false
    if (meaning === null || (!isVaccine && taken.has(meaning))) return { index, header: text, meaning: null }
    taken.add(meaning)
    return { index, header: text, meaning }
  })
  const cellsOf = (index: number) => data.map(row => row[index] ?? null).filter(cell => cellText(cell) !== '')
  return columns.map(column => {
    if (column.meaning !== null) return column
    const meaning = meaningOfContent(cellsOf(column.index), cell => read(cell, column.index), taken, context)
    if (meaning !== null) taken.add(meaning)
    return { ...column, meaning }
  })
}

/** What a column without a known header holds, when nearly all its cells say so and nothing else claims the field. */
function meaningOfContent(
  cells: readonly Cell[],
  read: (cell: Cell) => string,
  taken: ReadonlySet<ColumnMeaning>,
  { today, findVaccine }: GuessContext,
): ImportField | null {
  if (cells.length < 2) return null
  const reading = { order: 'day-first', epoch1904: false, today } as const
  const isDate = (cell: Cell) => typeof cell !== 'number' && readDay(cell, reading) !== null
  const tests: readonly (readonly [ImportField, (cell: Cell) => boolean])[] = [
    ['nationalId', cell => /^\d{12}$/u.test(read(cell))],
    ['niisCode', cell => /^\d{13,20}$/u.test(read(cell))],
    ['phone', cell => normalizePhone(readPhoneText(cell)) !== null],
    ['birthDate', isDate],
    ['sex', cell => /^(?:nam|nu)$/u.test(nameKey(read(cell))) && readNiisSex(read(cell)) !== null],
    ['vaccine', cell => findVaccine(read(cell), null) !== null],
    ['name', cell => isNameLike(read(cell))],
  ]
  const fits = (test: (cell: Cell) => boolean) => cells.filter(test).length / cells.length >= leastShare
  return tests.find(([field, test]) => !taken.has(field) && fits(test))?.[0] ?? null
}

/** Two to six syllables, nothing else: a person of this country, though a place can look the same. */
function isNameLike(text: string): boolean {
  const words = text.split(/\s+/u)
  return words.length >= 2 && words.length <= 6 && words.every(isVietnameseSyllable)
}
