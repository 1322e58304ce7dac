import { refuse } from '../../../src/contract/errors'
import { getPerson, listPersons } from '../../../src/contract/person-calls'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import { addressLine } from '../../../src/domain/person/units'
import { missingForUpload } from '../../../src/domain/person/validate-person'
import { residenceMark } from '../family/residence'
import { serve } from '../service'
import { toHit } from './person-hit'

export const getPersonService = serve(getPerson, (context, { personId }) => {
  const { store, resources, today } = context
  const stored = store.records.find('person', personId)
  if (!stored) return refuse('person.not-found')
  const { id, voided, versions, createdAt, changedAt, ...person } = stored
  return {
    personId: id,
    person,
    displayName: displayName(person),
    personCode: identifierOf(person, 'person-code'),
    addressLine: addressLine(resources.units, person.addresses.current) || null,
    versions,
    registeredAt: createdAt,
    changedAt,
    voided,
    missingForUpload: missingForUpload(person),
    residence: residenceMark(context, id, today),
  }
})

/** The register in the order of names. */
export const listPersonsService = serve(listPersons, (context, { offset, limit }) => ({
  persons: context.store.persons.count(),
  hits: context.store.persons
    .page(offset, limit)
    .map(person => toHit(context, person, { highlights: [], group: 'here' })),
}))
