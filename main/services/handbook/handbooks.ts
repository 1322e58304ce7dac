import { refuse } from '../../../src/contract/errors'
import { issueHandbook, voidHandbook } from '../../../src/contract/pregnancy-calls'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { Handbook } from '../../../src/domain/maternal/handbook'
import { personOrRefuse } from '../person/person-or-refuse'
import { actorOf, type ServiceContext, serve } from '../service'
import { pregnancyOrRefuse } from './pregnancy-parts'

/** A handbook that is handed out. */
export function handbookEntry(
  context: ServiceContext,
  book: Omit<Handbook, 'byUserId' | 'byName'>,
  recordId: string,
): NewEntry {
  const { userId, name } = actorOf(context)
  return { noun: 'handbook', recordId, verb: 'recorded', body: { ...book, byUserId: userId, byName: name } }
}

/** One book a pregnancy, one a child: a second one of the same kind is a second click or a lost book, which is voided first. */
export const issueHandbookService = serve(issueHandbook, (context, request) => {
  const person = personOrRefuse(context, request.personId)
  if (request.pregnancyId !== null) pregnancyOrRefuse(context, request.pregnancyId)
  if (request.issuedOn > context.today)
    refuse('pregnancy.day-in-future', { today: context.today }, 'issuedOn')
  const known = context.store.records
    .list('handbook', { person_id: person.id }, 'issued_on')
    .find(({ pregnancyId, kind }) => pregnancyId === request.pregnancyId && kind === request.kind)
  if (known) refuse('handbook.already-issued', { on: known.issuedOn })
  const handbookId = context.newId()
  context.write([handbookEntry(context, { ...request, personId: person.id }, handbookId)])
  return { handbookId }
})

export const voidHandbookService = serve(voidHandbook, (context, { handbookId, reason }) => {
  const book = context.store.records.find('handbook', handbookId)
  if (!book || book.voided) refuse('handbook.not-found')
  context.write([{ noun: 'handbook', recordId: handbookId, verb: 'voided', reason }])
  return {}
})
