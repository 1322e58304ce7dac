import { type Problem, refuse, refuseAll } from '../../../src/contract/errors'
import {
  listResidences,
  type ResidenceMark,
  recordResidence,
  voidResidence,
} from '../../../src/contract/residence-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Person } from '../../../src/domain/person/person'
import {
  diedOn,
  isFollowed,
  type Residence,
  residenceOn,
  residenceProblems,
} from '../../../src/domain/person/residence'
import type { ReadStore } from '../../db'
import type { Stored } from '../../db/record-store'
import { type ServiceContext, serve } from '../service'

type Reading = { readonly store: Pick<ReadStore, 'records'> }

/** What was noted about somebody's stay, what was taken back left out. */
export function residencesOf({ store }: Reading, personId: string): readonly Stored<Residence>[] {
  return store.records.list('residence', { person_id: personId }, 'on_day, created_stamp')
}

/** The state of a day with what it means for lists; null: lives here, nothing to say. */
export function residenceMark(ports: Reading, personId: string, on: CalendarDay): ResidenceMark | null {
  const entry = residenceOn(residencesOf(ports, personId), on)
  if (entry === null || entry.state === 'resident') return null
  const { state, until, otherPlace } = entry
  return { state, on: entry.on, until, otherPlace, isFollowed: isFollowed(entry, on) }
}

/** The day somebody died; null while they live for all we know. */
export function dayOfDeath(ports: Reading, personId: string): CalendarDay | null {
  return diedOn(residencesOf(ports, personId))
}

export const recordResidenceService = serve(recordResidence, (context, request) => {
  const { personId } = request
  const person = context.store.records.find('person', personId)
  if (!person || person.voided) return refuse('person.not-found')
  refuseAll(entryProblems(context, person, request, 'on'))
  const residenceId = context.newId()
  const body: Residence = {
    ...request,
    reason: request.reason || null,
    otherPlace: request.otherPlace || null,
    note: request.note || null,
  }
  context.write([{ noun: 'residence', recordId: residenceId, verb: 'recorded', body }])
  return { residenceId }
})

/** What speaks against an entry, each problem at this field of the form. */
function entryProblems(
  context: ServiceContext,
  person: Stored<Person>,
  entry: Pick<Residence, 'state' | 'on' | 'until'>,
  field: string,
): readonly Problem[] {
  const problems = residenceProblems(entry, {
    entries: residencesOf(context, person.id),
    birthDate: person.birthDate,
    lastGivenOn: lastGivenOn(context, person.id),
    today: context.today,
  })
  return problems.map(({ code, on }) => ({ code, field, params: { on } }))
}

/**
 * What speaks against a death of this day that another form tells of. A death that is noted for this day or a later one is
 * the same death, told with more or less care: it stays as it was written down.
 */
export function deathProblems(
  context: ServiceContext,
  person: Stored<Person>,
  on: CalendarDay,
  field: string,
): readonly Problem[] {
  return isDeathNoted(context, person.id, on)
    ? []
    : entryProblems(context, person, { state: 'died', on, until: null }, field)
}

/** Writes a death that another form tells of, so that nobody is invited or counted any more; once. */
export function noteDeath(context: ServiceContext, personId: string, on: CalendarDay, reason: string): void {
  if (isDeathNoted(context, personId, on)) return
  const body: Residence = { personId, state: 'died', on, until: null, reason, otherPlace: null, note: null }
  context.write([{ noun: 'residence', recordId: context.newId(), verb: 'recorded', body }])
}

function isDeathNoted(context: ServiceContext, personId: string, on: CalendarDay): boolean {
  const noted = dayOfDeath(context, personId)
  return noted !== null && noted >= on
}

/** A dose whose card names a month or a year may have been given on its first day: that day counts. */
function lastGivenOn({ store }: ServiceContext, personId: string): CalendarDay | null {
  return store.records.list('dose', { person_id: personId }, 'given_on').at(-1)?.givenOn ?? null
}

export const voidResidenceService = serve(voidResidence, (context, { residenceId, reason }) => {
  const stored = context.store.records.find('residence', residenceId)
  if (!stored || stored.voided) return refuse('residence.not-found')
  context.write([{ noun: 'residence', recordId: residenceId, verb: 'voided', reason }])
  return {}
})

export const listResidencesService = serve(listResidences, (context, { personId }) => {
  const { store, today } = context
  if (!store.records.find('person', personId)) return refuse('person.not-found')
  const entries = store.records.listAll('residence', 'person_id', personId).map(stored => {
    const { id, voided, createdAt, versions: _v, changedAt: _c, ...residence } = stored
    const written = store.journal.entriesOf(id)
    const author = written.find(({ verb }) => verb === 'recorded')?.userId
    return {
      ...residence,
      residenceId: id,
      notedAt: createdAt,
      notedBy: author ? (store.records.find('user', author)?.name ?? null) : null,
      voided,
      voidReason: written.find(({ verb }) => verb === 'voided')?.reason ?? null,
    }
  })
  return {
    mark: residenceMark(context, personId, today),
    entries: entries.toSorted((a, b) =>
      a.on === b.on ? (a.notedAt < b.notedAt ? 1 : -1) : a.on < b.on ? 1 : -1,
    ),
  }
})
