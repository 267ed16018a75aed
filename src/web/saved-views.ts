/** Views that people keep, as the server hands them over. */

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SavedPage } from '#api/choices.ts'
import type { Search } from './router.tsx'
import { getJson } from './api.ts'

export type SavedView = {
  readonly id: number
  readonly name: string
  readonly page: SavedPage
  readonly search: string
  readonly isShared: boolean
  readonly isOwn: boolean
}

export const savedViewsPath = '/api/v1/saved-views'

export function useSavedViews(): UseQueryResult<{ readonly items: readonly SavedView[]; readonly mayShare: boolean }> {
  return useQuery({ queryKey: [savedViewsPath], queryFn: ({ signal }) => getJson(savedViewsPath, {}, signal) })
}

export function searchOfView({ search }: SavedView): Search {
  return Object.fromEntries(new URLSearchParams(search))
}
