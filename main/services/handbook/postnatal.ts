import type { RequestOf } from '../../../src/contract/call'
import { type Problem, refuseAll } from '../../../src/contract/errors'
import { getPostnatal, recordPostnatal } from '../../../src/contract/postnatal-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { NewEntry } from '../../../src/domain/journal/entry'
import type { Birth } from '../../../src/domain/maternal/birth'
import {
  type PostnatalProblem,
  postnatalProblems,
  scheduleAfterBirth,
} from '../../../src/domain/maternal/postnatal-rules'
import type { NewbornVisit, PostpartumVisit } from '../../../src/domain/maternal/postnatal-visit'
import type { Stored } from '../../db/record-store'
import { dayOfDeath } from '../family/residence'
import { toHit } from '../person/person-hit'
import { personOrRefuse } from '../person/person-or-refuse'
import { actorOf, type ServiceContext, serve } from '../service'
import { birthOrRefuse, birthView, newbornsOf } from './birth-facts'

type Request = RequestOf<typeof recordPostnatal>

/** Visits to a mother after one birth, oldest first. */
export function motherVisitsOf({ store }: Pick<ServiceContext, 'store'>, birthId: string) {
  return store.records.list('postpartum-visit', { birth_id: birthId }, 'visited_on, created_stamp')
}

/** Visits to a newborn, oldest first, whichever birth they name. */
export function newbornVisitsOf({ store }: Pick<ServiceContext, 'store'>, personId: string) {
  return store.records.list('newborn-visit', { person_id: personId }, 'visited_on, created_stamp')
}

export const getPostnatalService = serve(getPostnatal, (context, { birthId }) => {
  const birth = birthOrRefuse(context, birthId)
  const { birth: data } = context.resources
  const schedule = (bornOn: CalendarDay, visits: readonly { readonly visitedOn: CalendarDay }[]) =>
    scheduleAfterBirth(
      data,
      bornOn,
      visits.map(({ visitedOn }) => visitedOn),
      context.today,
    )
  const hitOf = (personId: string) =>
    toHit(context, personOrRefuse(context, personId), { highlights: [], group: 'here' })
  const motherVisits = motherVisitsOf(context, birthId)
  return {
    mother: hitOf(birth.personId),
    birth: birthView(context, birth),
    data,
    motherVisits: motherVisits.map(asView),
    schedule: schedule(birth.bornOn, motherVisits),
    children: newbornsOf(context, birthId).flatMap(({ personId, bornOn }) => {
      const person = personId === null ? null : context.store.records.find('person', personId)
      if (!person || person.voided) return []
      const visits = newbornVisitsOf(context, person.id)
      return [{ hit: hitOf(person.id), visits: visits.map(asView), schedule: schedule(bornOn, visits) }]
    }),
  }
})

function asView<T>(stored: Stored<T>): T & { readonly visitId: string } {
  const { id, voided: _v, versions: _n, createdAt: _c, changedAt: _ch, ...visit } = stored
  return { ...(visit as unknown as T), visitId: id }
}

/** Mother and children of one visit: all rows, or none and every problem at its field. */
export const recordPostnatalService = serve(recordPostnatal, (context, request) => {
  const birth = birthOrRefuse(context, request.birthId)
  refuseAll([...motherProblems(context, birth, request), ...childrenProblems(context, request)])
  const entries = [...motherEntries(context, birth, request), ...childEntries(context, request)]
  context.write(entries)
  return { visitIds: entries.map(({ recordId }) => recordId) }
})

function motherProblems(context: ServiceContext, birth: Birth, request: Request): readonly Problem[] {
  if (request.mother === null) return []
  const visit = { ...request, ...request.mother }
  return at('mother', motherVisitProblems(context, birth, visit))
}

/** What speaks against a visit to a mother. */
export function motherVisitProblems(
  context: ServiceContext,
  birth: Birth,
  visit: Omit<PostpartumVisit, 'personId' | 'birthId' | 'byUserId' | 'byName'>,
): readonly PostnatalProblem[] {
  const { temperatureC: motherTemperatureC, pulse, systolic, diastolic } = visit
  const facts = factsOf(context, birth.personId, birth.bornOn)
  return postnatalProblems(visit, { motherTemperatureC, pulse, systolic, diastolic }, 'mother', facts)
}

function childrenProblems(context: ServiceContext, request: Request): readonly Problem[] {
  return request.children.flatMap((child, index) =>
    at(`children.${index}`, newbornVisitProblems(context, child.personId, { ...request, ...child })),
  )
}

/** What speaks against a visit to a newborn. */
export function newbornVisitProblems(
  context: ServiceContext,
  personId: string,
  visit: Omit<NewbornVisit, 'personId' | 'birthId' | 'byUserId' | 'byName'>,
): readonly PostnatalProblem[] {
  const { weightKg: newbornWeightKg, temperatureC: newbornTemperatureC, breathsPerMinute } = visit
  const { birthDate } = personOrRefuse(context, personId)
  const values = { newbornWeightKg, newbornTemperatureC, breathsPerMinute }
  return postnatalProblems(visit, values, 'newborn', factsOf(context, personId, birthDate))
}

function factsOf(context: ServiceContext, personId: string, bornOn: CalendarDay) {
  return {
    data: context.resources.birth,
    today: context.today,
    bornOn,
    diedOn: dayOfDeath(context, personId),
  }
}

/** Day and appointment stand once in the form, whatever they are about. */
function at(who: string, problems: readonly PostnatalProblem[]): readonly Problem[] {
  const shared = ['visitedOn', 'nextVisitOn']
  return problems.map(each => ({
    ...each,
    field: shared.includes(each.field) ? each.field : `${who}.${each.field}`,
  }))
}

function motherEntries(context: ServiceContext, birth: Stored<Birth>, request: Request): readonly NewEntry[] {
  const { mother, visitedOn, placeName, nextVisitOn, birthId } = request
  if (mother === null) return []
  const body: PostpartumVisit = {
    ...mother,
    ...texts(mother),
    ...{ personId: birth.personId, birthId, visitedOn, nextVisitOn, placeName: placeName || null },
    contraception: mother.contraception || null,
    ...writtenBy(context),
  }
  return [{ noun: 'postpartum-visit', recordId: context.newId(), verb: 'recorded', body }]
}

function childEntries(context: ServiceContext, request: Request): readonly NewEntry[] {
  const { visitedOn, placeName, nextVisitOn, birthId } = request
  return request.children.map(child => {
    const body: NewbornVisit = {
      ...child,
      ...texts(child),
      ...{ birthId, visitedOn, nextVisitOn, placeName: placeName || null },
      personId: personOrRefuse(context, child.personId).id,
      ...writtenBy(context),
    }
    return { noun: 'newborn-visit' as const, recordId: context.newId(), verb: 'recorded' as const, body }
  })
}

function texts({
  advice,
  referredTo,
}: {
  readonly advice: string | null
  readonly referredTo: string | null
}) {
  return { advice: advice || null, referredTo: referredTo || null }
}

function writtenBy(context: ServiceContext) {
  const { userId, name } = actorOf(context)
  return { byUserId: userId, byName: name }
}
