import { pairOf } from '../../../src/domain/exchange/conflict-dose'
import type { ArrivedDecision } from '../../../src/domain/exchange/fhir/arrived'
import type { Conflict } from '../../../src/domain/journal/arrival-records'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'
import { keepCopyOf, recordOf, type TakenIn } from './arrival'

/**
 * What another point decided about two records of a dose holds here as well: the question is closed, or never asked. Of two
 * different decisions the later one holds at every point, by the server's clock.
 */
export function takeInDecision(context: ServiceContext, fact: ArrivedDecision): TakenIn {
  const { records, links } = context.store
  const doses = fact.doses.map(resource => recordOf(context, resource))
  const [one, other] = doses.map(id => (id === null ? null : records.find('dose', id)))
  if (!one || !other) return { kind: 'unknown' }
  const personId = links.survivorOf(one.personId)
  const { leftId, rightId } = pairOf(one.id, other.id)
  const asked = records
    .list('conflict', { person_id: personId }, 'created_stamp')
    .filter(({ kind, doseIds }) => kind === 'double-dose' && doseIds[0] === leftId && doseIds[1] === rightId)
  const answer = answerOf(fact)
  const standing = asked.findLast(({ verdict }) => verdict !== 'gone')
  if (!standing) record(context, fact, personId, [one, other], answer)
  else if (isNewer(fact, standing))
    context.write([{ noun: 'conflict', recordId: standing.id, verb: 'updated', body: answer }])
  keepCopyOf(context, fact, { decision: fact.decision, decidedAt: fact.decidedAt })
  return { kind: 'taken', personId }
}

function answerOf({ decision, note, byName, placeName, decidedAt }: ArrivedDecision) {
  const by = [byName, placeName].filter(text => text !== null).join(', ')
  return { verdict: decision, note, byUserId: null, byName: by === '' ? null : by, decidedAt }
}

/** Two decisions of one moment are told apart by what they say: every point chooses the same one. */
function isNewer(fact: ArrivedDecision, { verdict, decidedAt, changedAt }: Stored<Conflict>): boolean {
  if (verdict === null) return true
  const [there, here] = [`${fact.decidedAt} ${fact.decision}`, `${decidedAt ?? changedAt} ${verdict}`]
  return there > here
}

function record(
  context: ServiceContext,
  fact: ArrivedDecision,
  personId: string,
  [one, other]: readonly [{ id: string; vaccineCode: string }, { id: string; vaccineCode: string }],
  answer: ReturnType<typeof answerOf>,
): void {
  const [left, right] = one.id < other.id ? [one, other] : [other, one]
  const body: Conflict = {
    personId,
    kind: 'double-dose',
    field: null,
    doseIds: [left.id, right.id],
    here: left.vaccineCode,
    hereBy: null,
    hereAt: null,
    there: right.vaccineCode,
    therePlace: fact.placeName,
    thereBy: fact.byName,
    thereAt: fact.decidedAt,
    ...answer,
  }
  context.write([{ noun: 'conflict', recordId: context.newId(), verb: 'recorded', body }])
}
