import type { ArrivedNotGiven } from '../../../src/domain/exchange/fhir/arrived'
import type { NotGiven } from '../../../src/domain/immunization/not-given'
import { sameValue } from '../../../src/domain/person/same-value'
import type { ServiceContext } from '../service'
import { keepCopyOf, reasonOf, recordOf, type TakenIn, writeSource } from './arrival'

/** A dose that was due elsewhere and not given, with the reason: what was put off there waits here as well. */
export function takeInNotGiven(context: ServiceContext, fact: ArrivedNotGiven): TakenIn {
  const { store } = context
  const personId = recordOf(context, fact.patient)
  if (personId === null) return { kind: 'unknown' }
  const here = store.records.own.find('not-given', fact.recordId)
  const isOurs = store.records.list('source', { about_id: fact.recordId }, 'id').length === 0
  const body: NotGiven = { ...fact.notGiven, personId, visitId: fact.visitId, byUserId: 'province' }
  if (!here && !fact.removed) {
    context.write([{ noun: 'not-given', recordId: fact.recordId, verb: 'recorded', body }])
    writeSource(context, fact, personId, true)
  }
  if (here && !here.voided && !isOurs) mirror(context, fact, here, body)
  keepCopyOf(context, fact, fact.notGiven)
  return { kind: 'taken', personId }
}

function mirror(context: ServiceContext, fact: ArrivedNotGiven, here: NotGiven, there: NotGiven): void {
  if (fact.removed) {
    const reason = reasonOf(fact, 'Ghi nhầm')
    context.write([{ noun: 'not-given', recordId: fact.recordId, verb: 'voided', reason }])
    return
  }
  const changed = Object.entries(there).filter(
    ([field, value]) => !sameValue(here[field as keyof NotGiven], value),
  )
  if (changed.length === 0) return
  const body = Object.fromEntries(changed) as Partial<NotGiven>
  const reason = reasonOf(fact, 'Sửa mũi không tiêm')
  context.write([{ noun: 'not-given', recordId: fact.recordId, verb: 'corrected', body, reason }])
}
