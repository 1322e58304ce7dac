import type { ArrivedDecision } from './arrived'
import { decisionSystem, doseDecisions } from './decision'
import {
  headOf,
  instantIn,
  partOf,
  partsOf,
  type Read,
  type ReadContext,
  resourceOf,
  textOf,
} from './read-fields'

/** What another point decided about two records of a dose; null for a Provenance of anything else. */
export function readDecision(resource: Read, context: ReadContext): ArrivedDecision | null {
  const { codes } = context
  const tags = partsOf(partOf(resource.meta).tag)
  const said = tags.find(({ system }) => system === decisionSystem(codes))?.code
  const decision = doseDecisions.find(each => each === said)
  const own = textOf(tags.find(({ system }) => system === codes.systems.record)?.code)
  const head = headOf(resource, context)
  const decidedAt = instantIn(resource.recorded)
  const [left, right, ...more] = partsOf(resource.target).map(resourceOf)
  if (!decision || !own || !head || !decidedAt || !left || !right || more.length > 0) return null
  const [agent] = partsOf(resource.agent)
  return {
    noun: 'decision',
    ...head,
    recordId: own,
    doses: [left, right],
    decision,
    note: textOf(partsOf(resource.reason)[0]?.text),
    decidedAt,
    placeName: textOf(partOf(agent?.onBehalfOf).display),
    byName: textOf(partOf(agent?.who).display),
    removed: false,
  }
}
