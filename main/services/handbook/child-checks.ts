import {
  type ChildCheckFields,
  correctChildCheck,
  recordChildCheck,
  voidChildCheck,
} from '../../../src/contract/child-calls'
import { refuse } from '../../../src/contract/errors'
import type { ChildCheck } from '../../../src/domain/child/child-check'
import { canonicalJson } from '../../../src/domain/journal/canonical-json'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { actorOf, type ServiceContext, serve } from '../service'
import { arrangeNext, giveUpDay } from './child-appointment'
import { refuseUnfit } from './judge-check'

/** Writes one look at a child, and arranges the next. */
export const recordChildCheckService = serve(recordChildCheck, (context, request) => {
  const person = childOrRefuse(context, request.personId)
  const { userId, name } = actorOf(context)
  const body: ChildCheck = { personId: person.id, ...tidy(request.check), byUserId: userId, byName: name }
  refuseUnfit(context, person, body, { except: null, measuredAgain: request.measuredAgain })
  const checkId = context.newId()
  const { entries, appointmentId } = arrangeNext(context, person.id, body)
  context.write([{ noun: 'child-check', recordId: checkId, verb: 'recorded', body }, ...entries])
  return { checkId, appointmentId }
})

/** Puts fields of a check right. Only what really changed is written, so nothing else is overruled. */
export const correctChildCheckService = serve(correctChildCheck, (context, request) => {
  const before = checkOrRefuse(context, request.checkId)
  const person = childOrRefuse(context, before.personId)
  const after = { ...before, ...tidy({ ...fieldsOf(before), ...request.changes }) }
  const body = Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => canonicalJson(value) !== canonicalJson(before[field as keyof ChildCheck]),
    ),
  ) as Partial<ChildCheck>
  if (Object.keys(body).length === 0) refuse('child-check.nothing-changed')
  refuseUnfit(context, person, after, { except: before.id, measuredAgain: request.measuredAgain })
  const { reason } = request
  context.write([
    { noun: 'child-check', recordId: before.id, verb: 'corrected', body, reason },
    ...rearranged(context, before, after),
  ])
  return {}
})

/** A check that never was: it stays readable and counts for nothing; the day it arranged is given up. */
export const voidChildCheckService = serve(voidChildCheck, (context, { checkId, reason }) => {
  const check = checkOrRefuse(context, checkId)
  context.write([
    { noun: 'child-check', recordId: checkId, verb: 'voided', reason },
    ...(check.nextVisitOn === null ? [] : giveUpDay(context, check.personId, check.nextVisitOn)),
  ])
  return {}
})

function rearranged(context: ServiceContext, before: Stored<ChildCheck>, after: ChildCheck) {
  if (before.nextVisitOn === after.nextVisitOn) return []
  if (after.nextVisitOn !== null) {
    const shared = before.nextVisitOn === null ? [] : giveUpDay(context, before.personId, before.nextVisitOn)
    const { entries } = arrangeNext(context, before.personId, after)
    // The old day may be given up by both.
    const told = new Set(shared.map(({ recordId }) => recordId))
    return [...shared, ...entries.filter(({ recordId }) => !told.has(recordId))]
  }
  return before.nextVisitOn === null ? [] : giveUpDay(context, before.personId, before.nextVisitOn)
}

function childOrRefuse({ store }: ServiceContext, personId: string): Stored<Person> {
  const person = store.records.find('person', personId)
  return !person || person.voided ? refuse('person.not-found') : person
}

function checkOrRefuse({ store }: ServiceContext, checkId: string): Stored<ChildCheck> {
  const check = store.records.find('child-check', checkId)
  return !check || check.voided ? refuse('child-check.not-found') : check
}

function fieldsOf(check: Stored<ChildCheck>): ChildCheckFields {
  const { checkedOn, placeName, weightKg, lengthHeightCm, position, headCm, armCm, oedema } = check
  const { illness, advice, referredTo, nextVisitOn, signs } = check
  return {
    ...{ checkedOn, placeName, weightKg, lengthHeightCm, position, headCm, armCm, oedema },
    ...{ illness, advice, referredTo, nextVisitOn, signs },
    feeding: [...check.feeding],
    supplements: [...check.supplements],
    dangerSigns: [...check.dangerSigns],
  }
}

/** Empty words are none; a code is said once; without a length nobody lay or stood. */
function tidy(check: ChildCheckFields): ChildCheckFields {
  const once = (codes: readonly string[]) => [...new Set(codes)]
  return {
    ...check,
    placeName: check.placeName || null,
    illness: check.illness || null,
    advice: check.advice || null,
    referredTo: check.referredTo || null,
    position: check.lengthHeightCm === null ? null : check.position,
    feeding: once(check.feeding),
    supplements: once(check.supplements),
    dangerSigns: once(check.dangerSigns),
  }
}
