import type { UseQueryResult } from '@tanstack/react-query'
import { useAnswer, type Page } from '#web/load.ts'
import type { PackageRow, Use } from '#web/rows.ts'

export type PackageVersion = {
  readonly purl: string | null
  readonly version: string | null
  readonly license: string | null
  readonly products: number
  /** Null: none, and it could not be looked up. */
  readonly findings: number | null
  readonly remedy: string | null
}

export type PackageAnswer = {
  readonly package: PackageRow
  readonly versions: readonly PackageVersion[]
}

/** The key of a package is its package URL without version. */
export function usePackage(key: string): UseQueryResult<PackageAnswer> {
  return useAnswer<PackageAnswer>(`/api/v1/packages/${key.split('/').map(encodeURIComponent).join('/')}`)
}

export type WhereUsed = { readonly unordered: number; readonly products: Page<Use> }

/** Products that use it, each with the shortest way to it; `below` keeps versions below one, `version` that one alone. */
export function useWhereUsed(
  key: string,
  { below, version }: { readonly below: string | undefined; readonly version: string | undefined },
): UseQueryResult<WhereUsed> {
  return useAnswer<WhereUsed>('/api/v1/where-used', { package: key, below, version, limit: 500 })
}

export const findingsPath = '/api/v1/findings'
