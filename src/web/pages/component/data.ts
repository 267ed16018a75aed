import type { UseQueryResult } from '@tanstack/react-query'
import { useAnswer } from '#web/load.ts'
import type { PackageRow, Use } from '#web/rows.ts'

/** The key of a package is its package URL without version. */
export function usePackage(key: string): UseQueryResult<PackageRow> {
  return useAnswer<PackageRow>('/api/v1/packages/one', { key })
}

/** Products that use it, each with the shortest way to it; `below` keeps versions below one. */
export function useWhereUsed(key: string, below: string | undefined): UseQueryResult<{ readonly items: readonly Use[] }> {
  return useAnswer<{ readonly items: readonly Use[] }>('/api/v1/where-used', { package: key, below, limit: 500 })
}

export const findingsPath = '/api/v1/findings'
