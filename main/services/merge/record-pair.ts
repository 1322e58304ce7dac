import { type Problem, refuse } from '../../../src/contract/errors'
import type { DecisionView, MergedName } from '../../../src/contract/merge-calls'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { PairDecision } from '../../../src/domain/person/merge-record'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'

export type StoreContext = Pick<ServiceContext, 'store'>

/** Two records that stand for themselves, or a refusal: the very records asked for, not whom they lead to. */
export function pairOrRefuse(
  context: StoreContext,
  aId: string,
  bId: string,
): readonly [Stored<Person>, Stored<Person>] {
  const { links } = context.store
  if (aId === bId || links.survivorOf(aId) === links.survivorOf(bId)) refuse('merge.same-record')
  return [recordOrRefuse(context, aId), recordOrRefuse(context, bId)]
}

/** A record that is in the register and absorbed by nobody. */
export function recordOrRefuse({ store }: StoreContext, personId: string): Stored<Person> {
  const record = store.records.own.find('person', personId)
  if (!record) return refuse('person.not-found')
  if (record.voided) return refuse('merge.voided-record', { name: displayName(record) })
  if (store.links.linkOf(personId)) return refuse('merge.already-merged', { name: displayName(record) })
  return record
}

/** The record alone, without what the store knows of it. */
export function personOf(stored: Stored<Person>): Person {
  const {
    id: _id,
    voided: _voided,
    versions: _versions,
    createdAt: _at,
    changedAt: _changed,
    ...person
  } = stored
  return person
}

/** How a record is named in a list of merges; one that has not arrived yet has its id only. */
export function nameOf({ store }: StoreContext, personId: string): MergedName {
  const person = store.records.own.find('person', personId)
  return {
    personId,
    displayName: person ? displayName(person) : '',
    personCode: person && identifierOf(person, 'person-code'),
    birthDate: person?.birthDate ?? null,
  }
}

export function toDecisionView(context: StoreContext, decision: Stored<PairDecision>): DecisionView {
  return {
    decisionId: decision.id,
    left: nameOf(context, decision.leftId),
    right: nameOf(context, decision.rightId),
    at: decision.createdAt,
    byName: decision.byName,
    reason: decision.reason,
  }
}

/** Nobody is joined or parted while they stand in the hall: the nurse would see another history half-way. */
export function openVisitProblems(
  { store, today }: Pick<ServiceContext, 'store' | 'today'>,
  personIds: readonly string[],
): readonly Problem[] {
  return personIds.flatMap(personId => {
    const visit = store.visits.findOpen(personId, today)
    if (!visit) return []
    const { displayName: name } = nameOf({ store }, personId)
    return [{ code: 'merge.visit-open' as const, field: null, params: { name, ticket: visit.ticket } }]
  })
}
