import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readSchedule } from '../../src/contract/schedule-file'
import { readScreeningForms } from '../../src/contract/screening-file'
import { readVaccines } from '../../src/contract/vaccine-file'
import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import { type AftercareText, readAftercareText } from '../../src/domain/document/appointment-slip'
import type { NamePartsFile } from '../../src/domain/exchange/invented-person'
import type { EthnicGroupsFile } from '../../src/domain/exchange/niis-person'
import type { OldCommunesFile } from '../../src/domain/exchange/place-names'
import type { VaccineAliasFile } from '../../src/domain/exchange/vaccine-names'
import type { Vaccine } from '../../src/domain/immunization/vaccine'
import { type CommunesFile, loadUnits, type ProvincesFile, type Units } from '../../src/domain/person/units'
import type { Schedule } from '../../src/domain/schedule/schedule-types'
import type { ScreeningForm } from '../../src/domain/screening/form'

/** All data that ships beside the code, checked once when the engine starts. */
export type Resources = {
  readonly folder: string
  readonly schedule: Schedule
  readonly vaccines: ReadonlyMap<string, Vaccine>
  readonly units: Units
  readonly ethnicGroups: readonly { readonly code: string; readonly name: string }[]
  readonly screeningForms: readonly ScreeningForm[]
  /** What an import needs to understand names of places, products and groups. */
  readonly oldCommunes: OldCommunesFile
  readonly vaccineAliases: VaccineAliasFile
  readonly ethnicGroupsFile: EthnicGroupsFile
  readonly practiceNames: NamePartsFile
  readonly aftercare: AftercareText
}

/** Reads and validates everything in `resources/`. Throws, and so stops the start, when a file is not as it must be. */
export function loadResources(folder: string, today: CalendarDay): Resources {
  const read = (...parts: string[]): unknown => JSON.parse(readFileSync(path.join(folder, ...parts), 'utf8'))
  const vaccines = readVaccines(read('vaccines', 'vaccines.json'))
  const forms = readdirSync(path.join(folder, 'screening')).filter(name => name.endsWith('.json'))
  const groups = read('codes', 'ethnic-groups.json') as EthnicGroupsFile
  return {
    folder,
    schedule: readSchedule(read('schedules', 'vn-tcmr-2026.json'), vaccines),
    vaccines,
    units: loadUnits(
      read('units', 'provinces.json') as ProvincesFile,
      read('units', 'communes.json') as CommunesFile,
    ),
    ethnicGroups: groups.ethnicGroups.map(({ code, name }) => ({ code, name })),
    screeningForms: readScreeningForms(
      forms.map(name => read('screening', name)),
      today,
    ),
    oldCommunes: read('units', 'old-communes.json') as OldCommunesFile,
    vaccineAliases: read('codes', 'niis-vaccine-aliases.json') as VaccineAliasFile,
    ethnicGroupsFile: groups,
    practiceNames: read('practice', 'names.json') as NamePartsFile,
    aftercare: readAftercareText(read('documents', 'aftercare-vi.json')),
  }
}
