import type { Ports } from '../../service'

/**
 * Persons whose health data the police or the army manages, under every id they have: nothing about them goes to the
 * province. Of a merged person one record with the mark is enough.
 */
export function excludedPersons(
  store: Pick<Ports['store'], 'records' | 'links' | 'courier'>,
): ReadonlySet<string> {
  return new Set(store.courier.managedPersons().flatMap(personId => store.links.clusterOf(personId)))
}
