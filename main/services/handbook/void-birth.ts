import { voidBirth, voidNewborn } from '../../../src/contract/birth-calls'
import { refuse } from '../../../src/contract/errors'
import type { Birth, Newborn } from '../../../src/domain/maternal/birth'
import { outcomeOf } from '../../../src/domain/maternal/birth-makes'
import { displayName } from '../../../src/domain/person/display-name'
import type { Stored } from '../../db/record-store'
import { linksOf } from '../family/links'
import { type ServiceContext, serve } from '../service'
import { birthOrRefuse, newbornOrRefuse, newbornsOf } from './birth-facts'

/** A birth that was none, or another woman's: what it made goes with it, in one transaction. */
export const voidBirthService = serve(voidBirth, (context, { birthId, keepChildren, reason }) => {
  const birth = birthOrRefuse(context, birthId)
  for (const newborn of newbornsOf(context, birthId)) voidChild(context, newborn, keepChildren, reason)
  for (const { id } of context.store.records.list('postpartum-visit', { birth_id: birthId }, 'id'))
    context.write([{ noun: 'postpartum-visit', recordId: id, verb: 'voided', reason }])
  context.write([{ noun: 'birth', recordId: birthId, verb: 'voided', reason }])
  goOn(context, birth, reason)
  return {}
})

export const voidNewbornService = serve(voidNewborn, (context, { newbornId, keepChild, reason }) => {
  const { newborn, birth } = newbornOrRefuse(context, newbornId)
  const others = newbornsOf(context, birth.id).filter(({ id }) => id !== newbornId)
  const [first] = others
  if (!first) return refuse('birth.last-child')
  voidChild(context, newborn, keepChild, reason)
  const { bornOn } = first
  if (bornOn !== birth.bornOn)
    context.write([{ noun: 'birth', recordId: birth.id, verb: 'corrected', body: { bornOn }, reason }])
  const pregnancy =
    birth.pregnancyId === null ? null : context.store.records.find('pregnancy', birth.pregnancyId)
  const body = { outcome: outcomeOf(others), endedOn: bornOn }
  if (pregnancy && !pregnancy.voided)
    context.write([{ noun: 'pregnancy', recordId: pregnancy.id, verb: 'corrected', body, reason }])
  return {}
})

function voidChild(context: ServiceContext, newborn: Stored<Newborn>, isKept: boolean, reason: string): void {
  context.write([{ noun: 'newborn', recordId: newborn.id, verb: 'voided', reason }])
  if (newborn.personId !== null && !isKept) removeRecord(context, newborn.personId, reason)
}

/**
 * Takes the record of a child out that a birth made: what came from papers goes with it, what was done here stays and
 * refuses.
 */
function removeRecord(context: ServiceContext, personId: string, reason: string): void {
  const { store, write } = context
  const person = store.records.find('person', personId)
  if (!person || person.voided) return
  for (const dose of store.records.list('dose', { person_id: personId }, 'id'))
    if (dose.kind === 'historical') write([{ noun: 'dose', recordId: dose.id, verb: 'voided', reason }])
  const isMerged = store.links.clusterOf(person.id).length > 1
  if (isMerged || store.merges.clinicalRecords(person.id) > 0)
    refuse('birth.child-has-records', { displayName: displayName(person) })
  for (const link of linksOf(context, person.id))
    write([{ noun: 'family-link', recordId: link.id, verb: 'voided', reason }])
  write([{ noun: 'person', recordId: person.id, verb: 'voided', reason }])
}

/** The pregnancy goes on, and the schedule knows her as pregnant again. */
function goOn(context: ServiceContext, birth: Stored<Birth>, reason: string): void {
  const { store, write } = context
  const pregnancy = birth.pregnancyId === null ? null : store.records.find('pregnancy', birth.pregnancyId)
  if (!pregnancy || pregnancy.voided) return
  const body = { outcome: null, endedOn: null }
  write([{ noun: 'pregnancy', recordId: pregnancy.id, verb: 'corrected', body, reason }])
  const mother = store.records.find('person', birth.personId)
  if (!mother || mother.voided || mother.alerts.some(({ code }) => code === 'pregnant')) return
  const alert = { code: 'pregnant' as const, note: null, notedOn: pregnancy.enrolledOn }
  const alerts = [...mother.alerts, alert]
  write([{ noun: 'person', recordId: mother.id, verb: 'corrected', body: { alerts }, reason }])
}
