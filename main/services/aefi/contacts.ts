import {
  type CallList,
  type CallListLine,
  getCallList,
  recordContact,
  voidContact,
} from '../../../src/contract/contact-calls'
import { refuse } from '../../../src/contract/errors'
import { callDays } from '../../../src/domain/aefi/call-days'
import type { ContactReason } from '../../../src/domain/aefi/contact'
import { type CalendarDay, isCalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { ConcernedDose } from '../../db/after-repository'
import { actorOf, type ServiceContext, serve } from '../service'
import { phoneOf, toConcerned } from './concerned'

type Readers = Pick<ServiceContext, 'store' | 'resources'>

export const getCallListService = serve(getCallList, (context, { on }): CallList => callListOf(context, on))

/** Whom to call: those of a day, or since the last working day; with nobody then, those of the last session before. */
export function callListOf(
  context: Readers & Pick<ServiceContext, 'today'>,
  on: CalendarDay | null,
): CallList {
  const { after } = context.store
  const asked = on === null ? callDays(context.today) : { from: on, to: on }
  const given = after.dosesGiven(asked.from, asked.to)
  const last = given.length === 0 && on === null ? after.lastDayBefore(context.today) : null
  if (last === null) return { ...asked, lines: linesOf(context, given) }
  return { from: last, to: last, lines: linesOf(context, after.dosesGiven(last, last)) }
}

/** One line a person and a day, by hamlet and name. */
function linesOf(context: Readers, doses: readonly ConcernedDose[]): readonly CallListLine[] {
  const byVisit = new Map<string, readonly ConcernedDose[]>()
  for (const dose of doses) {
    const key = `${dose.personId} ${dose.givenOn}`
    byVisit.set(key, [...(byVisit.get(key) ?? []), dose])
  }
  const days = [...new Set(doses.map(({ givenOn }) => givenOn))]
  const contacts = new Map(days.map(day => [day, context.store.after.contactsAbout('following-day', day)]))
  return [...byVisit.values()]
    .flatMap(group => lineOf(context, group, contacts))
    .toSorted(
      (a, b) =>
        (a.hamlet ?? '').localeCompare(b.hamlet ?? '', 'vi') ||
        a.displayName.localeCompare(b.displayName, 'vi') ||
        a.personId.localeCompare(b.personId),
    )
}

type DayContacts = ReadonlyMap<CalendarDay, ReturnType<Readers['store']['after']['contactsAbout']>>

function lineOf(
  context: Readers,
  group: readonly ConcernedDose[],
  contacts: DayContacts,
): readonly CallListLine[] {
  const { store, resources } = context
  const [first] = group
  const person = first && store.records.find('person', first.personId)
  if (!first || !person) return []
  const doseIds = group.map(({ doseId }) => doseId)
  const reactions = store.records.list('reaction', { person_id: person.id }, 'created_stamp')
  return [
    {
      ...toConcerned(context, person, contacts.get(first.givenOn)?.get(person.id) ?? null),
      sessionOn: first.givenOn,
      vaccines: group.map(({ vaccineCode }) => resources.vaccines.get(vaccineCode)?.shortName ?? vaccineCode),
      signs: reactions
        .filter(it => it.doseIds.some(id => doseIds.includes(id)))
        .flatMap(({ signs }) => signs),
    },
  ]
}

export const recordContactService = serve(recordContact, (context, request) => {
  const person = context.store.records.find('person', request.personId)
  if (!person || person.voided) return refuse('person.not-found')
  refuseUnknownSubject(context, request.about, request.aboutKey)
  const actor = actorOf(context)
  const contactId = context.newId()
  const body = {
    ...request,
    personId: person.id,
    phone: phoneOf(person),
    note: request.note || null,
    at: context.at,
    byUserId: actor.userId,
    byName: actor.name,
  }
  context.write([{ noun: 'contact', recordId: contactId, verb: 'recorded', body }])
  return { contactId }
})

function refuseUnknownSubject({ store }: ServiceContext, about: ContactReason, key: string): void {
  if (about === 'following-day' && !isCalendarDay(key)) refuse('contract.bad-request', {}, 'aboutKey')
  if (about === 'recall' && !store.records.find('lot', key)) refuse('lot.not-found')
  if (about === 'case' && !store.records.find('aefi-case', key)) refuse('aefi.not-found')
}

export const voidContactService = serve(voidContact, (context, { contactId, reason }) => {
  const contact = context.store.records.find('contact', contactId)
  if (!contact || contact.voided) refuse('contact.not-found')
  context.write([{ noun: 'contact', recordId: contactId, verb: 'voided', reason }])
  return {}
})
