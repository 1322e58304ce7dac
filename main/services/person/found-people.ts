import type { Person } from '../../../src/domain/person/person'
import { reversePhone } from '../../../src/domain/person/phone'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

/** Persons of the register as a search found them; one may stand in it more than once. */
export type Found = readonly Stored<Person>[]
type Register = Pick<ServiceContext['store'], 'persons'>

/** Nobody shares a telephone with more people than a household and its neighbours. */
const mostOfOnePhone = 50

/** Whoever has a phone, themselves or through a relative. */
export function foundByPhone({ persons }: Register, phone: string): Found {
  return persons.lookup({ by: 'phone-end', reversed: reversePhone(phone) }, mostOfOnePhone)
}

/** Whoever has a number in one of these systems. */
export function foundByNumber({ persons }: Register, systems: readonly string[], value: string): Found {
  return persons.many(systems.flatMap(system => persons.byIdentifier(system, value)))
}

/** Each of them once, in the order found. */
export function eachOnce(found: Found): ReadonlyMap<string, Stored<Person>> {
  return new Map(found.map(person => [person.id, person]))
}
