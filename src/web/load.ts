/** How a page loads: one question, kept under its address and the unit that is chosen. */

import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { getJson, type Query } from './api.ts'
import { useSearchState } from './search-state.ts'

export function useAnswer<T>(path: string, query: Query = {}): UseQueryResult<T> {
  const [{ unit }] = useSearchState()
  return useQuery({
    queryKey: [path, query, unit],
    queryFn: ({ signal }) => getJson<T>(path, query, signal, unit),
    placeholderData: keepPreviousData,
  })
}

/** One area of the assessment. `withheld` names what tells of the whole organization and is not for who sees a part of it. */
export type Area<T> = { readonly asOf: string; readonly withheld: readonly string[]; readonly area: T }

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

const mostAtOnce = 500

/** The first rows of a list, page by page. */
export async function loadRows<Row>(
  path: string,
  query: Query,
  unit: string | undefined,
  most: number,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  let after: string | undefined
  do {
    const limit = Math.min(mostAtOnce, most - rows.length)
    const page: Page<Row> = await getJson<Page<Row>>(path, { ...query, limit, after }, undefined, unit)
    rows.push(...page.items)
    after = page.next ?? undefined
  } while (after !== undefined && rows.length < most)
  return rows
}

/** A list that goes on by key. */
export function useList<Row>(path: string, query: Query): List<Row> {
  const [{ unit }] = useSearchState()
  const result = useInfiniteQuery({
    queryKey: [path, 'list', query, unit],
    queryFn: ({ pageParam, signal }) => getJson<Page<Row>>(path, { ...query, after: pageParam }, signal, unit),
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
