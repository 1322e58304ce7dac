import { type Problem, refuseAll } from '../../../src/contract/errors'
import { mergePersons } from '../../../src/contract/merge-calls'
import type { NewEntry } from '../../../src/domain/journal/entry'
import { mergeChanges, mergedPerson } from '../../../src/domain/person/merge'
import { mergeWarnings } from '../../../src/domain/person/merge-check'
import type { Person } from '../../../src/domain/person/person'
import { changedFields, dosesBeforeBirth } from '../person/correct-person'
import { blockingProblems, takenNumbers } from '../person/person-problems'
import { actorOf, type ServiceContext, serve } from '../service'
import { openVisitProblems, pairOrRefuse, personOf } from './record-pair'
import { decisionsBetween } from './review-merge'

/** Joins two records of one person: the merge and what it changes in the survivor, in one transaction. */
export const mergePersonsService = serve(mergePersons, (context, request) => {
  const { survivorId, absorbedId, take, overrides, reason } = request
  const [survivor, absorbed] = pairOrRefuse(context, survivorId, absorbedId).map(personOf) as [Person, Person]
  const after = mergedPerson(survivor, absorbed, take)
  refuseAll([
    ...openVisitProblems(context, [survivorId, absorbedId]),
    ...blockingProblems(after, context),
    ...numbersOfOthers(after, request, context),
    ...dosesBeforeBirth(after, survivorId, context),
    ...dosesBeforeBirth(after, absorbedId, context),
  ])
  const answered = new Set(overrides.map(({ code }) => code))
  const decidedDifferent = decisionsBetween(context, survivorId, absorbedId).length > 0
  refuseAll(
    mergeWarnings(survivor, absorbed, { decidedDifferent })
      .filter(code => !answered.has(code))
      .map(code => ({ code, field: 'overrides', params: {} })),
  )
  const mergeId = context.newId()
  const actor = actorOf(context)
  const changes = mergeChanges(survivor, after)
  const by = { byUserId: actor.userId, byName: actor.name }
  const body = { survivorId, absorbedId, changes, overrides, reason, ...by }
  context.write([
    { noun: 'merge', recordId: mergeId, verb: 'recorded', body },
    ...correction(survivorId, survivor, after, reason),
  ])
  return { mergeId }
})

/** What a merge or an undo changes in the survivor's record; nothing is written when nothing is. */
export function correction(
  personId: string,
  before: Person,
  after: Person,
  reason: string,
): readonly NewEntry[] {
  const body = changedFields(before, after)
  if (Object.keys(body).length === 0) return []
  return [{ noun: 'person', recordId: personId, verb: 'corrected', body, reason }]
}

/** A number that a third person carries; the two who become one may share theirs. */
function numbersOfOthers(
  after: Person,
  { survivorId, absorbedId }: { readonly survivorId: string; readonly absorbedId: string },
  context: ServiceContext,
): readonly Problem[] {
  const withoutAbsorbed = {
    ...context,
    store: {
      ...context.store,
      persons: {
        ...context.store.persons,
        byIdentifier: (system: string, value: string) =>
          context.store.persons.byIdentifier(system, value).filter(personId => personId !== absorbedId),
      },
    },
  }
  return takenNumbers(after, survivorId, withoutAbsorbed)
}
