import { type PersonHit, searchPersons } from '../../../src/contract/person-calls'
import { displayName } from '../../../src/domain/person/display-name'
import { compareHits, type HitGroup, type RankedHit, rankHits } from '../../../src/domain/person/rank-hits'
import { codesOf, phonesOf } from '../../../src/domain/person/search-index'
import {
  type Lookup,
  lookupsFor,
  slipLookupsFor,
  splitJoinedWords,
} from '../../../src/domain/person/search-lookups'
import type { SearchCandidate } from '../../../src/domain/person/search-match'
import { isEmptySearch, parseSearch, type SearchQuery } from '../../../src/domain/person/search-query'
import { unTelex } from '../../../src/domain/person/telex'
import type { Sought } from '../../db/person-search'
import { type ServiceContext, serve } from '../service'
import { toHit } from './person-hit'

/** How many rows one question to the index may bring; the ranking decides among them. */
const perLookup = 200
/** Everybody born on one day is compared: of a date with a mistyped name all that is left is the date. */
const perDay = 1_000
/** With fewer exact hits the search looks for slips as well: so many are seen at one glance. */
const enough = 3

const groups: Readonly<Record<HitGroup, PersonHit['group']>> = {
  'appointment-today': 'appointment',
  'this-point': 'here',
  elsewhere: 'elsewhere',
  similar: 'similar',
}

/** One box for name, phone, code, birth date and hamlet. */
export const searchPersonsService = serve(searchPersons, (context, { text, limit }) => {
  const started = performance.now()
  const query = parseSearch(text, context.today)
  const found = isEmptySearch(query) ? [] : search(context, query, limit)
  const hits = found.flatMap(({ candidate, group, nameRanges }) => {
    const person = context.store.persons.find(candidate.personId)
    const highlights = nameRanges.map(({ from, to }) => [from, to] as const)
    return person ? [toHit(context, person, { group: groups[group], highlights })] : []
  })
  // A number of the mother's, or one that is only nearly the same, names nobody exactly.
  const exact = found.length === 1 && query.code !== null && carries(context, found[0], query.code)
  const tookMs = Math.round((performance.now() - started) * 10) / 10
  return { hits, persons: context.store.persons.count(), tookMs, exact }
})

function carries({ store }: ServiceContext, hit: Hits[number] | undefined, code: string): boolean {
  const person = hit && store.persons.find(hit.candidate.personId)
  return person?.identifiers.some(({ value }) => value === code) ?? false
}

/** Ids of those whom a query names, without slips of the finger: what a list is narrowed to. */
export function matchingIds(context: ServiceContext, query: SearchQuery, limit: number): readonly string[] {
  const candidates = createCandidates(context, query)
  candidates.ask(lookupsFor(query, context.store.persons.search.vocabulary()), limit)
  return rankHits(query, candidates.all(), limit).map(({ candidate }) => candidate.personId)
}

function search(
  context: ServiceContext,
  query: SearchQuery,
  limit: number,
): readonly RankedHit<SearchCandidate>[] {
  const candidates = createCandidates(context, query)
  const vocabulary = context.store.persons.search.vocabulary()
  // Everybody with a common word, wherever they live, is the one slow question: it is asked when nobody has the name.
  const [costly, quick] = partition(lookupsFor(query, vocabulary), isCostly)
  const [whole, parts] = partition(quick, lookup => query.numbers.length > 0 && isWhole(lookup))
  candidates.ask(whole)
  let first = rankHits(query, candidates.all(), limit)
  if (first.some(isMeant)) return first
  candidates.ask(parts)
  first = rankHits(query, candidates.all(), limit)
  if (costly.length > 0 && !first.some(isMeant)) {
    candidates.ask(costly)
    first = rankHits(query, candidates.all(), limit)
  }
  if (first.some(isMeant) || first.filter(isExact).length >= enough) return first
  const retyped = retypings(query, vocabulary)
  const readings = () => {
    const all = candidates.all()
    return [rankHits(query, all, limit), ...retyped.map(other => asSimilar(rankHits(other, all, limit)))]
  }
  const [costlySlips, quickSlips] = partition(slipLookupsFor(query, vocabulary), isCostly)
  candidates.ask(quickSlips)
  for (const other of retyped)
    candidates.ask(lookupsFor(other, vocabulary).filter(lookup => !isCostly(lookup)))
  const found = mergeHits(readings(), limit)
  // Of many words that all exist, each doubted in turn, the slow question would be asked many times over.
  if (found.some(hit => hit.extent === 'said') || costlySlips.length !== 1) return found
  candidates.ask(costlySlips)
  return mergeHits(readings(), limit)
}

/** Whoever has exactly the name, the phone or the code that was typed is meant. */
function isMeant(hit: Hits[number]): boolean {
  return isExact(hit) && hit.extent === 'said'
}

function isExact(hit: Hits[number]): boolean {
  return hit.quality === 'exact'
}

/** A question for a whole name, code or phone: beside a number its answer is a short list, and who is meant is in it. */
function isWhole(lookup: Lookup): boolean {
  return ['code', 'name', 'name-born', 'phone-end'].includes(lookup.by)
}

function isCostly(lookup: Lookup): boolean {
  return lookup.by === 'words' && !lookup.isHere
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(test), all.filter(one => !test(one))]
}

/** What else may have been meant: Telex keys taken out, a missing space put in. */
function retypings(
  query: SearchQuery,
  vocabulary: Parameters<typeof splitJoinedWords>[1],
): readonly SearchQuery[] {
  const typed = query.words.join(' ')
  const others = [unTelex(typed).split(' '), splitJoinedWords(query.words, vocabulary)]
  return others
    .filter(words => words.join(' ') !== typed)
    .map(words => ({ ...query, words, markedWords: [] }))
}

type Hits = readonly RankedHit<SearchCandidate>[]

function asSimilar(hits: Hits): Hits {
  return hits.map(hit => ({ ...hit, quality: 'similar', group: 'similar' }))
}

/** Each person once, as the best reading found them; exact ones before similar ones, otherwise as ranked. */
function mergeHits(lists: readonly Hits[], limit: number): Hits {
  const best = new Map<string, Hits[number]>()
  for (const hit of lists.flat()) {
    const known = best.get(hit.candidate.personId)
    if (!known || compareHits(hit, known) < 0) best.set(hit.candidate.personId, hit)
  }
  return [...best.values()].sort(compareHits).slice(0, limit)
}

/** Gathers who may be meant, each person once, with what the ranking looks at. */
function createCandidates({ store, today }: ServiceContext, query: SearchQuery) {
  const here = store.point()?.address.communeCode ?? null
  const appointed = new Set(store.visits.appointedOn(today))
  const byDoc = new Map<number, SearchCandidate | null>()
  const hasNumbers = query.numbers.length > 0

  function toCandidate(person: Sought): SearchCandidate {
    return {
      personId: person.id,
      name: displayName(person),
      relativeNames: person.relatives.map(relative => relative.name),
      hamlet: person.hamlet,
      birthDate: person.birthDate,
      phones: hasNumbers ? phonesOf(person) : [],
      codes: hasNumbers ? codesOf(person) : [],
      hasAppointmentToday: appointed.has(person.id),
      isOfThisPoint: person.communeCode !== null && person.communeCode === here,
      lastVisitOn: null,
    }
  }
  function take(doc: number) {
    if (byDoc.has(doc)) return
    const person = store.persons.search.sought(doc)
    byDoc.set(doc, person && toCandidate(person))
  }
  return {
    ask(lookups: readonly Lookup[], limit = 0) {
      for (const lookup of lookups) {
        const most = Math.max(limit, lookup.by === 'birth-date' ? perDay : perLookup)
        for (const doc of store.persons.search.docs(lookup, most, here)) take(doc)
      }
    },
    all: (): readonly SearchCandidate[] => [...byDoc.values()].filter(candidate => candidate !== null),
  }
}
