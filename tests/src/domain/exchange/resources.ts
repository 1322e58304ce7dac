import { readFileSync } from 'node:fs'
import { day } from '../../../../src/domain/calendar/calendar-day'
import { createEthnicGroupLookup, type EthnicGroupsFile } from '../../../../src/domain/exchange/ethnic-groups'
import { fieldOfHeader } from '../../../../src/domain/exchange/import-fields'
import type { NamePartsFile } from '../../../../src/domain/exchange/invented-person'
import { createPlaceLookup, oldCommunesOf } from '../../../../src/domain/exchange/place-names'
import { createImportReader, type ImportContext } from '../../../../src/domain/exchange/read-import'
import type { Cell } from '../../../../src/domain/exchange/table'
import {
  createVaccineNameLookup,
  type NamedVaccine,
  type VaccineAliasFile,
} from '../../../../src/domain/exchange/vaccine-names'
import type { FormerUnitsFile } from '../../../../src/domain/person/former-units'
import { type CommunesFile, loadUnits, type ProvincesFile } from '../../../../src/domain/person/units'

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../resources/${file}`, import.meta.url), 'utf8'))

/** The shipped data, loaded as the application loads it. */
export const units = loadUnits(
  read('units/provinces.json') as ProvincesFile,
  read('units/communes.json') as CommunesFile,
)
export const oldCommunes = oldCommunesOf(read('units/before-2025-07.json') as FormerUnitsFile)
export const vaccines = (read('vaccines/vaccines.json') as { readonly vaccines: readonly NamedVaccine[] })
  .vaccines
export const vaccineAliases = read('codes/niis-vaccine-aliases.json') as VaccineAliasFile
export const ethnicGroups = read('codes/ethnic-groups.json') as EthnicGroupsFile
export const nameParts = read('practice/names.json') as NamePartsFile

/** The import as a point in Thanh Hóa would run it on the day of the fixture. */
export const context: ImportContext = {
  today: day('2026-11-22'),
  findVaccine: createVaccineNameLookup(vaccines, vaccineAliases),
  findPlace: createPlaceLookup(units, oldCommunes),
  findEthnicGroup: createEthnicGroupLookup(ethnicGroups),
}

/** Reads a list whose first row is its header. */
export function readRows(rows: readonly (readonly Cell[])[]) {
  const columns = (rows[0] ?? []).map(header => ({ meaning: fieldOfHeader(String(header)), font: null }))
  const table = { name: 'CSV', rows, hiddenColumns: [], epoch1904: false }
  const reader = createImportReader({ table, headerRow: 0, columns }, context)
  for (let row = reader.firstRow; row < reader.rowCount; row++) reader.readRow(row)
  return { people: reader.people(), unread: reader.unread() }
}
