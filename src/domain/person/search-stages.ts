import { rankOfExtent } from './extent'
import type { RankedHit } from './rank-hits'
import { isDecidedByNumber, type Lookup } from './search-lookups'
import type { SearchCandidate } from './search-match'
import type { SearchQuery } from './search-query'

/**
 * The order in which the index is asked, cheapest and surest first: `whole` names, codes and phones; `keyed` parts of
 * them, each a short list; `year-or-phone`, the digits of a year as the end of a phone; the words of people `here`; the
 * words of people `everywhere`, the one slow question. Who is found early is not looked for again, so that a search in a
 * million persons costs about what it costs in a hundred thousand.
 */
export const quickStages = ['whole', 'keyed'] as const
export const slowStages = ['year-or-phone', 'here', 'everywhere'] as const
export const searchStages = [...quickStages, ...slowStages] as const
export type SearchStage = (typeof searchStages)[number]

/** When a question is asked. */
export function stageOf(lookup: Lookup, query: SearchQuery): SearchStage {
  switch (lookup.by) {
    case 'words':
      return lookup.isHere ? 'here' : 'everywhere'
    case 'phone-end':
      return query.words.length > 0 && isLikeYear(lookup.reversed, query) ? 'year-or-phone' : 'whole'
    case 'code':
    case 'phones':
    case 'name':
    case 'name-born':
      return 'whole'
    case 'keys':
    case 'phone-part':
    case 'birth-date':
    case 'birth-month-day':
      return 'keyed'
  }
}

function isLikeYear(reversed: string, { numbers }: SearchQuery): boolean {
  return numbers.some(
    ({ birth, phoneDigits }) =>
      birth !== null && phoneDigits !== null && phoneDigits.length === reversed.length,
  )
}

/**
 * True when somebody found is surely meant, so that nobody else need be looked for. With a number beside the words that is
 * whoever has both; with a child's and a relative's name, whoever has both; with a name alone only after the people of
 * this point were looked at, for a neighbour with a longer name may be meant.
 */
export function isSettled(
  query: SearchQuery,
  hits: readonly RankedHit<SearchCandidate>[],
  stage: SearchStage,
): boolean {
  const least = rankOfExtent(leastExtent(query))
  return hits.some(hit => {
    if (hit.quality !== 'exact') return false
    if (query.numbers.length > 0) return rankOfExtent(hit.extent) >= least
    return hit.extent === 'said' && (stage === 'here' || stage === 'everywhere' || isFamily(hit))
  })
}

function leastExtent(query: SearchQuery) {
  return isDecidedByNumber(query) ? 'words' : 'name'
}

/** True when somebody found differs from what was typed by a slip only, and is named so fully that it is surely one. */
export function isSettledWithSlip(
  query: SearchQuery,
  hits: readonly RankedHit<SearchCandidate>[],
  stage: SearchStage,
): boolean {
  const isLate = stage === 'here' || stage === 'everywhere'
  return hits.some(hit => hit.extent === 'said' && (isLate || query.numbers.length > 0 || isFamily(hit)))
}

/** Found by the own name beside a relative's. */
function isFamily(hit: RankedHit<SearchCandidate>): boolean {
  return hit.nameRanges.length > 0 && hit.relativeRanges.some(ranges => ranges.length > 0)
}
