import { type PersonHit, searchPersons } from '../../../src/contract/person-calls'
import { displayName } from '../../../src/domain/person/display-name'
import type { Person } from '../../../src/domain/person/person'
import { type HitGroup, type RankedHit, rankHits } from '../../../src/domain/person/rank-hits'
import { codesOf, lookupsFor, phonesOf } from '../../../src/domain/person/search-index'
import type { SearchCandidate } from '../../../src/domain/person/search-match'
import { isEmptySearch, parseSearch, type SearchQuery } from '../../../src/domain/person/search-query'
import type { Stored } from '../../db/record-store'
import { type ServiceContext, serve } from '../service'
import { toHit } from './person-hit'

type Candidate = SearchCandidate & { readonly person: Stored<Person> }

/** How many rows one question to the index may bring; the ranking decides among them. */
const perLookup = 200
/** Below so many exact hits the search looks for slips as well. */
const enough = 5

const groups: Readonly<Record<HitGroup, PersonHit['group']>> = {
  'appointment-today': 'appointment',
  'this-point': 'here',
  elsewhere: 'elsewhere',
  similar: 'similar',
}

/** One box for name, phone, code and birth date. */
export const searchPersonsService = serve(searchPersons, (context, { text, limit }) => {
  const started = performance.now()
  const query = parseSearch(text, context.today)
  const found = isEmptySearch(query) ? [] : search(context, query, limit)
  const hits = found.map(({ candidate, group, nameRanges }) =>
    toHit(context, candidate.person, {
      group: groups[group],
      highlights: nameRanges.map(({ from, to }) => [from, to] as const),
    }),
  )
  const exact = query.code !== null && hits.length === 1
  const tookMs = Math.round((performance.now() - started) * 10) / 10
  return { hits, persons: context.store.persons.count(), tookMs, exact }
})

/** Ids of those whom a query names, without slips of the finger: what a list is narrowed to. */
export function matchingIds(context: ServiceContext, query: SearchQuery, limit: number): readonly string[] {
  return rankHits(query, candidatesFor(context, query, false), limit).map(
    ({ candidate }) => candidate.personId,
  )
}

function search(context: ServiceContext, query: SearchQuery, limit: number): readonly RankedHit<Candidate>[] {
  const first = rankHits(query, candidatesFor(context, query, false), limit)
  if (first.length >= enough) return first
  return rankHits(query, candidatesFor(context, query, true), limit)
}

function candidatesFor(context: ServiceContext, query: SearchQuery, isWide: boolean): readonly Candidate[] {
  const { store } = context
  const point = store.point()
  const appointed = new Set(store.visits.appointmentsOn(context.today).map(({ personId }) => personId))
  const people = new Map<string, Stored<Person>>()
  for (const lookup of lookupsFor(query, isWide))
    for (const person of store.persons.lookup(lookup, perLookup)) people.set(person.id, person)
  return [...people.values()].map(person => ({
    person,
    personId: person.id,
    name: displayName(person),
    relativeNames: person.relatives.map(relative => relative.name),
    birthDate: person.birthDate,
    phones: phonesOf(person),
    codes: codesOf(person),
    hasAppointmentToday: appointed.has(person.id),
    isOfThisPoint: person.addresses.current?.communeCode === point?.address.communeCode,
    lastVisitOn: null,
  }))
}
