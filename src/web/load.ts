/** How a page loads: one question, kept under its address and the unit that is chosen. */

import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { getJson, type Query } from './api.ts'
import { useSearchState } from './search-state.ts'

export function useAnswer<T>(path: string, query: Query = {}): UseQueryResult<T> {
  const [{ unit }] = useSearchState()
  const asked = { ...query, unit }
  return useQuery({
    queryKey: [path, asked],
    queryFn: ({ signal }) => getJson<T>(path, asked, signal),
    placeholderData: keepPreviousData,
  })
}

/** A page of a list as the server hands it over; see `pageOf` of the API. */
export type Page<Row> = {
  readonly items: readonly Row[]
  readonly next: string | null
  readonly total: { readonly count: number; readonly kind: 'exact' | 'at-least' }
}

export type List<Row> = {
  readonly rows: readonly Row[]
  readonly total: Page<Row>['total'] | null
  readonly more: { readonly load: () => void; readonly isLoading: boolean } | null
  readonly error: unknown
  readonly isLoading: boolean
  readonly retry: () => void
}

/** A list that goes on by key. */
export function useList<Row>(path: string, query: Query): List<Row> {
  const [{ unit }] = useSearchState()
  const asked = { ...query, unit }
  const result = useInfiniteQuery({
    queryKey: [path, 'list', asked],
    queryFn: ({ pageParam, signal }) => getJson<Page<Row>>(path, { ...asked, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  return {
    rows: result.data?.pages.flatMap(({ items }) => items) ?? [],
    total: result.data?.pages[0]?.total ?? null,
    more: result.hasNextPage ? { load: () => void result.fetchNextPage(), isLoading: result.isFetchingNextPage } : null,
    error: result.error,
    isLoading: result.isPending,
    retry: () => void result.refetch(),
  }
}
