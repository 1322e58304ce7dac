import { askConflictHistory, nameAuthors } from '../../../src/contract/conflict-history-calls'
import { refuse } from '../../../src/contract/errors'
import { serve } from '../service'
import { toAnswer } from './ask-province'

export const askConflictHistoryService = serve(askConflictHistory, (context, { conflictId }) => {
  const { province, store } = context
  if (province.standing().state === 'not-joined') refuse('province.not-joined')
  const conflict = store.records.find('conflict', conflictId) ?? refuse('conflict.not-found')
  const [doseId] = conflict.doseIds
  const about = conflict.kind === 'person-field' || conflict.kind === 'merge' ? conflict.personId : doseId
  const copy = store.arrivals.copyOf(about ?? '') ?? refuse('province.bad-answer')
  return toAnswer(context, province.history(copy.resource))
})

/** A question that was decided meanwhile needs nobody's name any more. */
export const nameAuthorsService = serve(nameAuthors, (context, { authors }) => {
  for (const { conflictId, byName, placeName } of authors) {
    const conflict = context.store.records.find('conflict', conflictId)
    if (!conflict || conflict.verdict !== null) continue
    const body = {
      thereBy: conflict.thereBy ?? byName,
      therePlace: conflict.therePlace ?? placeName,
    }
    context.write([{ noun: 'conflict', recordId: conflictId, verb: 'updated', body }])
  }
  return {}
})
