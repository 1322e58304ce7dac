import { type PersonHit, searchPersons } from '../../../src/contract/person-calls'
import { displayName } from '../../../src/domain/person/display-name'
import {
  compareHits,
  createRanking,
  type HitGroup,
  type RankedHit,
  rankHits,
} from '../../../src/domain/person/rank-hits'
import { codesOf, phonesOf } from '../../../src/domain/person/search-index'
import {
  type Lookup,
  lookupsFor,
  slipLookupsFor,
  splitJoinedWords,
} from '../../../src/domain/person/search-lookups'
import type { SearchCandidate } from '../../../src/domain/person/search-match'
import { isEmptySearch, parseSearch, type SearchQuery } from '../../../src/domain/person/search-query'
import {
  isSettled,
  isSettledWithSlip,
  quickStages,
  type SearchStage,
  searchStages,
  slowStages,
  stageOf,
} from '../../../src/domain/person/search-stages'
import { unTelex } from '../../../src/domain/person/telex'
import type { Sought } from '../../db/person-search'
import { type ServiceContext, serve } from '../service'
import { hitMaker } from './person-hit'

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
  const toHit = hitMaker(
    context,
    found.map(({ candidate }) => candidate.personId),
  )
  const hits = found.flatMap(({ candidate, group, nameRanges }) => {
    const person = context.store.persons.find(candidate.personId)
    const highlights = nameRanges.map(({ from, to }) => [from, to] as const)
    return person ? [toHit(person, { group: groups[group], highlights })] : []
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
  const ranking = createRanking<SearchCandidate>(query)
  const rank = () => ranking.of(candidates.all(), limit)
  const plain = byStage(query, lookupsFor(query, vocabulary))
  for (const stage of quickStages)
    if (candidates.ask(plain[stage]) && isSettled(query, rank(), stage)) return rank()
  // Most searches need none: the near words are worked out when they do.
  let made: ReturnType<typeof withSlips> | null = null
  const slipped = () => {
    made ??= withSlips(context, query, limit, candidates, rank)
    return made
  }
  // A name with a slip is found by its key before long lists are asked for.
  const early = rank().some(isExact) ? [] : slipped().quick()
  if (isSettledWithSlip(query, early, 'keyed')) return early
  for (const stage of slowStages)
    if (candidates.ask(plain[stage]) && isSettled(query, rank(), stage)) return rank()
  return rank().filter(isExact).length >= enough ? rank() : slipped().all()
}

/** What a search finds when a slip of the finger is allowed for. */
function withSlips(
  context: ServiceContext,
  query: SearchQuery,
  limit: number,
  candidates: Candidates,
  rank: () => Hits,
) {
  const vocabulary = context.store.persons.search.vocabulary()
  const retyped = retypings(query, vocabulary).map(other => ({
    lookups: byStage(query, lookupsFor(other, vocabulary)),
    ranking: createRanking<SearchCandidate>(other),
  }))
  const slipped = byStage(query, slipLookupsFor(query, vocabulary))
  const found = () => {
    const readings = retyped.map(other => asSimilar(other.ranking.of(candidates.all(), limit)))
    return mergeHits([rank(), ...readings], limit)
  }
  const asked = new Set<SearchStage>()
  function ask(stages: readonly SearchStage[]): Hits {
    for (const stage of stages) {
      const others = stage === 'everywhere' ? [] : retyped.flatMap(({ lookups }) => lookups[stage])
      // Of many words that all exist, each doubted in turn, the slow question would be asked many times over.
      const own = stage === 'everywhere' && slipped[stage].length > 1 ? [] : slipped[stage]
      const lookups = [...own, ...others]
      if (!asked.has(stage)) candidates.ask(lookups)
      asked.add(stage)
      if (lookups.length > 0 && isSettledWithSlip(query, found(), stage)) break
    }
    return found()
  }
  return { quick: () => ask(quickStages), all: () => ask(searchStages) }
}

function byStage(query: SearchQuery, lookups: readonly Lookup[]) {
  const of = (stage: SearchStage) => lookups.filter(lookup => stageOf(lookup, query) === stage)
  return {
    whole: of('whole'),
    keyed: of('keyed'),
    'year-or-phone': of('year-or-phone'),
    here: of('here'),
    everywhere: of('everywhere'),
  }
}

function isExact(hit: Hits[number]): boolean {
  return hit.quality === 'exact'
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

type Candidates = ReturnType<typeof createCandidates>

/** Gathers who may be meant, each person once, with what the ranking looks at. */
function createCandidates({ store, today }: ServiceContext, query: SearchQuery) {
  const here = store.point()?.address.communeCode ?? null
  const appointed = new Set(store.visits.appointedOn(today))
  const seen = new Set<number>()
  const all: SearchCandidate[] = []
  const hasPhone = query.phoneDigits !== null
  const hasCode = query.code !== null

  function toCandidate(person: Sought): SearchCandidate {
    return {
      personId: person.id,
      name: displayName(person),
      relativeNames: person.relatives.map(relative => relative.name),
      hamlet: person.hamlet,
      birthDate: person.birthDate,
      phones: hasPhone ? phonesOf(person) : [],
      codes: hasCode ? codesOf(person) : [],
      hasAppointmentToday: appointed.has(person.id),
      isOfThisPoint: person.communeCode !== null && person.communeCode === here,
      lastVisitOn: null,
    }
  }
  return {
    /** Asks the index; false when there was nothing to ask. */
    ask(lookups: readonly Lookup[], limit = 0): boolean {
      const fresh: number[] = []
      for (const lookup of lookups) {
        const most = Math.max(limit, lookup.by === 'birth-date' ? perDay : perLookup)
        for (const doc of store.persons.search.docs(lookup, most, here)) {
          if (!seen.has(doc)) fresh.push(doc)
          seen.add(doc)
        }
      }
      for (const person of store.persons.search.sought(fresh)) all.push(toCandidate(person))
      return lookups.length > 0
    },
    all: (): readonly SearchCandidate[] => all,
  }
}
