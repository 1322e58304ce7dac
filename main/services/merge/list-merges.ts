import { listMerges, type MergeView } from '../../../src/contract/merge-calls'
import { undoneChanges } from '../../../src/domain/person/merge'
import type { Merge } from '../../../src/domain/person/merge-record'
import type { Stored } from '../../db/record-store'
import { type ServiceContext, serve } from '../service'
import { nameOf, personOf } from './record-pair'

export const listMergesService = serve(listMerges, (context, { personId, offset, limit }) => {
  const { merges, links } = context.store
  if (personId === null) {
    const page = merges.page(offset, limit)
    return { total: merges.count(), merges: page.map(merge => toView(context, merge)) }
  }
  const all = merges.of([...new Set([personId, ...links.clusterOf(personId)])])
  return {
    total: all.length,
    merges: all.slice(offset, offset + limit).map(merge => toView(context, merge)),
  }
})

function toView(context: ServiceContext, merge: Stored<Merge>): MergeView {
  const { store } = context
  const survivor = store.records.own.find('person', merge.survivorId)
  const inEffect = store.links.linkOf(merge.absorbedId)?.mergeId === merge.id
  return {
    mergeId: merge.id,
    at: merge.createdAt,
    byName: merge.byName,
    reason: merge.reason,
    overrides: merge.overrides,
    survivor: nameOf(context, merge.survivorId),
    absorbed: nameOf(context, merge.absorbedId),
    state: merge.voided ? 'undone' : inEffect ? 'in-effect' : 'no-effect',
    undone: merge.voided ? undoneBy(context, merge.id) : null,
    changedParts: merge.changes.map(({ part }) => part),
    keptParts: survivor && !merge.voided ? undoneChanges(personOf(survivor), merge.changes).kept : [],
    recordsSince: store.merges.recordsSince(merge.id),
    laterMergeId: store.merges.laterThan(merge.id),
  }
}

function undoneBy({ store }: ServiceContext, mergeId: string): MergeView['undone'] {
  const entry = store.journal.entriesOf(mergeId).find(({ verb }) => verb === 'voided')
  if (!entry) return null
  const byName = entry.userId ? (store.records.find('user', entry.userId)?.name ?? null) : null
  return { at: entry.at, byName, reason: entry.reason ?? '' }
}
