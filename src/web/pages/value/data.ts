import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { CoverageBody } from '#api/common.ts'
import { getJson } from '#web/api.ts'
import { useAnswer } from '#web/load.ts'
import type { Band, FigureBody, MoneyBand, UnknownReason } from '#web/figure.ts'
import type { AgilitySection, AlternativesSection, ValueSection } from '#web/sections.ts'

export const useValue = () => useAnswer<ValueSection>('/api/v1/value')
export const useAlternatives = () => useAnswer<AlternativesSection>('/api/v1/alternatives')
export const useAgility = () => useAnswer<AgilitySection>('/api/v1/agility')

/** Computed by the server from other assumptions; nothing of it is kept. */
export type WhatIf = { readonly personMonths: FigureBody<Band>; readonly money: FigureBody<MoneyBand> }

type Answer = {
  readonly personMonths: Band | null
  readonly money: MoneyBand | null
  readonly why: UnknownReason | null
  readonly coverage: CoverageBody
}

/** `assume` holds `ID=VALUE` as on the command line; nothing is asked while it is empty. */
export function useWhatIf(assume: readonly string[], unit: string | undefined): UseQueryResult<WhatIf> {
  return useQuery({
    queryKey: ['what-if', assume, unit],
    queryFn: async ({ signal }) => {
      const { personMonths, money, why, coverage } = await getJson<Answer>(
        '/api/v1/value/what-if',
        { assume: assume.join(','), unit },
        signal,
      )
      return { personMonths: { id: null, value: personMonths, why, coverage }, money: { id: null, value: money, why, coverage } }
    },
    enabled: assume.length > 0,
    placeholderData: (before) => before,
  })
}
