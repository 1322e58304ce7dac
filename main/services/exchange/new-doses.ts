import { daysBetween } from '../../../src/domain/calendar/calendar-day'
import type { ImportedDose } from '../../../src/domain/exchange/import-doses'
import { type ImportProblem, problem } from '../../../src/domain/exchange/import-problems'
import type { Dose } from '../../../src/domain/immunization/dose'
import { lastPossibleDay, partialDate } from '../../../src/domain/immunization/dose-date'
import type { JournalEntry } from '../../../src/domain/journal/entry'
import type { Person } from '../../../src/domain/person/person'
import type { ReadStore } from '../../db'

/** Two dates of one product so close are one dose, written down differently. */
const slipDays = 2

export type NewDoses = {
  readonly doses: readonly ImportedDose[]
  readonly known: number
  readonly problems: readonly ImportProblem[]
}

/**
 * The doses of a list that the record of somebody registered does not have. Known by product and day, also in versions
 * that were corrected or voided here: a list does not bring those back. A dose a day or two beside a known one is left out
 * and reported.
 */
export function newDosesOf(
  store: ReadStore,
  personId: string,
  person: Person,
  doses: readonly ImportedDose[],
): NewDoses {
  const stored = store.records.listAll('dose', 'person_id', personId)
  const known = new Set(
    stored.flatMap(dose => [
      keyOf(dose),
      ...(dose.versions > 1 ? versionKeys(store.entriesOf(dose.id)) : []),
    ]),
  )
  const unknown = doses.filter(dose => !known.has(keyOf(dose)))
  const near = unknown.filter(dose =>
    stored.some(
      other =>
        !other.voided &&
        other.vaccineCode === dose.vaccineCode &&
        Math.abs(daysBetween(other.givenOn, dose.givenOn)) <= slipDays,
    ),
  )
  const early = unknown.filter(dose => (lastPossibleDay(dose) ?? dose.givenOn) < person.birthDate)
  return {
    doses: unknown.filter(dose => !near.includes(dose)),
    known: doses.length - unknown.length,
    problems: [
      ...near.map(dose => finding('import.dose-near', dose)),
      ...early.map(dose => finding('import.dose-before-birth', dose)),
    ],
  }
}

function finding(code: 'import.dose-near' | 'import.dose-before-birth', dose: ImportedDose): ImportProblem {
  return problem(code, { row: dose.row, column: dose.vaccineText, text: partialDate(dose) })
}

function keyOf(dose: Pick<Dose, 'vaccineCode' | 'givenOn' | 'givenOnAccuracy'>): string {
  return `${dose.vaccineCode} ${partialDate(dose)}`
}

function versionKeys(entries: readonly JournalEntry[]): readonly string[] {
  let fields: JournalEntry['body'] = {}
  return entries.map(({ body }) => {
    fields = { ...fields, ...body }
    return keyOf({ givenOnAccuracy: null, ...fields } as Dose)
  })
}
