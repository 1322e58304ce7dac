import type { CalendarDay } from '../calendar/calendar-day'
import { displayName } from '../person/display-name'
import { identifierOf } from '../person/identifiers'
import { nameKey } from '../person/name-key'
import type { Person } from '../person/person'
import { type DateReading, dateOrderOf } from './cell-values'
import type { EthnicGroupLookup } from './ethnic-groups'
import { type ImportedDose, readRowDoses } from './import-doses'
import { type ColumnMeaning, type ImportField, vaccineOfColumn } from './import-fields'
import { type RowCells, readImportPerson } from './import-person'
import { type ImportProblem, isBlockingProblem, problem } from './import-problems'
import type { LegacyFont } from './legacy-font-tables'
import { readCellText } from './legacy-fonts'
import type { PlaceLookup } from './place-names'
import { mergeKnown, weakKeyOf } from './same-person'
import { type Cell, cellText, columnLetter, type SheetTable } from './table'
import type { VaccineNameLookup } from './vaccine-names'

/** One column as the user confirmed it. */
export type ImportColumn = { readonly meaning: ColumnMeaning; readonly font: LegacyFont | null }

/** Which part of a file is read, and as what. */
export type ImportChoice = {
  readonly table: SheetTable
  /** Index of the header row; null: the data begin in the first row. */
  readonly headerRow: number | null
  readonly columns: readonly ImportColumn[]
}

/** What the reading needs to know; everything is data of the point. */
export type ImportContext = {
  readonly today: CalendarDay
  readonly findVaccine: VaccineNameLookup
  readonly findPlace: PlaceLookup
  readonly findEthnicGroup: EthnicGroupLookup
}

/** A person of a list, of one row or several, with all doses, and what is wrong or odd about those rows. */
export type ImportedPerson = {
  /** Spreadsheet rows, the first is 1. */
  readonly rows: readonly number[]
  readonly person: Person
  readonly doses: readonly ImportedDose[]
  readonly problems: readonly ImportProblem[]
}

/** A row whose person could not be read. */
export type UnreadRow = {
  readonly row: number
  readonly name: string
  readonly problems: readonly ImportProblem[]
}

type Draft = {
  rows: number[]
  person: Person
  doses: ImportedDose[]
  problems: ImportProblem[]
  readonly seen: Set<string>
}

/** Numbers that say by themselves that two rows speak of one person. */
const strongSystems = ['niis-code', 'national-id', 'person-code', 'old-national-id'] as const

/**
 * Reads rows one after the other; rows of one person come together, wherever they stand. A list may have one dose a row,
 * or one person a row with a column of dates for each vaccine, or both.
 */
export function createImportReader(choice: ImportChoice, context: ImportContext) {
  const { headers, columnOf, birthDates, doseReading } = readingOf(choice, context)
  const drafts: Draft[] = []
  const byKey = new Map<string, Draft>()
  const unread: UnreadRow[] = []

  function readRow(index: number): void {
    const row = choice.table.rows[index] ?? []
    if (row.every(cell => cellText(cell) === '')) return
    const cells = cellsOf(choice, index, columnOf, headers)
    const { person, problems } = readImportPerson(cells, { ...context, birthDates })
    if (!person) {
      unread.push({ row: index + 1, name: cells('name').text || cells('motherName').text, problems })
      return
    }
    const draft = draftOf({ person, problems: [...problems] }, cells, byKey)
    if (draft.rows.length === 0) drafts.push(draft)
    draft.rows.push(index + 1)
    const read = readRowDoses(cells, at => readCell(choice, index, at), draft.person.birthDate, doseReading)
    draft.problems.push(...read.problems)
    for (const dose of read.doses) addDose(draft, dose)
  }

  return {
    firstRow: (choice.headerRow ?? -1) + 1,
    rowCount: choice.table.rows.length,
    readRow,
    people: (): readonly ImportedPerson[] =>
      drafts.map(({ rows, person, doses, problems }) => ({
        rows,
        person,
        doses: doses.toSorted((a, b) =>
          a.givenOn < b.givenOn ? -1 : a.givenOn > b.givenOn ? 1 : a.row - b.row,
        ),
        problems,
      })),
    unread: (): readonly UnreadRow[] => unread,
  }
}

/** What each column is read as; the order of day and month is settled once for a whole column. */
function readingOf(choice: ImportChoice, context: ImportContext) {
  const { columnOf, wide } = placesOf(choice.columns)
  const headers = choice.columns.map((_, index) => headerOf(choice, index))
  const dateReading = (column: number | undefined): DateReading => ({
    order: column === undefined ? 'day-first' : dateOrderOf(cellsBelow(choice, column)),
    epoch1904: choice.table.epoch1904,
    today: context.today,
  })
  const birthDates = dateReading(columnOf.get('birthDate'))
  const doseReading = {
    ...context,
    wide: wide.map(column => ({
      ...column,
      dates: dateReading(column.index),
      header: headers[column.index] ?? '',
    })),
    dates: dateReading(columnOf.get('givenOn')),
  }
  return { headers, columnOf, birthDates, doseReading }
}

function addDose(draft: Draft, dose: ImportedDose): void {
  const key = `${dose.vaccineCode} ${dose.givenOn} ${dose.givenOnAccuracy}`
  if (draft.seen.has(key)) {
    draft.problems.push(
      problem('import.duplicate-row', { row: dose.row, column: null, text: dose.vaccineText }),
    )
    return
  }
  draft.seen.add(key)
  draft.doses.push(dose)
}

/** The person the rows before know by a number or by everything that names them, or a new one. */
function draftOf(
  read: { readonly person: Person; readonly problems: ImportProblem[] },
  cells: RowCells,
  byKey: Map<string, Draft>,
): Draft {
  const { person } = read
  const strong = strongSystems.flatMap(system => {
    const value = identifierOf(person, system)
    return value === null ? [] : [`${system} ${value}`]
  })
  const keys = [...strong, ...(strong.length === 0 ? [weakKeyOf(person)] : [])]
  const known = keys.flatMap(key => byKey.get(key) ?? [])[0]
  const draft = known ?? { rows: [], person, doses: [], problems: read.problems, seen: new Set<string>() }
  for (const key of [...keys, weakKeyOf(person)]) if (!byKey.has(key)) byKey.set(key, draft)
  if (!known) return draft
  draft.problems.push(...read.problems.filter(isBlockingProblem))
  const difference = rowsDiffer(draft.person, person)
  if (difference) draft.problems.push(problem('import.person-conflict', cells(difference)))
  else draft.person = mergeKnown(draft.person, person)
  return draft
}

/** A field in which two rows of one person disagree; telling which row is right is up to people. */
function rowsDiffer(first: Person, second: Person): ImportField | null {
  if (first.birthDate !== second.birthDate) return 'birthDate'
  if (first.sex !== second.sex && first.sex !== 'unknown' && second.sex !== 'unknown') return 'sex'
  if (nameKey(first.name) !== nameKey(second.name)) return 'name'
  for (const [system, field] of [
    ['niis-code', 'niisCode'],
    ['national-id', 'nationalId'],
  ] as const) {
    const [a, b] = [identifierOf(first, system), identifierOf(second, system)]
    if (a !== null && b !== null && a !== b) return field
  }
  return null
}

function placesOf(columns: readonly ImportColumn[]) {
  const columnOf = new Map<ImportField, number>()
  const wide: { readonly index: number; readonly vaccineCode: string }[] = []
  for (const [index, { meaning }] of columns.entries()) {
    if (meaning === null) continue
    const vaccineCode = vaccineOfColumn(meaning)
    if (vaccineCode !== null) wide.push({ index, vaccineCode })
    else if (!columnOf.has(meaning as ImportField)) columnOf.set(meaning as ImportField, index)
  }
  return { columnOf, wide }
}

/** The cell of a place, decoded when its column was typed in an old font. */
export function readCell({ table, columns }: ImportChoice, row: number, column: number): Cell {
  const cell = table.rows[row]?.[column] ?? null
  return typeof cell === 'string' ? readCellText(cell, columns[column]?.font ?? null) : cell
}

/** The header of a column, or its letter. */
export function headerOf(choice: ImportChoice, column: number): string {
  const header = choice.headerRow === null ? '' : cellText(readCell(choice, choice.headerRow, column))
  return header === '' ? columnLetter(column) : header
}

function cellsOf(
  choice: ImportChoice,
  row: number,
  columnOf: ReadonlyMap<ImportField, number>,
  headers: readonly string[],
): RowCells {
  return field => {
    const column = columnOf.get(field)
    if (column === undefined) return { row: row + 1, column: null, text: '', cell: null }
    const cell = readCell(choice, row, column)
    return { row: row + 1, column: headers[column] ?? null, text: cellText(cell), cell }
  }
}

function* cellsBelow({ table, headerRow }: ImportChoice, column: number): Generator<Cell> {
  for (let row = (headerRow ?? -1) + 1; row < table.rows.length; row++)
    yield table.rows[row]?.[column] ?? null
}

/** How a person of a list is called in reports. */
export function importedName({ person }: Pick<ImportedPerson, 'person'>): string {
  return displayName(person)
}
