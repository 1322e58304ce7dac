import type { ArrivedFact, Unreadable } from './arrived'
import { readAdverseEvent } from './read-adverse-event'
import { readBirth } from './read-birth'
import { readDecision } from './read-decision'
import { readDifficultyAnswer } from './read-difficulty-answer'
import { instantIn, partOf, partsOf, type Read, type ReadContext, resourceOf, textOf } from './read-fields'
import { readImmunization } from './read-immunization'
import { isNotDone, readNotDone } from './read-not-done'
import { readPatient } from './read-patient'
import { readReportAnswer } from './read-report-answer'

/** A page of an answer, read. */
export type ReadPage = {
  readonly facts: readonly ArrivedFact[]
  readonly unreadable: readonly Unreadable[]
  /** The largest `meta.lastUpdated` on the page: the only checkpoint there is. */
  readonly lastUpdated: string | null
  /** How many resources the search itself found on this page; what came along is not counted. */
  readonly matches: number
  /** The address of the next page; null on the last one. */
  readonly next: string | null
}

/** Reads a searchset or history Bundle; null where the body is none. Resources of other kinds are left out. Never throws. */
export function readPage(body: unknown, context: ReadContext): ReadPage | null {
  const bundle = partOf(body)
  if (bundle.resourceType !== 'Bundle') return null
  const entries = partsOf(bundle.entry)
  const resources = entries.map(({ resource }) => partOf(resource))
  const read = resources.flatMap(resource => readOne(resource, resources, context) ?? [])
  const matches = entries.filter(({ search }) => partOf(search).mode !== 'include')
  const stamps = matches.flatMap(({ resource }) => instantIn(partOf(partOf(resource).meta).lastUpdated) ?? [])
  return {
    facts: read.filter(each => 'noun' in each),
    unreadable: read.filter(each => 'why' in each),
    matches: matches.length,
    lastUpdated: stamps.toSorted().at(-1) ?? null,
    next: textOf(partsOf(bundle.link).find(({ relation }) => relation === 'next')?.url),
  }
}

function readOne(
  resource: Read,
  all: readonly Read[],
  context: ReadContext,
): ArrivedFact | Unreadable | null {
  if (resource.resourceType === 'Patient') {
    const own = `Patient/${textOf(resource.id) ?? ''}`
    const related = all.filter(
      each => each.resourceType === 'RelatedPerson' && resourceOf(each.patient) === own,
    )
    return readPatient(resource, related, context)
  }
  if (resource.resourceType === 'Immunization')
    return isNotDone(resource, context) ? readNotDone(resource, context) : readImmunization(resource, context)
  if (resource.resourceType === 'AdverseEvent') return readAdverseEvent(resource, context)
  if (resource.resourceType === 'Observation') return readBirth(resource, context)
  if (resource.resourceType === 'Provenance') return readDecision(resource, context)
  if (resource.resourceType === 'Task')
    return readReportAnswer(resource, context) ?? readDifficultyAnswer(resource, context)
  return null
}
