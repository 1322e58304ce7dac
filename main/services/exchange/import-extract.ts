import { refuse } from '../../../src/contract/errors'
import { type ImportPreview, previewImport, runImport } from '../../../src/contract/exchange-calls'
import { defaultNiisProfile } from '../../../src/domain/exchange/niis-columns'
import {
  type ImportedDose,
  type ImportedPerson,
  type NiisImportReport,
  readNiisExtract,
} from '../../../src/domain/exchange/niis-import'
import { createEthnicGroupLookup } from '../../../src/domain/exchange/niis-person'
import { createPlaceLookup } from '../../../src/domain/exchange/place-names'
import { createVaccineNameLookup } from '../../../src/domain/exchange/vaccine-names'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { displayName } from '../../../src/domain/person/display-name'
import { toDose } from '../immunization/record-historical-doses'
import { mintCode } from '../person/register-person'
import { type ServiceContext, serve } from '../service'

/** A file read and waiting for "Nhập"; only the newest is kept, and none outlives the engine. */
const staged = new Map<string, NiisImportReport>()
const mostProblemsShown = 500

type Planned = {
  readonly imported: ImportedPerson
  /** The person who already carries this mã đối tượng. */
  readonly personId: string | null
  readonly doses: readonly ImportedDose[]
}

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
  staged.clear()
  staged.set(token, report)
  const plan = planImport(context, report)
  return {
    token,
    fileName,
    rows: report.rowCount,
    persons: report.persons.length,
    newPersons: plan.filter(planned => planned.personId === null).length,
    doses: report.doseCount,
    newDoses: plan.reduce((sum, planned) => sum + planned.doses.length, 0),
    problems: report.problems.slice(0, mostProblemsShown).map(({ code, row, column, value, severity }) => ({
      code,
      field: null,
      params: { row, column, value },
      row,
      column,
      severity,
    })),
    problemCount: report.problems.length,
    acceptable: report.isAcceptable,
    sample: report.persons.slice(0, 8).map(({ person, doses }) => ({
      name: displayName(person),
      birthDate: person.birthDate,
      doses: doses.length,
    })),
  }
})

/** Doses already known, by product and day, are left out: a file taken twice changes nothing. */
function planImport({ store }: ServiceContext, report: NiisImportReport): readonly Planned[] {
  return report.persons.map(imported => {
    const [personId = null] = store.persons.byIdentifier('niis-code', imported.sourceCode)
    if (personId === null) return { imported, personId, doses: imported.doses }
    const known = new Set(
      store.records
        .list('dose', { person_id: personId }, 'given_on')
        .map(dose => `${dose.vaccineCode} ${dose.givenOn}`),
    )
    const doses = imported.doses.filter(dose => !known.has(`${dose.vaccineCode} ${dose.givenOn}`))
    return { imported, personId, doses }
  })
}

/** Writes all of a file that was read without a blocking problem, in one transaction. */
export const runImportService = serve(runImport, (context, { token }) => {
  const report = staged.get(token)
  if (!report) return refuse('import.unreadable')
  if (!report.isAcceptable) refuse('import.has-problems', { problems: report.problems.length })
  const plan = planImport(context, report)
  for (const planned of plan) writePerson(context, planned)
  const doses = plan.reduce((sum, planned) => sum + planned.doses.length, 0)
  return {
    persons: plan.filter(planned => planned.personId === null).length,
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
  const { vaccineCode, givenOn, lotNumber, placeName, programme } = dose
  if (vaccineCode === null) return refuse('import.unknown-vaccine', { row: dose.row })
  const line = { vaccineCode, givenOn, statedNumber: null, lotNumber, placeName }
  const body = { ...toDose(personId, line), programme }
  return { noun: 'dose', recordId: context.newId(), verb: 'recorded', body }
}
