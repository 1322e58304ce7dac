import type { PersonHit } from '../../../src/contract/person-calls'
import { hitMaker } from '../person/person-hit'
import type { ServiceContext } from '../service'

/** The lines of a page's people; somebody merged since the page was made is shown as who they are now. */
export function hitsOf(
  context: Pick<ServiceContext, 'resources' | 'store' | 'today'>,
  personIds: readonly string[],
): (personId: string) => PersonHit | null {
  const { links, persons } = context.store
  const ids = [...new Set(personIds.map(links.survivorOf))]
  const people = new Map(persons.many(ids).map(person => [person.id, person]))
  const toHit = hitMaker(context, ids)
  return personId => {
    const person = people.get(links.survivorOf(personId))
    return person ? toHit(person, { highlights: [], group: 'here' }) : null
  }
}
