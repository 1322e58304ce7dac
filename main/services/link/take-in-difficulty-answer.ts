import type { ArrivedDifficultyAnswer } from '../../../src/domain/exchange/fhir/arrived'
import type { ServiceContext } from '../service'
import { keepCopyOf, type TakenIn } from './arrival'

/**
 * What whoever supervises said of a difficulty of this point. Those of other points are none of this one's business. Of two
 * answers the later one holds; what the point itself has closed stays closed.
 */
export function takeInDifficultyAnswer(context: ServiceContext, fact: ArrivedDifficultyAnswer): TakenIn {
  const { store } = context
  const serverId = fact.difficulty.slice(fact.difficulty.indexOf('/') + 1)
  const own = store.records
    .list('difficulty', {}, 'written_at')
    .find(({ id }) => store.link.findKnown(`Task/${id}`)?.serverId === serverId)
  if (!own) return { kind: 'unknown' }
  if (own.answeredAt === null || own.answeredAt < fact.answeredAt) {
    const state = own.state === 'solved' ? own.state : fact.verdict
    const answer = { answer: fact.text, answeredByName: fact.byName, answeredAt: fact.answeredAt }
    context.write([{ noun: 'difficulty', recordId: own.id, verb: 'updated', body: { state, ...answer } }])
  }
  keepCopyOf(context, fact, { verdict: fact.verdict, answeredAt: fact.answeredAt })
  return { kind: 'taken', personId: null }
}
