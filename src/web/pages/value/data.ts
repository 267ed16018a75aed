import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { getJson } from '#web/api.ts'
import { useAnswer } from '#web/load.ts'
import type { Band, FigureBody, MoneyBand } from '#web/figure.ts'
import type { AgilitySection, AlternativesSection, ValueSection } from '#web/sections.ts'

export const useValue = () => useAnswer<ValueSection>('/api/v1/value')
export const useAlternatives = () => useAnswer<AlternativesSection>('/api/v1/alternatives')
export const useAgility = () => useAnswer<AgilitySection>('/api/v1/agility')

/** Computed by the server from other assumptions; nothing of it is kept. */
export type WhatIf = {
  readonly personMonths: FigureBody<Band>
  readonly figure: FigureBody<MoneyBand>
  readonly assumptions: ValueSection['assumptions']
}

/** `assume` holds `ID=VALUE` as on the command line; nothing is asked while it is empty. */
export function useWhatIf(assume: readonly string[], unit: string | undefined): UseQueryResult<WhatIf> {
  return useQuery({
    queryKey: ['what-if', assume, unit],
    queryFn: ({ signal }) => getJson<WhatIf>('/api/v1/value/what-if', { assume: assume.join(','), unit }, signal),
    enabled: assume.length > 0,
    placeholderData: (before) => before,
  })
}
