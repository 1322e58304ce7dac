import { refuse, refuseAll } from '../../../src/contract/errors'
import { undoMerge } from '../../../src/contract/merge-calls'
import { undoneChanges } from '../../../src/domain/person/merge'
import { serve } from '../service'
import { correction } from './merge-persons'
import { nameOf, openVisitProblems, personOf } from './record-pair'

/**
 * Takes a merge back. The newest first: a merge that builds upon this one knows the record as this one left it.
 * Voiding is final; whoever was wrong about the undo merges again.
 */
export const undoMergeService = serve(undoMerge, (context, { mergeId, reason }) => {
  const { store } = context
  const merge = store.merges.find(mergeId)
  if (!merge) return refuse('merge.not-found')
  if (merge.voided) refuse('merge.already-undone')
  const later = store.merges.laterThan(mergeId)
  if (later) {
    const absorbedId = store.merges.find(later)?.absorbedId ?? ''
    refuse('merge.later-merge', { name: nameOf(context, absorbedId).displayName })
  }
  refuseAll(openVisitProblems(context, [merge.survivorId]))
  const survivor = store.records.own.find('person', merge.survivorId)
  if (!survivor) return refuse('person.not-found')
  const before = personOf(survivor)
  const { person, kept } = undoneChanges(before, merge.changes)
  context.write([
    { noun: 'merge', recordId: mergeId, verb: 'voided', reason },
    ...correction(merge.survivorId, before, person, reason),
  ])
  return { kept }
})
