import { refuse } from '../../../src/contract/errors'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

/** Somebody whose record stands; `person.not-found` for one that was voided or never was. */
export function personOrRefuse({ store }: Pick<ServiceContext, 'store'>, personId: string): Stored<Person> {
  const person = store.records.find('person', personId)
  return person && !person.voided ? person : refuse('person.not-found', { personId })
}
