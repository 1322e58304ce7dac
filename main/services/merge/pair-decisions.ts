import { refuse } from '../../../src/contract/errors'
import { dismissDuplicate, listDismissed, undoDismiss } from '../../../src/contract/merge-calls'
import { orderedPair } from '../../../src/domain/person/merge-links'
import { actorOf, type Service, serve } from '../service'
import { pairOrRefuse, toDecisionView } from './record-pair'
import { decisionsBetween } from './review-merge'

/** "Two people": who said so, when and why is kept, and the finder passes the pair over. */
const dismissDuplicateService = serve(dismissDuplicate, (context, { leftId, rightId, reason }) => {
  pairOrRefuse(context, leftId, rightId)
  if (decisionsBetween(context, leftId, rightId).length > 0) refuse('duplicate.already-dismissed')
  const decisionId = context.newId()
  const actor = actorOf(context)
  const body = {
    ...orderedPair(leftId, rightId),
    decision: 'different' as const,
    reason,
    byUserId: actor.userId,
    byName: actor.name,
  }
  context.write([{ noun: 'pair-decision', recordId: decisionId, verb: 'recorded', body }])
  return { decisionId }
})

const undoDismissService = serve(undoDismiss, (context, { decisionId, reason }) => {
  const decision = context.store.records.find('pair-decision', decisionId)
  if (!decision || decision.voided) return refuse('duplicate.decision-not-found')
  context.write([{ noun: 'pair-decision', recordId: decisionId, verb: 'voided', reason }])
  return {}
})

const listDismissedService = serve(listDismissed, (context, { offset, limit }) => ({
  total: context.store.merges.countDecisions(),
  decisions: context.store.merges.decisions(offset, limit).map(decision => toDecisionView(context, decision)),
}))

export const pairDecisionServices: readonly Service[] = [
  dismissDuplicateService,
  undoDismissService,
  listDismissedService,
]
