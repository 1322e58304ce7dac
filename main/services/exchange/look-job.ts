import { refuse } from '../../../src/contract/errors'
import type { ColumnView, FileOverview, UnderstoodRow } from '../../../src/contract/import-calls'
import type { ImportLook } from '../../../src/contract/import-values'
import {
  findHeaderRow,
  type GuessedColumn,
  guessColumns,
  headerRows,
} from '../../../src/domain/exchange/guess-columns'
import { type ColumnMeaning, isColumnMeaning } from '../../../src/domain/exchange/import-fields'
import { applyProfile, profileRow, recognizeProfile } from '../../../src/domain/exchange/import-profile'
import { readCellText } from '../../../src/domain/exchange/legacy-fonts'
import {
  createImportReader,
  type ImportContext,
  type ImportedPerson,
  importedName,
} from '../../../src/domain/exchange/read-import'
import { type Cell, cellText, columnLetter, type SheetTable } from '../../../src/domain/exchange/table'
import { writtenDate } from '../../../src/domain/immunization/dose-date'
import { defineJob, type JobContext } from '../jobs/job'
import { choiceOf, fontsOf, importContextOf } from './import-context'
import { anyStagedFile, type FileAttachment, packTables, unpackTables } from './staged-import'

const samplesShown = 3
const rowsUnderstood = 12
const rowsAskedForVaccines = 100_000

type Tables = { readonly token: string; readonly tables: Uint8Array }

/** Parses the file once, hands its sheets to the engine for what comes next, and says how one of them is understood. */
export const lookJob = defineJob({
  name: 'import.look',
  async run(context, { look }) {
    const tables = await tablesOf(context, look.token)
    const sheet = look.sheet ?? largestOf(tables)
    const table = tables[sheet] ?? refuse('import.stale')
    return overviewOf(context, tables, sheet, table, look)
  },
  keep({ store }, part) {
    const { token, tables } = part as Tables
    const file = anyStagedFile(store)
    if (file?.token === token) file.tables = tables
  },
})

async function tablesOf(context: JobContext, token: string): Promise<readonly SheetTable[]> {
  const { bytes, tables } = context.attachment as FileAttachment
  if (tables) return unpackTables(tables)
  const { sheets } = await context.readWorkbook(new Uint8Array(bytes))
  await context.hand({ token, tables: packTables(sheets) } satisfies Tables)
  return sheets
}

function largestOf(tables: readonly SheetTable[]): number {
  const most = Math.max(...tables.map(({ rows }) => rows.length))
  return tables.findIndex(({ rows }) => rows.length === most)
}

function overviewOf(
  context: JobContext,
  tables: readonly SheetTable[],
  sheet: number,
  table: SheetTable,
  look: ImportLook,
): FileOverview {
  const fonts = fontsOf(table)
  const reading = importContextOf(context, look.vaccineNames ?? {})
  const read = (cell: Cell | undefined, column?: number) => {
    const font = column === undefined ? fonts.sheet : (fonts.columns[column] ?? fonts.sheet)
    return typeof cell === 'string' ? cellText(readCellText(cell, font)) : cellText(cell)
  }
  const profiles = profilesOf(context)
  const header =
    look.headerRow === undefined ? headerOf(table, cell => read(cell), profiles, reading) : look.headerRow
  const guessed = guessColumns(table, header, read, reading)
  const profile = recognizeProfile(
    guessed.map(column => column.header),
    profiles,
  )
  const columns = look.meanings
    ? guessed.map((column, at) => ({ ...column, meaning: meaningOf(look.meanings?.[at] ?? null) }))
    : profile
      ? applyProfile(guessed, profile)
      : guessed
  const meanings = columns.map(({ meaning }) => meaning)
  return {
    sheets: tables.map(({ name, rows }) => ({ name, rows: rows.length })),
    sheet,
    headerRow: header,
    rows: table.rows.length - (header ?? -1) - 1,
    columns: columns.map(column => viewOf(column, table, header, fonts.columns[column.index] ?? null)),
    profileName: look.meanings ? null : (profile?.name ?? null),
    ...understand(table, header, meanings, reading, context),
    missing: (['name', 'birthDate'] as const).filter(
      field => !meanings.includes(field) && !(field === 'name' && meanings.includes('motherName')),
    ),
  }
}

function headerOf(
  { rows }: SheetTable,
  read: (cell: Cell | undefined) => string,
  profiles: ReturnType<typeof profilesOf>,
  reading: ImportContext,
): number | null {
  const texts = rows.slice(0, headerRows).map(cells => cells.map(read))
  return profileRow(texts, profiles) ?? findHeaderRow(rows, read, reading)
}

function meaningOf(text: string | null): ColumnMeaning {
  return text !== null && isColumnMeaning(text) ? text : null
}

/** Those the point saved come before those that ship. */
function profilesOf({ store, resources }: JobContext) {
  return [
    ...store.records.list('import-profile', {}, 'changed_stamp').toReversed(),
    ...resources.importProfiles,
  ]
}

function viewOf(
  { index, header, meaning }: GuessedColumn,
  table: SheetTable,
  headerRow: number | null,
  font: ColumnView['font'],
): ColumnView {
  const samples: { raw: string; read: string }[] = []
  for (let row = (headerRow ?? -1) + 1; row < table.rows.length && samples.length < samplesShown; row++) {
    const cell = table.rows[row]?.[index] ?? null
    const raw = cellText(cell)
    if (raw !== '') samples.push({ raw: raw.slice(0, 60), read: readCellText(raw, font).slice(0, 60) })
  }
  const isHidden = table.hiddenColumns.includes(index)
  return { index, letter: columnLetter(index), header, isHidden, meaning, font, samples }
}

function understand(
  table: SheetTable,
  header: number | null,
  meanings: readonly ColumnMeaning[],
  reading: ImportContext,
  context: JobContext,
): Pick<FileOverview, 'understood' | 'unknownVaccines'> {
  const choice = choiceOf(table, header, meanings)
  const reader = createImportReader(choice, reading)
  const last = Math.min(reader.rowCount, reader.firstRow + rowsUnderstood)
  for (let row = reader.firstRow; row < last; row++) reader.readRow(row)
  const people = reader.people().map(person => toUnderstood(person, context))
  const unread = reader.unread().map(
    ({ row, name, problems }): UnderstoodRow => ({
      ...nothing,
      row,
      name,
      problems: problems.map(it => ({ code: it.code, field: it.column, params: { value: it.value } })),
    }),
  )
  return {
    understood: [...people, ...unread].toSorted((a, b) => a.row - b.row),
    unknownVaccines: unknownVaccines(table, header, meanings.indexOf('vaccine'), choice.columns, reading),
  }
}

const nothing = { name: null, birthDate: null, sex: null, contact: null, phone: null, doses: [] }

function toUnderstood(imported: ImportedPerson, { resources }: JobContext): UnderstoodRow {
  const { person, doses, rows, problems } = imported
  return {
    row: rows[0] ?? 0,
    name: importedName(imported),
    birthDate: person.birthDate,
    sex: person.sex,
    contact: person.relatives[0]?.name ?? null,
    phone: person.phone ?? person.relatives[0]?.phone ?? null,
    doses: doses.map(dose => ({
      vaccine: resources.vaccines.get(dose.vaccineCode)?.shortName ?? dose.vaccineCode,
      on: writtenDate(dose),
    })),
    problems: problems.map(it => ({ code: it.code, field: it.column, params: { value: it.value } })),
  }
}

function unknownVaccines(
  table: SheetTable,
  header: number | null,
  column: number,
  columns: ReturnType<typeof choiceOf>['columns'],
  { findVaccine, today }: ImportContext,
): FileOverview['unknownVaccines'] {
  if (column < 0) return []
  const counts = new Map<string, number>()
  const first = (header ?? -1) + 1
  for (let row = first; row < Math.min(table.rows.length, first + rowsAskedForVaccines); row++) {
    const cell = table.rows[row]?.[column] ?? null
    const text = cellText(typeof cell === 'string' ? readCellText(cell, columns[column]?.font ?? null) : cell)
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
    .filter(([text]) => findVaccine(text, null) === null && findVaccine(text, today) === null)
    .map(([text, count]) => ({ text, count }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 50)
}
