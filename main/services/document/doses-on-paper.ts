import type { DocumentDose } from '../../../src/domain/document/facts'
import type { Person } from '../../../src/domain/person/person'
import type { LocalText } from '../../../src/domain/schedule/schedule-types'
import { reactionSignWords } from '../../../src/domain/session/reaction-sign'
import type { Stored } from '../../db/record-store'
import { chartOf } from '../immunization/chart'
import { currentSchedule } from '../schedule/current-book'
import type { ServiceContext } from '../service'

/**
 * A person's doses as a paper shows them, oldest first. The number is the one the schedule counts; a combination that
 * counts differently for its antigens has the smallest, which is how staff number it (5 trong 1 after a birth dose).
 */
export function dosesOnPaper(context: ServiceContext, person: Stored<Person>): readonly DocumentDose[] {
  const { store, resources, today } = context
  const numbers = doseNumbersOf(context, person)
  const antigenName = (code: string) =>
    currentSchedule(context, today).antigens.find(antigen => antigen.code === code)?.name
  const reactions = store.records.list('reaction', { person_id: person.id }, 'created_stamp')
  return store.records.list('dose', { person_id: person.id }, 'given_on, created_stamp').map(dose => {
    const vaccine = resources.vaccines.get(dose.vaccineCode)
    const diseases = withoutKinds(vaccine?.antigens.flatMap(code => antigenName(code) ?? []) ?? [])
    const seen = reactions.filter(reaction => reaction.doseIds.includes(dose.id))
    return {
      vaccine: vaccine?.shortName ?? dose.vaccineCode,
      tradeName: vaccine?.tradeName ?? null,
      diseases: diseases.map(name => name.vi).join(', ') || null,
      diseasesEn: diseases.map(name => name.en).join(', ') || null,
      number: numbers.get(dose.id) ?? dose.statedNumber,
      givenOn: dose.givenOn,
      givenOnAccuracy: dose.givenOnAccuracy,
      lotNumber: dose.lotNumber,
      lotExpiresOn: dose.lotExpiresOn,
      placeName: dose.placeName,
      givenByName: dose.givenByName,
      reaction:
        seen.flatMap(({ signs }) => signs.map(sign => reactionSignWords(sign, 'vi'))).join(', ') || null,
      nextOn: null,
      historical: dose.kind === 'historical',
    }
  })
}

/** The number of each valid dose by its id. */
export function doseNumbersOf(context: ServiceContext, person: Stored<Person>): ReadonlyMap<string, number> {
  const chart = chartOf(context, person.id, person, context.today)
  const numbers = new Map<string, number>()
  for (const cell of chart.rows.flatMap(row => row.cells)) {
    if (cell.kind === 'given' && cell.status === 'valid' && cell.doseNumber !== null)
      numbers.set(cell.doseId, Math.min(cell.doseNumber, numbers.get(cell.doseId) ?? cell.doseNumber))
  }
  return numbers
}

/** A disease is named once: "Bại liệt" also says what "Bại liệt (IPV)" does. */
function withoutKinds(names: readonly LocalText[]): readonly LocalText[] {
  return names.filter(name => !names.some(other => other !== name && name.vi.startsWith(`${other.vi} (`)))
}
