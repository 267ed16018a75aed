import type { UseQueryResult } from '@tanstack/react-query'
import type { PortalWords as Words } from '#text/portal-words.ts'
import { useAnswer } from '#web/load.ts'

export type Openness = keyof Words['licenses']['opennesses']
export type Certainty = keyof Words['portal']['licenses']['certainties']

/** Part versions in sight, by what is asked of their terms; each count opens the rows it counts. */
export type LicenseSummary = {
  readonly parts: number
  readonly byOpenness: readonly { readonly openness: Openness; readonly parts: number }[]
  readonly byReciprocity: readonly {
    readonly reciprocity: keyof Words['licenses']['reciprocities']
    readonly parts: number
  }[]
  readonly byCertainty: readonly { readonly certainty: Certainty; readonly parts: number }[]
  readonly licenses: readonly { readonly license: string; readonly parts: number }[]
  readonly duties: readonly { readonly duty: string; readonly parts: number }[]
  readonly network: number
  readonly disputed: number
}

export function useLicenses(): UseQueryResult<LicenseSummary> {
  return useAnswer<LicenseSummary>('/api/v1/license-summary')
}

export type LicensedPart = {
  readonly purl: string | null
  readonly package: string
  readonly name: string
  readonly version: string | null
  readonly license: string | null
  readonly licenseText: string | null
  readonly openness: Openness
  readonly reciprocity: keyof Words['licenses']['reciprocities'] | null
  readonly certainty: Certainty
  readonly network: boolean
  readonly duties: readonly string[]
  readonly products: number
}

export const partsPath = '/api/v1/licenses'
