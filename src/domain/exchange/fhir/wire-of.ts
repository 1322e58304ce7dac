import { immunizationOf, notDoneOf } from './immunization'
import { patientOf, relatedPeopleOf } from './patient'
import { type RecordState, type WireContext, type WireNoun, type WireResource, wireNouns } from './wire'

/** Whether records of a noun travel to the province. */
export function travels(noun: string): noun is WireNoun {
  return (wireNouns as readonly string[]).includes(noun)
}

/**
 * The resources of a record as it stands: the same state always gives the same resources. Empty while nothing of it
 * may travel. Whoever sends them sends what `missingReferences` names as well.
 */
export function wireOf(state: RecordState, knows: WireContext): readonly WireResource[] {
  if (knows.pointId === null) return []
  if (isOf(state, 'person')) return [patientOf(state, knows), ...relatedPeopleOf(state, knows)]
  if (isOf(state, 'dose')) return [immunizationOf(state, knows)]
  if (isOf(state, 'not-given')) return [notDoneOf(state, knows)]
  return []
}

function isOf<N extends WireNoun>(state: RecordState, noun: N): state is RecordState<N> {
  return state.noun === noun
}
