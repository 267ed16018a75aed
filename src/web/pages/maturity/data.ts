import type { Static } from 'typebox'
import type { UseQueryResult } from '@tanstack/react-query'
import type { maturityLabels } from '#api/maturity-labels.ts'
import type { FigureBody } from '#web/figure.ts'
import { useAnswer, type Area } from '#web/load.ts'
import type { IndicatorTold, LevelTold } from '#web/sections.ts'

type Scope = Omit<LevelTold, 'level' | 'figure'> & { readonly level: FigureBody<NonNullable<LevelTold['level']>> }

/** The organization first, then units in their order. */
export type MaturityArea = {
  readonly units: readonly {
    readonly unit: string | null
    readonly whole: Scope
    readonly functions: readonly Scope[]
    readonly stage: Scope
    readonly indicators: readonly (Omit<IndicatorTold, 'unit' | 'figure'> & {
      readonly figure: { readonly id: string }
    })[]
  }[]
}

export type Maturity = {
  readonly levels: readonly LevelTold[]
  readonly stages: readonly LevelTold[]
  readonly indicators: readonly IndicatorTold[]
}

export const useMaturity = (): UseQueryResult<Area<MaturityArea>> => useAnswer<Area<MaturityArea>>('/api/v1/maturity')

/** Names of levels and indicators in the language of the page. */
export const useMaturityLabels = () => useAnswer<Static<typeof maturityLabels>>('/api/v1/maturity-labels')

export function rowsOf({ units }: MaturityArea): Maturity {
  const told = ({ level, ...scope }: Scope): LevelTold => ({
    ...scope,
    level: level.value,
    why: level.why,
    figure: level.id ?? '',
  })
  return {
    levels: units.flatMap(({ whole, functions }) => [whole, ...functions].map(told)),
    stages: units.map(({ stage }) => told(stage)),
    indicators: units.flatMap(({ unit, indicators }) =>
      indicators.map(({ figure, ...rest }) => ({ ...rest, unit, figure: figure.id })),
    ),
  }
}
