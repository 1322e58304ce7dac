import { addChildToBirth, recordBirth } from '../../../src/contract/birth-calls'
import type { RequestOf } from '../../../src/contract/call'
import { refuse, refuseAll } from '../../../src/contract/errors'
import type { Birth } from '../../../src/domain/maternal/birth'
import { type HandedOnAlert, outcomeOf, withoutAlert } from '../../../src/domain/maternal/birth-makes'
import { birthProblems } from '../../../src/domain/maternal/birth-rules'
import type { Pregnancy } from '../../../src/domain/maternal/pregnancy'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { personOrRefuse } from '../person/person-or-refuse'
import { actorOf, type ServiceContext, serve } from '../service'
import { birthOrRefuse, factsFor, newbornsOf, testsOf } from './birth-facts'
import { motherDeathProblems, noteMotherDeath } from './mother-death'
import { outcomeEntries } from './pregnancy-parts'
import { childrenProblems, writeChild } from './write-child'

type Request = RequestOf<typeof recordBirth>

/** One birth and everything it makes, or nothing. */
export const recordBirthService = serve(recordBirth, (context, request) => {
  const mother = personOrRefuse(context, request.motherId)
  const pregnancy = pregnancyFor(context, mother.id, request.pregnancyId)
  const { children } = request
  refuseAll([
    ...birthProblems(request, children, factsFor(context, mother.id, request.pregnancyId, null)),
    ...childrenProblems(context, mother, children, index => `children.${index}`),
    ...motherDeathProblems(context, mother, { ...request, children }, 'motherState'),
  ])
  const birthId = context.newId()
  const body = birthOf(context, mother.id, request)
  context.write([{ noun: 'birth', recordId: birthId, verb: 'recorded', body }])
  const positive = positiveOf(context, mother, request.motherAlerts)
  const beside = { mother, birthId, birth: body, positive }
  const made = children.map((child, index) =>
    writeChild(context, beside, child, index + 1, `children.${index}`),
  )
  endPregnancy(context, pregnancy, body, outcomeOf(children))
  endAlert(context, mother, body)
  noteMotherDeath(context, mother.id, { ...body, children })
  return { birthId, children: made }
})

export const addChildToBirthService = serve(addChildToBirth, (context, { birthId, child }) => {
  const birth = birthOrRefuse(context, birthId)
  const mother = personOrRefuse(context, birth.personId)
  const before = newbornsOf(context, birthId)
  const all = [...before, child]
  const at = `children.${before.length}`
  const problems = [
    ...birthProblems(birth, all, factsFor(context, mother.id, birth.pregnancyId, birthId)),
    ...childrenProblems(context, mother, [child], () => at),
  ]
  refuseAll(problems.map(each => ({ ...each, field: each.field?.replace(at, 'child') ?? null })))
  const beside = { mother, birthId, birth, positive: positiveOf(context, mother, []) }
  const order = 1 + Math.max(0, ...before.map(known => known.order))
  const made = writeChild(context, beside, child, order, 'child')
  const pregnancy =
    birth.pregnancyId === null ? null : context.store.records.find('pregnancy', birth.pregnancyId)
  endPregnancy(context, pregnancy?.voided ? null : pregnancy, birth, outcomeOf(all))
  return { child: made }
})

/** The pregnancy that ends with this birth: hers, going on, or ended by a birth nobody has written down yet. */
function pregnancyFor(
  { store }: ServiceContext,
  motherId: string,
  pregnancyId: string | null,
): Stored<Pregnancy> | null {
  if (pregnancyId === null) return null
  const pregnancy = store.records.find('pregnancy', pregnancyId)
  if (!pregnancy || pregnancy.voided || pregnancy.personId !== motherId)
    return refuse('birth.pregnancy-not-found', {}, 'pregnancyId')
  const [recorded] = store.records.list('birth', { pregnancy_id: pregnancyId }, 'id')
  if (recorded) return refuse('birth.already-recorded', { bornOn: recorded.bornOn }, 'pregnancyId')
  if (pregnancy.outcome === 'miscarriage' || pregnancy.outcome === 'ended')
    return refuse('birth.pregnancy-ended', { endedOn: pregnancy.endedOn }, 'pregnancyId')
  return pregnancy
}

function birthOf(context: ServiceContext, personId: string, request: Request): Birth {
  const { motherId: _m, motherAlerts: _a, children, placeName, attendantName, note, ...fields } = request
  const [first] = children
  if (!first) throw new Error('the contract asks for a child')
  const { userId, name } = actorOf(context)
  return {
    ...fields,
    personId,
    bornOn: first.bornOn,
    placeName: placeName || null,
    attendantName: attendantName || null,
    note: note || null,
    byUserId: userId,
    byName: name,
  }
}

/** What the children are protected from: her tests, and what was found at the birth. */
function positiveOf(
  context: ServiceContext,
  mother: Stored<Person>,
  found: readonly HandedOnAlert[],
): readonly HandedOnAlert[] {
  const tested = testsOf(context, mother).filter(({ result }) => result === 'positive')
  return [...new Set([...tested.map(({ alert }) => alert), ...found])]
}

function endPregnancy(
  context: ServiceContext,
  pregnancy: Stored<Pregnancy> | null,
  { bornOn }: Pick<Birth, 'bornOn'>,
  outcome: 'birth' | 'stillbirth',
): void {
  if (!pregnancy || (pregnancy.outcome === outcome && pregnancy.endedOn === bornOn)) return
  context.write(outcomeEntries(context, pregnancy, { outcome, endedOn: bornOn }))
}

/** She is not pregnant any more, unless the alert is of a later pregnancy. Whether she breastfeeds is asked, not assumed. */
function endAlert(context: ServiceContext, mother: Stored<Person>, { bornOn }: Birth): void {
  const alert = mother.alerts.find(({ code }) => code === 'pregnant')
  if (!alert || alert.notedOn > bornOn) return
  const body: Partial<Person> = { alerts: withoutAlert(mother.alerts, 'pregnant') }
  context.write([
    { noun: 'person', recordId: mother.id, verb: 'corrected', body, reason: 'Ghi nhận cuộc sinh' },
  ])
}
