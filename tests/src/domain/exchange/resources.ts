import { readFileSync } from 'node:fs'
import { day } from '../../../../src/domain/calendar/calendar-day'
import type { NamePartsFile } from '../../../../src/domain/exchange/invented-person'
import { defaultNiisProfile } from '../../../../src/domain/exchange/niis-columns'
import type { NiisImportContext } from '../../../../src/domain/exchange/niis-import'
import { createEthnicGroupLookup, type EthnicGroupsFile } from '../../../../src/domain/exchange/niis-person'
import { createPlaceLookup, oldCommunesOf } from '../../../../src/domain/exchange/place-names'
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
export const context: NiisImportContext = {
  today: day('2026-11-22'),
  profile: defaultNiisProfile,
  findVaccine: createVaccineNameLookup(vaccines, vaccineAliases),
  findPlace: createPlaceLookup(units, oldCommunes),
  findEthnicGroup: createEthnicGroupLookup(ethnicGroups),
}
