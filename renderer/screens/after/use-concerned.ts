import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { Answer } from '../../../src/contract/call'
import type { ConcernedLine, ConcernedPage } from '../../../src/contract/contact-calls'
import { CallFailure, pageKey } from '../../data/use-call-query'

const pageSize = 100

/** One page of a list, whichever list it is. */
export type ReadPage = (page: {
  readonly offset: number
  readonly limit: number
}) => Promise<Answer<ConcernedPage>>

/** Reads the pages in view, the first one always: it knows how many there are. `name` is the call, for reading again. */
export function useConcerned(name: string, key: string, read: ReadPage, indexes: readonly number[]) {
  const wanted = [...new Set([0, ...indexes.map(index => Math.floor(index / pageSize))])]
  const pages = useQueries({
    queries: wanted.map(page => ({
      queryKey: pageKey({ name }, { key, page }),
      queryFn: async () => {
        const answer = await read({ offset: page * pageSize, limit: pageSize })
        if (!answer.ok) throw new CallFailure(answer.error)
        return answer.value
      },
      ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
    })),
  })
  const [first] = pages
  const failed = pages.map(({ error }) => error).find(error => error instanceof CallFailure) ?? null
  return {
    counts: first?.data?.counts ?? null,
    isLoading: first?.isPending ?? true,
    lineAt: (index: number): ConcernedLine | null =>
      pages[wanted.indexOf(Math.floor(index / pageSize))]?.data?.lines[index % pageSize] ?? null,
    error: failed?.error ?? null,
    retry: () => void Promise.all(pages.filter(({ isError }) => isError).map(page => page.refetch())),
  }
}
