import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { CoverageBody } from '#api/common.ts'
import { getJson } from '#web/api.ts'
import { useAnswer, type Area } from '#web/load.ts'
import { useSearchState } from '#web/search-state.ts'
import type { FigureBody, MoneyBand } from '#web/figure.ts'
import type { AgilitySection, AlternativesSection, ValueSection } from '#web/sections.ts'

export type NamedWorth = FigureBody<MoneyBand> & {
  readonly subject: string
  readonly name: string
  readonly coverage: CoverageBody | null
}

/** `area` lacks what tells of the whole organization for those who may not see all of it. */
export type ValueAnswer = {
  readonly total: FigureBody<MoneyBand>
  readonly byUnit: readonly NamedWorth[]
  readonly withheld: readonly string[]
  /** Between which numbers an assumption can be tried out. */
  readonly bounds: Readonly<Record<string, { readonly least: number; readonly most: number }>>
  readonly area: Pick<ValueSection, 'assumptions'> & Partial<ValueSection>
}

export const useValue = () => useAnswer<ValueAnswer>('/api/v1/value')
export const useAlternatives = () => useAnswer<Area<AlternativesSection>>('/api/v1/alternatives')
export const useAgility = () => useAnswer<Area<AgilitySection>>('/api/v1/agility')
export const packagesPath = '/api/v1/packages'
export const productsPath = '/api/v1/products'

/** Computed by the server from other assumptions; nothing of it is kept. */
export type WhatIf = {
  readonly before: FigureBody<MoneyBand>
  readonly after: FigureBody<MoneyBand>
}

/** `assume` holds `ID=VALUE` as on the command line; nothing is asked while it is empty. */
export function useWhatIf(assume: readonly string[]): UseQueryResult<WhatIf> {
  const [{ unit }] = useSearchState()
  const repeated = new URLSearchParams(assume.map((one) => ['assume', one]))
  return useQuery({
    queryKey: ['what-if', assume, unit],
    queryFn: ({ signal }) => getJson<WhatIf>(`/api/v1/value/what-if?${repeated}`, {}, signal, unit),
    enabled: assume.length > 0,
    placeholderData: (before) => before,
  })
}
