import { createEthnicGroupLookup } from '../../../src/domain/exchange/ethnic-groups'
import { isColumnMeaning } from '../../../src/domain/exchange/import-fields'
import type { LegacyFont } from '../../../src/domain/exchange/legacy-font-tables'
import { detectFont } from '../../../src/domain/exchange/legacy-fonts'
import { createPlaceLookup } from '../../../src/domain/exchange/place-names'
import type { ImportChoice, ImportContext } from '../../../src/domain/exchange/read-import'
import type { Cell, SheetTable } from '../../../src/domain/exchange/table'
import { createVaccineNameLookup, type VaccineNameLookup } from '../../../src/domain/exchange/vaccine-names'
import { nameKey } from '../../../src/domain/person/name-key'
import type { JobContext } from '../jobs/job'

/** What reading a list needs; names the user gave a product come before those we know. */
export function importContextOf(
  { resources, today }: Pick<JobContext, 'resources' | 'today'>,
  vaccineNames: Readonly<Record<string, string>>,
): ImportContext {
  const known = createVaccineNameLookup([...resources.vaccines.values()], resources.vaccineAliases)
  return {
    today,
    findVaccine: withChosenNames(known, vaccineNames, code => resources.vaccines.has(code)),
    findPlace: createPlaceLookup(resources.units, resources.oldCommunes),
    findEthnicGroup: createEthnicGroupLookup(resources.ethnicGroupsFile),
  }
}

function withChosenNames(
  known: VaccineNameLookup,
  chosen: Readonly<Record<string, string>>,
  exists: (code: string) => boolean,
): VaccineNameLookup {
  const codes = new Map(Object.entries(chosen).map(([name, code]) => [nameKey(name), code]))
  return (text, on) => {
    const code = codes.get(nameKey(text))
    return code !== undefined && exists(code) ? code : known(text, on)
  }
}

/** The old font of each column, and of the sheet as a whole for headers, which are too short to tell by themselves. */
export function fontsOf(table: SheetTable): {
  readonly columns: readonly (LegacyFont | null)[]
  readonly sheet: LegacyFont | null
} {
  const width = Math.max(0, ...table.rows.slice(0, 1_000).map(row => row.length))
  const columns = Array.from({ length: width }, (_, column) => detectFont(textsOf(table, column)))
  const counts = new Map<LegacyFont, number>()
  for (const font of columns) if (font) counts.set(font, (counts.get(font) ?? 0) + 1)
  const sheet =
    [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ??
    detectFont(table.rows.slice(0, 30).flat().filter(isText))
  return { columns, sheet }
}

function isText(cell: Cell): cell is string {
  return typeof cell === 'string'
}

function* textsOf({ rows }: SheetTable, column: number): Generator<string> {
  for (const row of rows) {
    const cell = row[column]
    if (typeof cell === 'string') yield cell
  }
}

/** The part of a file to be read, as the user chose it. */
export function choiceOf(
  table: SheetTable,
  headerRow: number | null,
  meanings: readonly (string | null)[],
): ImportChoice {
  const fonts = fontsOf(table)
  return {
    table,
    headerRow,
    columns: meanings.map((meaning, index) => ({
      meaning: meaning !== null && isColumnMeaning(meaning) ? meaning : null,
      font: fonts.columns[index] ?? fonts.sheet,
    })),
  }
}
