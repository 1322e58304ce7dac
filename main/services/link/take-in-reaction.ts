import type { ArrivedReaction } from '../../../src/domain/exchange/fhir/arrived'
import { sameValue } from '../../../src/domain/person/same-value'
import type { Reaction } from '../../../src/domain/session/visit'
import type { ServiceContext } from '../service'
import { keepCopyOf, reasonOf, recordOf, type TakenIn, writeSource } from './arrival'

/** A reaction somebody else recorded. What this point recorded itself is changed by nobody else. */
export function takeInReaction(context: ServiceContext, fact: ArrivedReaction): TakenIn {
  const { store } = context
  const personId = recordOf(context, fact.patient)
  if (personId === null) return { kind: 'unknown' }
  const doseIds = fact.doses.flatMap(resource => recordOf(context, resource) ?? [])
  const here = store.records.own.find('reaction', fact.recordId)
  const body: Reaction = { ...fact.reaction, personId, visitId: null, doseIds }
  if (!here && !fact.removed) {
    context.write([{ noun: 'reaction', recordId: fact.recordId, verb: 'recorded', body }])
    writeSource(context, fact, personId, true)
  }
  const isOurs = store.records.list('source', { about_id: fact.recordId }, 'id').length === 0
  if (here && !here.voided && !isOurs) mirror(context, fact, here, body)
  keepCopyOf(context, fact, fact.reaction)
  return { kind: 'taken', personId }
}

function mirror(context: ServiceContext, fact: ArrivedReaction, here: Reaction, there: Reaction): void {
  if (fact.removed) {
    const reason = reasonOf(fact, 'Ghi nhầm')
    context.write([{ noun: 'reaction', recordId: fact.recordId, verb: 'voided', reason }])
    return
  }
  const changed = Object.entries(there).filter(
    ([field, value]) => !sameValue(here[field as keyof Reaction], value),
  )
  if (changed.length === 0) return
  const body = Object.fromEntries(changed) as Partial<Reaction>
  const reason = reasonOf(fact, 'Sửa phản ứng')
  context.write([{ noun: 'reaction', recordId: fact.recordId, verb: 'corrected', body, reason }])
}
