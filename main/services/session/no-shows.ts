import { recordNoShows } from '../../../src/contract/close-calls'
import { refuse } from '../../../src/contract/errors'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { Person } from '../../../src/domain/person/person'
import type { NoShow } from '../../../src/domain/session/queue'
import { sessionStanding } from '../../../src/domain/session/session-day'
import type { Appointment } from '../../../src/domain/session/visit'
import type { Stored } from '../../db/record-store'
import { dayOfDeath } from '../family/residence'
import { actorOf, type ServiceContext, serve } from '../service'
import { changesOf } from './session-day'

export type Absent = {
  readonly person: Stored<Person>
  readonly appointment: Stored<Appointment>
  readonly noShow: Stored<NoShow> | null
}

/** Everybody with an appointment on a day who has not come, with the reason where somebody wrote it. */
export function absentOn(context: Pick<ServiceContext, 'store'>, on: CalendarDay): readonly Absent[] {
  const { store } = context
  const noShows = new Map(
    store.records.list('no-show', { on_day: on }, 'changed_stamp').map(noShow => [noShow.personId, noShow]),
  )
  const came = new Set(store.visits.listOn(on).map(({ personId }) => personId))
  const planned = store.visits
    .appointmentsOn(on)
    .filter(({ status, personId }) => status === 'planned' && !came.has(personId))
  const once = new Map(planned.map(appointment => [appointment.personId, appointment]))
  return [...once.values()].flatMap((appointment): readonly Absent[] => {
    const person = store.records.find('person', appointment.personId)
    if (!person || person.voided || dayOfDeath(context, person.id)) return []
    return [{ person, appointment, noShow: noShows.get(person.id) ?? null }]
  })
}

export const recordNoShowsService = serve(recordNoShows, (context, { on, personIds, reason, note }) => {
  const { state, because } = sessionStanding(changesOf(context, on))
  if (state === 'closed') refuse('session.closed', { by: because?.byName ?? null })
  if (reason === 'other' && !note) refuse('reason.missing', {}, 'note')
  const absent = new Map(absentOn(context, on).map(entry => [entry.person.id, entry]))
  const { userId, name } = actorOf(context)
  const answer = { reason, note: note || null, at: context.at, byUserId: userId, byName: name }
  context.write(
    personIds.map((personId, index): NewEntry => {
      const known = absent.get(personId)
      if (!known) return refuse('session.not-expected', {}, `personIds.${index}`)
      return known.noShow
        ? { noun: 'no-show', recordId: known.noShow.id, verb: 'updated', body: answer }
        : { noun: 'no-show', recordId: context.newId(), verb: 'recorded', body: { personId, on, ...answer } }
    }),
  )
  return {}
})
