import { isCalendarDay } from '../../calendar/calendar-day'
import { type NotGivenState, notGivenStates } from '../../immunization/not-given'
import type { ArrivedNotGiven } from './arrived'
import {
  codeIn,
  extensionOf,
  headOf,
  partOf,
  partsOf,
  type Read,
  type ReadContext,
  resourceOf,
  textOf,
} from './read-fields'

const notDoneCodes = 'http://terminology.hl7.org/CodeSystem/v3-ActReason'

/** True for a dose that was not given, one noted so by mistake included. */
export function isNotDone(resource: Read, { codes }: ReadContext): boolean {
  return (
    resource.status === 'not-done' ||
    codeIn(resource.statusReason, `${codes.systems.record}:not-given`) !== null
  )
}

/**
 * A dose that was due and not given. Null where the day, the person, the antigens or the state cannot be read: of others'
 * reasons only a refusal by the family says which of the three states it is.
 */
export function readNotDone(resource: Read, context: ReadContext): ArrivedNotGiven | null {
  const { codes } = context
  const head = headOf(resource, context)
  const patient = resourceOf(resource.patient)
  const on = textOf(resource.occurrenceDateTime)?.slice(0, 10) ?? ''
  const own = `${codes.systems.record}:not-given`
  const state = stateOf(resource.statusReason, own)
  const antigens = partsOf(partOf(resource.vaccineCode).coding).flatMap(({ system, code }) =>
    system === codes.systems.antigen ? (textOf(code) ?? []) : [],
  )
  if (head === null || patient === null || !isCalendarDay(on) || !state || antigens.length === 0) return null
  const until = textOf(extensionOf(resource, `${own}-until`).valueDate)
  const [performer] = partsOf(resource.performer)
  const byName = textOf(partOf(performer?.actor).display)
  const label = textOf(partOf(resource.vaccineCode).text) ?? antigens.join(', ')
  return {
    noun: 'not-given',
    ...head,
    patient,
    notGiven: {
      on,
      dueId: `province:${head.recordId}`,
      label,
      antigens,
      state,
      reason: textOf(partOf(resource.statusReason).text) ?? label,
      until: until !== null && isCalendarDay(until) ? until : null,
      byName: byName ?? '',
    },
    visitId: context.idOf(resourceOf(resource.encounter) ?? head.resource),
    placeName: textOf(partOf(resource.location).display),
    byName,
    removed: resource.status === 'entered-in-error',
  }
}

function stateOf(concept: unknown, own: string): NotGivenState | null {
  const code = codeIn(concept, own)
  const known = notGivenStates.find(each => each === code)
  if (known) return known
  return codeIn(concept, notDoneCodes) === 'PATOBJ' ? 'refused' : null
}
