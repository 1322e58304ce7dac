import { rankOfExtent as rankOf } from './extent'
import { type SearchCandidate, type SearchHit, scoreHit } from './search-match'
import type { SearchQuery } from './search-query'

/** The groups of the reception list, in the order they are shown. */
export type HitGroup = 'appointment-today' | 'this-point' | 'elsewhere' | 'similar'

const groupOrder: readonly HitGroup[] = ['appointment-today', 'this-point', 'elsewhere', 'similar']

/** A candidate that fits, where it is listed, and what to mark in it. */
export type RankedHit<C extends SearchCandidate> = SearchHit & {
  readonly candidate: C
  readonly group: HitGroup
}

/** The candidates of one search, each compared once however often the list is asked for. */
export function createRanking<C extends SearchCandidate>(query: SearchQuery) {
  const hits: RankedHit<C>[] = []
  let seen = 0
  return {
    /** The list as `rankHits` gives it. `candidates` may only have grown at the end since the last time. */
    of(candidates: readonly C[], limit: number): readonly RankedHit<C>[] {
      for (const candidate of candidates.slice(seen)) {
        const hit = scoreHit(query, candidate)
        if (hit) hits.push({ ...hit, candidate, group: groupOf(hit, candidate) })
      }
      seen = candidates.length
      return demote(hits).sort(compareHits).slice(0, limit)
    },
  }
}

/**
 * Keeps the candidates that fit and puts them in the order of the reception list: appointment today, of this point,
 * elsewhere, similar; inside a group by score, then by the latest visit, then by name and id, so that the order never jumps.
 * Similar ones come only when `limit` is not reached by exact ones.
 */
export function rankHits<C extends SearchCandidate>(
  query: SearchQuery,
  candidates: readonly C[],
  limit = 50,
): readonly RankedHit<C>[] {
  return createRanking<C>(query).of(candidates, limit)
}

/**
 * Where somebody has exactly the name that was typed, those who only have its words or their beginnings are similar:
 * a namesake from elsewhere is rather meant than a neighbour called otherwise.
 */
function demote<C extends SearchCandidate>(hits: readonly RankedHit<C>[]): RankedHit<C>[] {
  const best = Math.max(...hits.filter(hit => hit.quality === 'exact').map(hit => rankOf(hit.extent)))
  if (best < rankOf('name')) return [...hits]
  return hits.map(hit => (rankOf(hit.extent) >= best ? hit : { ...hit, group: 'similar' }))
}

function groupOf(hit: SearchHit, candidate: SearchCandidate): HitGroup {
  if (hit.quality === 'similar') return 'similar'
  if (candidate.hasAppointmentToday) return 'appointment-today'
  return candidate.isOfThisPoint ? 'this-point' : 'elsewhere'
}

/** The order of the list. Of those who are only similar, a whole name with a slip is rather meant than stray words. */
export function compareHits(a: RankedHit<SearchCandidate>, b: RankedHit<SearchCandidate>): number {
  return (
    groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group) ||
    (a.group === 'similar' ? rankOf(b.extent) - rankOf(a.extent) : 0) ||
    b.score - a.score ||
    compareText(b.candidate.lastVisitOn ?? '', a.candidate.lastVisitOn ?? '') ||
    compareText(a.candidate.name, b.candidate.name) ||
    compareText(a.candidate.personId, b.candidate.personId)
  )
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
