import type { Ports } from '../../service'

/** Persons under the police or defence exclusion: nothing about them goes to the province. */
export function excludedPersons(_store: Pick<Ports['store'], 'records'>): ReadonlySet<string> {
  return new Set()
}
