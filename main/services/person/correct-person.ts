import { type Problem, refuse, refuseAll } from '../../../src/contract/errors'
import { correctPerson } from '../../../src/contract/person-calls'
import { lastPossibleDay, partialDate } from '../../../src/domain/immunization/dose-date'
import { canonicalJson } from '../../../src/domain/journal/canonical-json'
import { applyPersonPatch, diffPersons } from '../../../src/domain/person/correct-person'
import type { Person } from '../../../src/domain/person/person'
import { type ServiceContext, serve } from '../service'
import { addressProblems, blockingProblems, takenNumbers } from './person-problems'

export const correctPersonService = serve(correctPerson, (context, { personId, changes, reason }) => {
  correctOne(context, personId, changes, reason)
  return {}
})

/** Corrects a person's record with a reason. Only what really changed is written, so nothing else is overruled. */
export function correctOne(
  context: ServiceContext,
  askedId: string,
  changes: Partial<Person>,
  reason: string,
): void {
  const stored = context.store.records.find('person', askedId)
  if (!stored || stored.voided) throw refuse('person.not-found')
  const { id: personId, voided: _voided, versions: _v, createdAt: _c, changedAt: _ch, ...before } = stored
  const after = applyPersonPatch(before, withOwnCode(before, changes))
  if (diffPersons(before, after).length === 0) refuse('person.nothing-changed')
  refuseAll([
    ...blockingProblems(after, context),
    ...addressProblems(after, before, context),
    ...takenNumbers(after, personId, context),
    ...dosesBeforeBirth(after, personId, context),
  ])
  const body = changedFields(before, after)
  context.write([{ noun: 'person', recordId: personId, verb: 'corrected', body, reason }])
}

/** Our own code never changes, whatever the list of identifiers in the form says. */
function withOwnCode(before: Person, changes: Partial<Person>): Partial<Person> {
  if (!changes.identifiers) return changes
  const own = before.identifiers.filter(({ system }) => system === 'person-code')
  const others = changes.identifiers.filter(({ system }) => system !== 'person-code')
  return { ...changes, identifiers: [...others, ...own] }
}

/** The fields in which a record differs from what it was. */
export function changedFields(before: Person, after: Person): Partial<Person> {
  const changed = Object.entries(after).filter(
    ([field, value]) => canonicalJson(before[field as keyof Person]) !== canonicalJson(value),
  )
  return Object.fromEntries(changed) as Partial<Person>
}

/** A birth date after a dose that somebody was given. */
export function dosesBeforeBirth(
  person: Person,
  personId: string,
  { store }: Pick<ServiceContext, 'store'>,
): readonly Problem[] {
  const doses = store.records.list('dose', { person_id: personId }, 'given_on')
  const first = doses.find(dose => (lastPossibleDay(dose) ?? dose.givenOn) < person.birthDate)
  if (!first) return []
  return [
    { code: 'person.birth-after-dose', field: 'person.birthDate', params: { givenOn: partialDate(first) } },
  ]
}
