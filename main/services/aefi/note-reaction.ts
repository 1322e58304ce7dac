import { reactionKind } from '../../../src/domain/session/reaction-sign'
import type { Reaction } from '../../../src/domain/session/visit'
import type { ServiceContext } from '../service'
import { continueCase, openCase } from './open-case'

/**
 * Writes a reaction of any kind. A severe one opens its case in the same write, so that there is no way to note one
 * without stopping, suspending and starting the clock; later ones of the same visit belong to the open case.
 */
export function noteReaction(
  context: ServiceContext,
  noted: Reaction,
): { readonly reactionId: string; readonly caseId: string | null } {
  const reaction = { ...noted, kind: reactionKind(noted) }
  const reactionId = context.newId()
  context.write([{ noun: 'reaction', recordId: reactionId, verb: 'recorded', body: reaction }])
  const known = reaction.visitId === null ? null : context.store.after.caseOfVisit(reaction.visitId)
  if (known) {
    continueCase(context, known, reaction)
    return { reactionId, caseId: known.id }
  }
  if (reaction.kind !== 'severe') return { reactionId, caseId: null }
  return { reactionId, caseId: openCase(context, reactionId, reaction) }
}
