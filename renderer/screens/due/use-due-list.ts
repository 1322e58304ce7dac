import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { type DueLine, type DueList, type DueRequest, listDue } from '../../../src/contract/due-calls'
import { call } from '../../api'
import { CallFailure, pageKey } from '../../data/use-call-query'
import type { DueChoice } from './due-choice'

const pageSize = 100

/** Reads the pages that are in view, the first one always: it knows how many there are and whether all is up to date. */
export function useDueList(filter: DueRequest, order: DueChoice['order'], indexes: readonly number[]) {
  const wanted = [...new Set([0, ...indexes.map(index => Math.floor(index / pageSize))])]
  const pages = useQueries({
    queries: wanted.map(page => ({
      queryKey: pageKey(listDue, { filter, order, offset: page * pageSize }),
      queryFn: async (): Promise<DueList> => {
        const answer = await call(listDue, { filter, order, offset: page * pageSize, limit: pageSize })
        if (!answer.ok) throw new CallFailure(answer.error)
        return answer.value
      },
      ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
    })),
  })
  const [first] = pages
  const failed = pages.map(({ error }) => error).find(error => error instanceof CallFailure) ?? null
  return {
    first: first?.data ?? null,
    isLoading: first?.isPending ?? true,
    lineAt: (index: number): DueLine | null =>
      pages[wanted.indexOf(Math.floor(index / pageSize))]?.data?.lines[index % pageSize] ?? null,
    error: failed?.error ?? null,
    retry: () => void Promise.all(pages.filter(({ isError }) => isError).map(page => page.refetch())),
  }
}
