import { decideField } from '../../../src/domain/exchange/conflict-fields'
import { ruleOfPart } from '../../../src/domain/exchange/conflict-person'
import type { ArrivedBirth } from '../../../src/domain/exchange/fhir/arrived'
import { personOf } from '../merge/record-pair'
import type { ServiceContext } from '../service'
import { type Arrival, isKnownState, keepCopyOf, reasonOf, recordOf, type TakenIn } from './arrival'
import { changeTimes } from './take-in-person'

/** What is kept of such a resource. */
type BirthCopy = { readonly value: number }

/** Weight or age at birth that somebody else wrote down or corrected: the later of two changes holds. */
export function takeInBirth(context: ServiceContext, fact: ArrivedBirth, { offsetMs }: Arrival): TakenIn {
  const { store } = context
  const personId = recordOf(context, fact.patient)
  const stored = personId === null ? null : store.records.own.find('person', personId)
  if (personId === null || !stored) return { kind: 'unknown' }
  const copy = store.arrivals.findCopy(fact.resource)?.facts as BirthCopy | undefined
  const verdict = decideField(
    {
      here: stored[fact.part],
      base: isKnownState(context, fact) ? fact.value : copy?.value,
      there: fact.value,
      hereChangedAt: changeTimes(context, personId, offsetMs).get(fact.part)?.at ?? null,
      thereChangedAt: fact.lastUpdated,
    },
    ruleOfPart(fact.part),
  )
  if (verdict === 'take-there' && !stored.voided && personOf(stored)[fact.part] !== fact.value) {
    const body = { [fact.part]: fact.value }
    const reason = reasonOf(fact, 'Cập nhật')
    context.write([{ noun: 'person', recordId: personId, verb: 'corrected', body, reason }])
  }
  keepCopyOf(context, fact, { value: fact.value } satisfies BirthCopy)
  return { kind: 'taken', personId }
}
