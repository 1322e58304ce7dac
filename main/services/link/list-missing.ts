import { refuse } from '../../../src/contract/errors'
import { listMissing } from '../../../src/contract/missing-calls'
import { doseNumbers } from '../../../src/domain/exchange/fhir/dose-numbers'
import {
  type MandatoryField,
  missingForProvince,
  missingOfPerson,
  placeToMend,
} from '../../../src/domain/exchange/fhir/missing'
import { serve } from '../service'
import { wireContext } from './wire-context'

export const listMissingService = serve(listMissing, ({ store, resources }, { personId }) => {
  const person = store.records.find('person', personId) ?? refuse('person.not-found')
  const ofPerson = missingOfPerson(person)
  const knows = wireContext({ store, resources, codes: resources.provinceCodes })
  const facilityCode = store.point()?.code ?? null
  const doses = knows.dosesOf(person.id).flatMap(state => {
    const { id: doseId, value: dose } = state
    const vaccine = resources.vaccines.get(dose.vaccineCode) ?? null
    const facts = { vaccine, numbers: doseNumbers(state, knows), facilityCode }
    const fields = missingForProvince(person, dose, facts).filter(field => !ofPerson.includes(field))
    if (fields.length === 0) return []
    const missing = fields.map(field => ({ field, at: placeToMend(field, dose.kind) }))
    const vaccineName = vaccine?.shortName ?? dose.vaccineCode
    return [{ doseId, vaccineName, givenOn: dose.givenOn, missing }]
  })
  return { person: ofPerson.map(placed), doses }
})

function placed(field: MandatoryField) {
  return { field, at: placeToMend(field) }
}
