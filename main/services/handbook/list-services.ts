import {
  countHandbookLists,
  type HandbookFilter,
  listHandbookLines,
} from '../../../src/contract/handbook-list-calls'
import { isEmptySearch, parseSearch } from '../../../src/domain/person/search-query'
import {
  type HandbookLine,
  type HandbookList,
  handbookLists,
} from '../../../src/domain/report/handbook-lists'
import { matchingIds } from '../person/search-persons'
import { type Service, type ServiceContext, serve } from '../service'
import { keptLists } from './kept-lists'
import { madeOf } from './made'
import { hitsOf } from './people-of'
import { programmeServices } from './programme-services'

/** So many persons at most a text narrows a list to. */
const mostMatches = 500

const listLinesService = serve(listHandbookLines, (context, { list, filter, offset, limit }) => {
  const lines = narrowed(context, list, filter)
  const shown = lines.slice(offset, offset + limit)
  const hitOf = hitsOf(
    context,
    shown.map(({ personId }) => personId),
  )
  return {
    made: madeOf(context, keptLists(context.store), 'handbook.lists'),
    total: lines.length,
    lines: shown.flatMap(line => {
      const hit = hitOf(line.personId)
      return hit ? [{ hit, line }] : []
    }),
  }
})

const countListsService = serve(countHandbookLists, (context, { list, filter }) => {
  const { communeByCode } = context.resources.units
  return {
    made: madeOf(context, keptLists(context.store), 'handbook.lists'),
    lists: handbookLists.map(each => {
      const lines = narrowed(context, each, filter)
      return {
        list: each,
        lines: lines.length,
        late: lines.filter(({ daysLate }) => daysLate !== null).length,
      }
    }),
    places: countPlaces(narrowed(context, list, { ...filter, place: null })).map(place => ({
      ...place,
      communeName: communeByCode.get(place.communeCode)?.name ?? null,
    })),
  }
})

/** The lines of a list under a filter. */
export function narrowed(
  context: ServiceContext,
  list: HandbookList,
  { place, text, lateDays }: HandbookFilter,
): readonly HandbookLine[] {
  const all = keptLists(context.store)?.lists.get(list) ?? []
  const among = amongOf(context, text)
  return all.filter(
    ({ personId, communeCode, hamlet, daysLate }) =>
      (place === null || place.communeCode === communeCode) &&
      (place === null || place.hamlet === null || place.hamlet === hamlet) &&
      (lateDays === null || (daysLate !== null && daysLate >= lateDays)) &&
      (among === null || among.has(personId)),
  )
}

/** The persons a text may mean; null where nothing was typed. */
function amongOf(context: ServiceContext, text: string): ReadonlySet<string> | null {
  const query = parseSearch(text, context.today)
  return isEmptySearch(query) ? null : new Set(matchingIds(context, query, mostMatches))
}

function countPlaces(lines: readonly HandbookLine[]) {
  const counts = new Map<string, { readonly communeCode: string; readonly hamlet: string; persons: number }>()
  for (const { communeCode, hamlet } of lines) {
    const key = `${communeCode}|${hamlet}`
    const known = counts.get(key)
    if (known) known.persons += 1
    else counts.set(key, { communeCode, hamlet, persons: 1 })
  }
  return [...counts.values()]
}

export const handbookListServices: readonly Service[] = [
  listLinesService,
  countListsService,
  ...programmeServices,
]
