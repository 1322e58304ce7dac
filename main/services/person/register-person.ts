import { refuseAll } from '../../../src/contract/errors'
import { findDuplicates, registerPerson } from '../../../src/contract/person-calls'
import { storedForm } from '../../../src/domain/person/correct-person'
import type { Person } from '../../../src/domain/person/person'
import { mintPersonCode } from '../../../src/domain/person/person-code'
import { duplicatesOf } from '../duplicate/duplicates-of'
import { type ServiceContext, serve } from '../service'
import { toHit } from './person-hit'
import { addressProblems, blockingProblems, takenNumbers } from './person-problems'

export const registerPersonService = serve(registerPerson, (context, request) =>
  registerOne(context, request.person, request.notDuplicateOf),
)

/** Registers somebody new, with a code of our own. A likely duplicate must have been looked at and denied. */
export function registerOne(
  context: ServiceContext,
  given: Person,
  notDuplicateOf: readonly string[],
): { readonly personId: string; readonly personCode: string } {
  const person = storedForm(given)
  refuseAll([
    ...blockingProblems(person, context),
    ...addressProblems(person, null, context),
    ...takenNumbers(person, null, context),
  ])
  const denied = new Set(notDuplicateOf)
  refuseAll(
    duplicatesOf(person, null, context)
      .filter(({ candidate, score }) => score.certainty !== 'possible' && !denied.has(candidate.id))
      .map(({ candidate }) => ({
        code: 'person.likely-duplicate' as const,
        field: 'person.name',
        params: { personId: candidate.id },
      })),
  )
  const personCode = mintCode(context, person)
  const personId = context.newId()
  const identifiers = [...person.identifiers, { system: 'person-code' as const, value: personCode }]
  context.write([{ noun: 'person', recordId: personId, verb: 'recorded', body: { ...person, identifiers } }])
  return { personId, personCode }
}

/** The next code of this station. */
export function mintCode(
  { store, stationId }: Pick<ServiceContext, 'store' | 'stationId'>,
  person: Person,
): string {
  const station = store.records.find('station', stationId)
  return mintPersonCode({
    birthYear: Number(person.birthDate.slice(0, 4)),
    stationNumber: station?.number ?? 1,
    sequence: store.local.nextNumber('person-code'),
  })
}

export const findDuplicatesService = serve(findDuplicates, (context, { person, exceptPersonId }) =>
  duplicatesOf(storedForm(person), exceptPersonId, context).map(({ candidate, score }) => ({
    hit: toHit(context, candidate, { highlights: [], group: 'similar' }),
    score,
  })),
)
