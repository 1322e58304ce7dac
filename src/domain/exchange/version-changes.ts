import { travellingDoseFields } from '../immunization/travelling-dose'
import { differingParts, partValue } from '../person/merge'
import { sameValue } from '../person/same-value'
import type { ArrivedFact } from './fhir/arrived'

/** One field that a version of a resource changed. */
export type VersionChange = { readonly field: string; readonly before: unknown; readonly after: unknown }

/** What a version changed against the one before it; without one before, nothing is a change. */
export function changesOf(now: ArrivedFact, before: ArrivedFact | undefined): readonly VersionChange[] {
  if (!before) return []
  const removed = now.removed === before.removed ? [] : [{ field: 'removed', before: null, after: null }]
  if (now.noun === 'person' && before.noun === 'person')
    return [
      ...removed,
      ...differingParts(before.person, now.person)
        .filter(part => now.said.includes(part))
        .map(part => ({
          field: part,
          before: partValue(before.person, part),
          after: partValue(now.person, part),
        })),
    ]
  if (now.noun === 'dose' && before.noun === 'dose')
    return [
      ...removed,
      ...travellingDoseFields
        .filter(field => !sameValue(before.dose[field], now.dose[field]))
        .map(field => ({ field, before: before.dose[field], after: now.dose[field] })),
    ]
  return removed
}
