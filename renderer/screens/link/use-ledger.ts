import { useInfiniteQuery } from '@tanstack/react-query'
import {
  type LedgerFilter,
  type LedgerPage,
  type LedgerRow,
  listLinkLedger,
} from '../../../src/contract/link-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { call } from '../../api'
import { CallFailure, pageKey } from '../../data/use-call-query'

/** The ledger as far as it was scrolled. */
export type Ledger = ReturnType<typeof useLedger>

/** Reads the ledger page by page, newest first; read again from the start whenever something of the link changes. */
export function useLedger(
  filter: LedgerFilter,
  span: { readonly from: CalendarDay; readonly to: CalendarDay },
) {
  const query = useInfiniteQuery({
    queryKey: pageKey(listLinkLedger, { filter, ...span }),
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }): Promise<LedgerPage> => {
      const answer = await call(listLinkLedger, { filter, ...span, after: pageParam })
      if (!answer.ok) throw new CallFailure(answer.error)
      return answer.value
    },
    getNextPageParam: page => page.next,
  })
  const rows: readonly LedgerRow[] = query.data?.pages.flatMap(page => page.rows) ?? []
  return {
    rows,
    hasMore: query.hasNextPage,
    isLoading: query.isPending,
    error: query.error instanceof CallFailure ? query.error.error : null,
    retry: () => void query.refetch(),
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
  }
}
