import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { Call, RequestOf, ResponseOf } from '../../../src/contract/call'
import { call } from '../../api'
import { CallFailure, pageKey } from '../../data/use-call-query'

const pageSize = 100

/** Reads the pages of a long list that are in view, the first one always: it knows how many there are. */
export function usePages<C extends Call, T>(
  definition: C,
  requestOf: (page: { readonly offset: number; readonly limit: number }) => RequestOf<C>,
  read: (answer: ResponseOf<C>) => { readonly total: number; readonly items: readonly T[] },
) {
  const [seen, setSeen] = useState<readonly number[]>([0])
  const pages = useQueries({
    queries: seen.map(page => {
      const request = requestOf({ offset: page * pageSize, limit: pageSize })
      return {
        queryKey: pageKey(definition, request),
        queryFn: async () => {
          const answer = await call(definition, request)
          if (!answer.ok) throw new CallFailure(answer.error)
          return read(answer.value)
        },
        ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
      }
    }),
  })
  const failed = pages.map(({ error }) => error).find(error => error instanceof CallFailure) ?? null
  return {
    total: pages[0]?.data?.total ?? 0,
    isLoading: pages[0]?.isPending ?? true,
    itemAt: (index: number): T | null =>
      pages[seen.indexOf(Math.floor(index / pageSize))]?.data?.items[index % pageSize] ?? null,
    error: failed?.error ?? null,
    retry: () => void Promise.all(pages.filter(({ isError }) => isError).map(page => page.refetch())),
    onView(indexes: readonly number[]): void {
      const wanted = [...new Set([0, ...indexes.map(index => Math.floor(index / pageSize))])]
      setSeen(now => (now.join() === wanted.join() ? now : wanted))
    },
  }
}
