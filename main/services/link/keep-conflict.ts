import type { Conflict } from '../../../src/domain/journal/arrival-records'
import { sameValue } from '../../../src/domain/person/same-value'
import type { ServiceContext } from '../service'

export type NewConflict = Omit<Conflict, 'verdict' | 'note' | 'byUserId' | 'byName'>

/**
 * Keeps something for a person to decide. The same question about the same values is asked once; about a field of a
 * person it is asked again when it comes up after it was decided, for the server's value stands here by then.
 */
export function keepConflict(context: ServiceContext, conflict: NewConflict): void {
  const { store } = context
  const asked = store.records.list('conflict', { person_id: conflict.personId }, 'created_stamp')
  const isAsked = asked.some(
    known =>
      known.kind === conflict.kind &&
      known.field === conflict.field &&
      sameValue(known.doseIds, conflict.doseIds) &&
      known.here === conflict.here &&
      known.there === conflict.there &&
      (conflict.kind === 'person-field' ? known.verdict === null : known.verdict !== 'gone'),
  )
  if (isAsked) return
  const body = { ...conflict, verdict: null, note: null, byUserId: null, byName: null }
  context.write([{ noun: 'conflict', recordId: context.newId(), verb: 'recorded', body }])
}
