import { keepPreviousData, QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { Call, RequestOf, ResponseOf } from '../../src/contract/call'
import type { CallError } from '../../src/contract/errors'
import type { Noun } from '../../src/domain/journal/entry'
import { call } from '../api'
import { steadyNow } from '../components/steady-now'
import { isLasting, mayChange } from './rests-on'

/** What a read gives a screen. `data` may be there together with `error` when a later read failed. */
export type CallRead<T> = {
  readonly data: T | null
  readonly error: CallError | null
  /** True until the first answer. */
  readonly isLoading: boolean
  /** True while `data` still belongs to the payload before. */
  readonly isStale: boolean
  /** True while an answer is awaited, the first or a newer one. */
  readonly isReading: boolean
  /** When `data` came, in steady milliseconds (`steadyNow`); 0 before the first answer. */
  readonly readAtMs: number
  readonly retry: () => void
}

/** What main refused, on its way through the query client. */
export class CallFailure extends Error {
  readonly error: CallError
  constructor(error: CallError) {
    super(error.code)
    this.error = error
  }
}

/** One client for the window. Main is on the same machine: no network modes, no retries behind the user's back. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 5_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Reads again everything on the screen that can change. */
export function readAgain(): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !isLasting(String(queryKey[0])) })
}

/** Reads again what these records may have changed. */
export function readChanged(nouns: readonly Noun[]): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => mayChange(String(queryKey[0]), nouns) })
}

/** Reads of what a running job changes, and how far it is. */
const moving = new Set([
  'job.get',
  'job.list',
  'immunization.list-due',
  'immunization.count-due',
  'duplicate.list',
  'register-doctor.summarize',
  'handbook.count-lists',
  'handbook.get-report',
  'report.get',
  'indicator.get',
])

/** Reads again what shows a running job; the rest of the screen stays as it is until the job has ended. */
export function readProgress(): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => moving.has(String(queryKey[0])) })
}

/** Reads again what shows the link to the province; a long upload does not make every list read anew. */
export function readLink(): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('link.') })
}

type Kept<T> = { readonly value: T; readonly readAtMs: number }

/** What the window keeps of one read, for `useQuery` and `useQueries` alike: one key always holds one shape. */
export function callQuery<C extends Call>(definition: C, payload: RequestOf<C>) {
  return queryOptions<Kept<ResponseOf<C>>, Error>({
    queryKey: [definition.name, payload],
    queryFn: async () => {
      const answer = await call(definition, payload)
      if (!answer.ok) throw new CallFailure(answer.error)
      return { value: answer.value, readAtMs: steadyNow() }
    },
    staleTime: isLasting(definition.name) ? Number.POSITIVE_INFINITY : 5_000,
  })
}

/** The key of a page of a list, which is kept as its own reader has it, beside what `callQuery` keeps. */
export function pageKey(definition: Pick<Call, 'name'>, page: unknown): readonly unknown[] {
  return [definition.name, page, 'page']
}

/**
 * Reads through the contract and reads again when records change. `keep` shows the old answer while a new one comes;
 * `everyMs` reads again also when nothing is heard of, as after the machine slept.
 */
export function useCallQuery<C extends Call>(
  definition: C,
  payload: RequestOf<C>,
  options: { readonly isOn?: boolean; readonly keep?: boolean; readonly everyMs?: number } = {},
): CallRead<ResponseOf<C>> {
  const query = useQuery({
    ...callQuery(definition, payload),
    enabled: options.isOn ?? true,
    ...(options.everyMs === undefined ? {} : { refetchInterval: options.everyMs }),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
  return {
    data: query.data?.value ?? null,
    error: query.error instanceof CallFailure ? query.error.error : null,
    isLoading: query.isPending && query.fetchStatus !== 'idle',
    isStale: query.isPlaceholderData,
    isReading: query.isFetching,
    readAtMs: query.data?.readAtMs ?? 0,
    retry: () => void query.refetch(),
  }
}
