import { linkChange } from '../../../src/domain/exchange/conflict-link'
import type { ArrivedPerson } from '../../../src/domain/exchange/fhir/arrived'
import type { Merge } from '../../../src/domain/person/merge-record'
import type { Stored } from '../../db/record-store'
import { openVisitProblems } from '../merge/record-pair'
import type { ServiceContext } from '../service'
import { reasonOf, recordOf } from './arrival'
import { keepConflict } from './keep-conflict'

type LinkTaken = { readonly kind: 'done' } | { readonly kind: 'held'; readonly needs: string | null }

/** Merges made and taken back elsewhere. Nobody is joined or parted while they stand in the hall: that waits. */
export function takeInLink(
  context: ServiceContext,
  fact: ArrivedPerson,
  baseResource: string | null,
): LinkTaken {
  const { store } = context
  const there = fact.replacedBy === null ? null : recordOf(context, fact.replacedBy)
  if (fact.replacedBy !== null && there === null) return { kind: 'held', needs: fact.replacedBy }
  const base = baseResource === null ? null : recordOf(context, baseResource)
  const merges = store.merges.of([fact.recordId]).filter(one => one.absorbedId === fact.recordId)
  const merge = merges.find(one => !one.voided)
  if (there !== null && isOneCluster(context, fact.recordId, there)) return { kind: 'done' }
  // Taken back here after the server was told of it: the undo is still on its way there.
  if (there !== null && merges.some(one => one.survivorId === there && isUndoneSince(one, fact)))
    return { kind: 'done' }
  const change = linkChange(merge?.survivorId ?? null, base, there)
  if (change.kind === 'none') return { kind: 'done' }
  if (change.kind === 'disputed') {
    keepMergeConflict(context, fact, change)
    return { kind: 'done' }
  }
  const survivors = [merge?.survivorId, 'survivorId' in change ? change.survivorId : null]
  const concerned = [fact.recordId, ...survivors.filter(id => typeof id === 'string')]
  if (openVisitProblems(context, concerned).length > 0) return { kind: 'held', needs: null }
  if (change.kind !== 'merged' && merge) {
    const reason = reasonOf(fact, 'Bỏ gộp hồ sơ')
    context.write([{ noun: 'merge', recordId: merge.id, verb: 'voided', reason }])
  }
  if (change.kind !== 'unmerged') recordMerge(context, fact, change.survivorId)
  return { kind: 'done' }
}

function isOneCluster({ store }: ServiceContext, personId: string, otherId: string): boolean {
  return store.links.survivorOf(personId) === store.links.survivorOf(otherId)
}

function isUndoneSince(merge: Stored<Merge>, { lastUpdated }: ArrivedPerson): boolean {
  return merge.voided && merge.changedAt > lastUpdated
}

/** What the merge changed in the survivor comes with the survivor's own resource. */
function recordMerge(context: ServiceContext, fact: ArrivedPerson, survivorId: string): void {
  const body = {
    survivorId,
    absorbedId: fact.recordId,
    changes: [],
    overrides: [],
    reason: reasonOf(fact, 'Gộp hồ sơ'),
    byUserId: 'province',
    byName: fact.byName ?? fact.placeName ?? '',
  }
  context.write([{ noun: 'merge', recordId: context.newId(), verb: 'recorded', body }])
}

function keepMergeConflict(
  context: ServiceContext,
  fact: ArrivedPerson,
  { here, there }: { readonly here: string; readonly there: string },
): void {
  keepConflict(context, {
    personId: fact.recordId,
    kind: 'merge',
    field: null,
    doseIds: [],
    here,
    hereBy: null,
    hereAt: null,
    there,
    therePlace: fact.placeName,
    thereBy: fact.byName,
    thereAt: fact.lastUpdated,
  })
}
