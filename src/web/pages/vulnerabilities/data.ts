import type { UseQueryResult } from '@tanstack/react-query'
import { useAnswer, type Page } from '#web/load.ts'
import type { Use } from '#web/rows.ts'

export { useOverview } from '#web/pages/home/data.ts'
export const findingsPath = '/api/v1/findings'

/** Everything an advisory reaches, with the way to it. */
export function useReach(advisory: string): UseQueryResult<Page<Use>> {
  return useAnswer<Page<Use>>(`/api/v1/findings/${encodeURIComponent(advisory)}/affected`, { limit: 200 })
}
