import type { CallError } from '../../../src/contract/errors'
import { type PersonHit, searchPersons } from '../../../src/contract/person-calls'
import type { Board, BoardCard } from '../../../src/contract/visit-calls'
import { useCallQuery } from '../../data/use-call-query'
import { useBoard } from '../../frame/use-board'

const mostHits = 40
const mostRecent = 12

/** Whom the reception can choose from: the hits of a search, or with an empty box those of today. */
export type PeopleToChoose = {
  readonly kind: 'results' | 'today'
  readonly hits: readonly PersonHit[]
  readonly expected: readonly BoardCard[]
  readonly recent: readonly BoardCard[]
  /** Everybody in the order of the screen. */
  readonly ids: readonly string[]
  /** Who is chosen before anybody moved; nobody while the box is empty, so that Enter puts nobody into the queue. */
  readonly firstId: string | null
  /** True while what is shown belongs to an earlier text. */
  readonly isStale: boolean
  readonly isExact: boolean
  readonly persons: number
  readonly tookMs: number
  readonly error: CallError | null
  readonly retry: () => void
}

/** Searches as is typed. */
export function usePeopleToChoose(typed: string): PeopleToChoose {
  const wanted = typed.trim()
  const isSearching = wanted !== ''
  const found = useCallQuery(
    searchPersons,
    { text: wanted, limit: mostHits },
    { isOn: isSearching, keep: true },
  )
  const { board } = useBoard()
  const hits = isSearching ? inGroups(found.data?.hits ?? []) : []
  const expected = board?.expected ?? []
  const recent = board ? recentOf(board) : []
  const today = [...expected, ...recent].map(card => card.personId)
  return {
    kind: isSearching ? 'results' : 'today',
    hits,
    expected,
    recent,
    ids: isSearching ? hits.map(hit => hit.personId) : [...new Set(today)],
    firstId: hits[0]?.personId ?? null,
    isStale: isSearching && (found.isStale || found.isLoading || found.data === null),
    isExact: found.data?.exact === true && hits.length === 1,
    persons: found.data?.persons ?? 0,
    tookMs: found.data?.tookMs ?? 0,
    error: isSearching ? found.error : null,
    retry: found.retry,
  }
}

export const groupOrder: readonly PersonHit['group'][] = ['appointment', 'here', 'similar', 'elsewhere']

function inGroups(hits: readonly PersonHit[]): readonly PersonHit[] {
  return groupOrder.flatMap(group => hits.filter(hit => hit.group === group))
}

/** Those who came last, from whichever lane they are in. */
function recentOf(board: Board): readonly BoardCard[] {
  return [...board.screening, ...board.injection, ...board.observation, ...goneWithoutDose(board)]
    .sort((a, b) => String(b.openedAt).localeCompare(String(a.openedAt)))
    .slice(0, mostRecent)
}

/** Whoever was deferred, referred or left stays visible where they were taken in. */
function goneWithoutDose(board: Board): readonly BoardCard[] {
  return board.done.filter(({ outcome }) => outcome !== null && outcome !== 'vaccinated')
}
