import { linkChange } from '../../../src/domain/exchange/conflict-link'
import type { ArrivedPerson } from '../../../src/domain/exchange/fhir/arrived'
import { openVisitProblems } from '../merge/record-pair'
import type { ServiceContext } from '../service'
import { keepConflict } from './keep-conflict'
import { isKnownState, reasonOf, recordOf } from './take-in'

type LinkTaken = { readonly kind: 'done' } | { readonly kind: 'held'; readonly needs: string | null }

/** Merges made and taken back elsewhere. Nobody is joined or parted while they stand in the hall: that waits. */
export function takeInLink(
  context: ServiceContext,
  fact: ArrivedPerson,
  baseResource: string | null,
): LinkTaken {
  const { store } = context
  if (isKnownState(context, fact)) return { kind: 'done' }
  const there = fact.replacedBy === null ? null : recordOf(context, fact.replacedBy)
  if (fact.replacedBy !== null && there === null) return { kind: 'held', needs: fact.replacedBy }
  const base = baseResource === null ? null : recordOf(context, baseResource)
  const merge = store.merges.of([fact.recordId]).find(one => one.absorbedId === fact.recordId && !one.voided)
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
