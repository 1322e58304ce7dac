import { refuse } from '../../../src/contract/errors'
import { type ImportPreview, previewImport, runImport } from '../../../src/contract/exchange-calls'
import { isBlockingProblem } from '../../../src/domain/exchange/import-problems'
import { defaultNiisProfile } from '../../../src/domain/exchange/niis-columns'
import {
  type ImportedDose,
  type NiisImportReport,
  readNiisExtract,
} from '../../../src/domain/exchange/niis-import'
import { createEthnicGroupLookup } from '../../../src/domain/exchange/niis-person'
import { createPlaceLookup } from '../../../src/domain/exchange/place-names'
import { createVaccineNameLookup } from '../../../src/domain/exchange/vaccine-names'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { displayName } from '../../../src/domain/person/display-name'
import type { Store } from '../../db'
import { toDose } from '../immunization/record-historical-doses'
import { mintCode } from '../person/register-person'
import { type ServiceContext, serve } from '../service'
import { type Planned, planImport } from './plan-import'

/** The file that was read and waits for "Nhập", one a database; only the newest is kept, and none outlives the engine. */
const staged = new WeakMap<Store, { readonly token: string; readonly report: NiisImportReport }>()
const mostProblemsShown = 500

/** Reads a file and says what it would bring; writes nothing. */
export const previewImportService = serve(previewImport, (context, { fileName, bytes }): ImportPreview => {
  const table = context.readCsv(bytes)
  const { resources, today } = context
  const report = readNiisExtract(table, {
    today,
    profile: defaultNiisProfile,
    findVaccine: createVaccineNameLookup([...resources.vaccines.values()], resources.vaccineAliases),
    findPlace: createPlaceLookup(resources.units, resources.oldCommunes),
    findEthnicGroup: createEthnicGroupLookup(resources.ethnicGroupsFile),
  })
  const token = context.newId()
  staged.set(context.store, { token, report })
  const plan = planImport(context, report.persons)
  const problems = [...report.problems, ...plan.problems]
  return {
    token,
    fileName,
    rows: report.rowCount,
    persons: report.persons.length,
    newPersons: plan.people.filter(planned => planned.personId === null).length,
    doses: report.doseCount,
    newDoses: plan.people.reduce((sum, planned) => sum + planned.doses.length, 0),
    problems: problems.slice(0, mostProblemsShown).map(({ code, row, column, value, severity }) => ({
      code,
      field: null,
      params: { row, column, value },
      row,
      column,
      severity,
    })),
    problemCount: problems.length,
    acceptable: report.isAcceptable && plan.problems.length === 0,
    sample: report.persons.slice(0, 8).map(({ person, doses }) => ({
      name: displayName(person),
      birthDate: person.birthDate,
      doses: doses.length,
    })),
  }
})

/** Writes all of a file that was read without a blocking problem, in one transaction. */
export const runImportService = serve(runImport, (context, { token }) => {
  const waiting = staged.get(context.store)
  if (waiting?.token !== token) return refuse('import.unreadable')
  const { report } = waiting
  const plan = planImport(context, report.persons)
  const problems = report.problems.filter(isBlockingProblem).length + plan.problems.length
  if (problems > 0) refuse('import.has-problems', { problems })
  for (const planned of plan.people) writePerson(context, planned)
  const doses = plan.people.reduce((sum, planned) => sum + planned.doses.length, 0)
  return {
    persons: plan.people.filter(planned => planned.personId === null).length,
    doses,
    skippedDoses: report.doseCount - doses,
  }
})

function writePerson(context: ServiceContext, { imported, personId, doses }: Planned): void {
  const id = personId ?? context.newId()
  if (personId === null) {
    const { person } = imported
    const code = { system: 'person-code' as const, value: mintCode(context, person) }
    const body = { ...person, identifiers: [...person.identifiers, code] }
    context.write([{ noun: 'person', recordId: id, verb: 'recorded', body }])
  }
  context.write(doses.map(dose => toEntry(context, id, dose)))
}

function toEntry(context: ServiceContext, personId: string, dose: ImportedDose): NewEntry {
  const { vaccineCode, givenOn, givenOnAccuracy, lotNumber, placeName, programme } = dose
  if (vaccineCode === null) return refuse('import.unknown-vaccine', { row: dose.row })
  const line = { vaccineCode, givenOn, givenOnAccuracy, programme, statedNumber: null, lotNumber, placeName }
  const body = toDose(personId, line)
  return { noun: 'dose', recordId: context.newId(), verb: 'recorded', body }
}
