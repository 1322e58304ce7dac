import { refuse, refuseAll } from '../../../src/contract/errors'
import { swapNumbers } from '../../../src/contract/register-doctor-calls'
import type { Identifier, Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { takenNumbers } from '../person/person-problems'
import { type ServiceContext, serve } from '../service'

/**
 * Exchanges the personal numbers of two records. One correction after the other would be refused, because the number is
 * the other's until then; a third person who has one of them stands in the way as ever.
 */
export const swapNumbersService = serve(swapNumbers, (context, { oneId, otherId, reason }) => {
  const [one, other] = [personOf(context, oneId), personOf(context, otherId)]
  const [ofOne, ofOther] = [numberOf(one), numberOf(other)]
  if (one.id === other.id || !ofOne || !ofOther) return refuse('finding.nothing-to-swap')
  const swapped = [
    { person: one, identifiers: withNumber(one, ofOther), of: other },
    { person: other, identifiers: withNumber(other, ofOne), of: one },
  ]
  for (const { person, identifiers, of } of swapped) {
    const taken = takenNumbers({ ...person, identifiers }, person.id, context)
    refuseAll(taken.filter(({ params }) => params.personId !== of.id))
  }
  context.write(
    swapped.map(({ person, identifiers }) => ({
      noun: 'person' as const,
      recordId: person.id,
      verb: 'corrected' as const,
      body: { identifiers },
      reason,
    })),
  )
  return {}
})

function personOf({ store }: ServiceContext, personId: string): Stored<Person> {
  const person = store.records.find('person', personId)
  return person && !person.voided ? person : refuse('person.not-found')
}

function numberOf({ identifiers }: Person): Identifier | null {
  return identifiers.find(({ system }) => system === 'national-id') ?? null
}

function withNumber({ identifiers }: Person, number: Identifier): readonly Identifier[] {
  return identifiers.map(identifier => (identifier.system === 'national-id' ? number : identifier))
}
