import { takeInFacts } from '../../../src/contract/arrival-calls'
import type { ArrivedFact } from '../../../src/domain/exchange/fhir/arrived'
import { type ServiceContext, serve } from '../service'
import type { Arrival, TakenIn } from './arrival'
import { settlePerson } from './settle-doses'
import { takeInBirth } from './take-in-birth'
import { takeInDecision } from './take-in-decision'
import { takeInDifficultyAnswer } from './take-in-difficulty-answer'
import { takeInDose } from './take-in-dose'
import { takeInNotGiven } from './take-in-not-given'
import { takeInPerson } from './take-in-person'
import { takeInReaction } from './take-in-reaction'
import { takeInReportAnswer } from './take-in-report-answer'

/**
 * Writes what the province's server says, by the rules of decision 0029. The same facts again change nothing. People who
 * are not of this register stay out unless they were asked for; what cannot be settled yet is named, to be brought again.
 */
export const takeInService = serve(takeInFacts, (context, { facts, wanted, offsetMs }) => {
  const arrival = { wanted: new Set(wanted), offsetMs }
  const ordered = facts.toSorted((a, b) => rankOf(a) - rankOf(b))
  const results = ordered.map(fact => ({ fact, result: takeInOne(context, fact, arrival) }))
  for (const { fact, result } of results) if (result.kind !== 'unknown') noteVersions(context, fact)
  const touched = results.flatMap(({ result }) => ('personId' in result ? (result.personId ?? []) : []))
  const personIds = [...new Set(touched.map(personId => context.store.links.survivorOf(personId)))]
  for (const personId of personIds) settlePerson(context, personId)
  const held = results.flatMap(({ fact, result }) =>
    result.kind === 'held' ? [{ resource: fact.resource, needs: result.needs }] : [],
  )
  return {
    taken: results.filter(({ result }) => result.kind === 'taken').length,
    unknown: results.filter(({ result }) => result.kind === 'unknown').length,
    held,
    personIds,
  }
})

const ranks = {
  dose: 2,
  'not-given': 2,
  birth: 2,
  reaction: 3,
  decision: 4,
  'report-answer': 4,
  'difficulty-answer': 4,
} as const

/** A person comes before what was done to them, and the one who stays before the one who was merged. */
function rankOf(fact: ArrivedFact): number {
  if (fact.noun === 'person') return fact.replacedBy === null ? 0 : 1
  return ranks[fact.noun]
}

function takeInOne(context: ServiceContext, fact: ArrivedFact, arrival: Arrival): TakenIn {
  const copy = context.store.arrivals.findCopy(fact.resource)
  if (copy && (copy.versionId === fact.versionId || copy.lastUpdated > fact.lastUpdated))
    return { kind: 'unchanged' }
  if (isOutdated(context, fact)) return { kind: 'unchanged' }
  switch (fact.noun) {
    case 'person':
      return takeInPerson(context, fact, arrival)
    case 'dose':
      return takeInDose(context, fact)
    case 'reaction':
      return takeInReaction(context, fact)
    case 'not-given':
      return takeInNotGiven(context, fact)
    case 'birth':
      return takeInBirth(context, fact, arrival)
    case 'decision':
      return takeInDecision(context, fact)
    case 'report-answer':
      return takeInReportAnswer(context, fact)
    case 'difficulty-answer':
      return takeInDifficultyAnswer(context, fact)
  }
}

/**
 * Read before the server stored what this station sent since: that answer is older than what is known here. The version that
 * holds comes with the next round.
 */
function isOutdated({ store }: ServiceContext, fact: ArrivedFact): boolean {
  const [type = ''] = fact.resource.split('/')
  const sent = store.arrivals.sent(fact.noun, fact.recordId, `${type}/${fact.recordId}`)
  if (!sent?.storedAt || sent.versionId === fact.versionId) return false
  return Date.parse(fact.lastUpdated) < Date.parse(sent.storedAt)
}

/** What is uploaded next is put onto the version just seen; whatever waited for it goes again. */
function noteVersions({ store }: ServiceContext, fact: ArrivedFact): void {
  const [type = '', serverId = ''] = fact.resource.split('/')
  const copy = store.arrivals.findCopy(fact.resource)
  if (copy?.versionId !== fact.versionId) return
  const alongside = fact.noun === 'person' ? fact.alongside : []
  const own = { key: `${type}/${fact.recordId}`, serverId, versionId: fact.versionId }
  for (const { key, serverId: id, versionId } of [...alongside, own])
    if (store.link.findKnown(key)?.versionId !== versionId) store.link.noteVersion(key, id, versionId)
  // A person's resource, and what is observed of them at birth, is sent with the person's record.
  const sender = fact.noun === 'birth' ? fact.recordId.split('.')[0] : fact.recordId
  if (sender && (fact.noun === 'person' || fact.noun === 'birth'))
    for (const recordId of store.arrivals.stuckOf(sender)) store.link.retry(recordId)
}
