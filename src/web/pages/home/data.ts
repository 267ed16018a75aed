import type { UseQueryResult } from '@tanstack/react-query'
import type { Watershed } from '#charts/watershed-streams.ts'
import { useAnswer } from '#web/load.ts'
import type { FigureBody, MoneyBand } from '#web/figure.ts'

/** What waits for somebody. Each opens exactly the rows it counts. */
export type ToDo = {
  readonly kind:
    | 'critical-findings'
    | 'high-findings'
    | 'not-looked-up'
    | 'without-license'
    | 'restricted-licenses'
    | 'where-to-help'
    | 'targets-missed'
    | 'expired'
    | 'forks-without-plan'
    | 'stale-prices'
    | 'undeclared'
  readonly count: number
  /** Opens how it was counted; null where the rows themselves are the count. */
  readonly figure: string | null
}

export type Home = {
  readonly toDo: readonly ToDo[]
  readonly packages: FigureBody<number>
  readonly products: FigureBody<number>
  readonly critical: FigureBody<number>
  readonly high: FigureBody<number>
  readonly value: FigureBody<MoneyBand>
  readonly given: FigureBody<MoneyBand>
  /** The assessment before; null for the first. */
  readonly before: {
    readonly asOf: string
    readonly packages: number | null
    readonly critical: number | null
    readonly value: MoneyBand | null
    readonly given: MoneyBand | null
  } | null
}

export function useHome(): UseQueryResult<Home> {
  return useAnswer<Home>('/api/v1/home')
}

/** Gathered to forty streams; cut to a product or a package where one is named. */
export function useWatershed(subject: { readonly product?: string; readonly package?: string } = {}) {
  return useAnswer<Watershed>('/api/v1/watershed', subject)
}
