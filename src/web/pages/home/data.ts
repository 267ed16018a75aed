import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { severityStates } from '#charts/state.ts'
import { gatherStreams, type Watershed } from '#charts/watershed-streams.ts'
import type { FigureBody, MoneyBand, UnknownReason } from '#web/figure.ts'
import type { Place } from '#web/places.ts'
import { useAnswer } from '#web/load.ts'
import { useSpeech } from '#web/speech.tsx'
import type { Severity } from '#web/rows.ts'

/** A number of rows, with the list and filters that show exactly these. */
export type CountCard = FigureBody<number> & {
  readonly opens: { readonly list: string; readonly filters: Readonly<Record<string, string>> }
}

const places = {
  findings: '/vulnerabilities',
  products: '/inventory',
  packages: '/inventory',
  licenses: '/licenses',
  health: '/risk',
} as const

/** Exactly the rows that were counted. */
export function placeOf({ opens: { list, filters } }: Pick<CountCard, 'opens'>): Place {
  const to = places[list as keyof typeof places] ?? '/inventory'
  return { to, search: { ...filters, ...(list === 'packages' ? { show: 'packages' } : {}) } }
}

/** Part versions of which no advisory could tell. */
export const undecided: Place = { to: '/licenses', search: { isUndecided: 'true' } }

/** What it was in the assessment before. */
export type Before<Value> = {
  readonly assessment: string
  readonly asOf: string
  readonly value: Value | null
  readonly why: UnknownReason | null
}

export type ToDo = CountCard & {
  readonly kind:
    | 'critical-findings'
    | 'where-to-help'
    | 'without-license'
    | 'restricted-terms'
    | 'products-without-documents'
}

export type Overview = {
  readonly asOf: string
  readonly organization: string
  readonly products: number
  readonly isFirst: boolean
  readonly cards: {
    readonly packages: CountCard & { readonly before: Before<number> | null }
    readonly urgent: CountCard & { readonly before: Before<number> | null }
    readonly value: FigureBody<MoneyBand> & { readonly before: Before<MoneyBand> | null }
    readonly given: FigureBody<MoneyBand> & { readonly before: Before<MoneyBand> | null }
  }
  readonly bySeverity: readonly (CountCard & { readonly severity: Severity; readonly before: Before<number> | null })[]
  readonly toDo: readonly ToDo[]
}

export function useOverview(): UseQueryResult<Overview> {
  return useAnswer<Overview>('/api/v1/overview')
}

type Used = {
  readonly packages: readonly {
    readonly name: string
    readonly ecosystem: string | null
    /** The gravest finding; null without one. */
    readonly severity: Severity | null
    readonly isLookedUp: boolean
    readonly rank: number
    /** Positions in `products`. */
    readonly products: readonly number[]
  }[]
  readonly products: readonly string[]
}

/** What flows where, gathered to forty streams; cut to a product or a package where one is named. */
export function useWatershed(
  subject: { readonly product?: string; readonly package?: string } = {},
): UseQueryResult<Watershed> {
  const { words, formats, language } = useSpeech()
  const answer = useAnswer<Used>('/api/v1/watershed', subject)
  const { data } = answer
  return useQuery({
    queryKey: ['streams', subject, language, answer.dataUpdatedAt],
    queryFn: () =>
      gatherStreams(
        (data?.packages ?? []).map(({ name, ecosystem, severity, isLookedUp, rank, products }) => ({
          name,
          ecosystem: ecosystem ?? words.inventory.notStated,
          state: severity !== null ? severityStates[severity] : isLookedUp ? 'plain' : 'unknown',
          rank,
          products,
        })),
        data?.products ?? [],
        {
          otherEcosystems: words.front.otherEcosystems,
          morePackages: (count) => words.front.morePackages(formats.count(count)),
          moreProducts: (count) => words.front.moreProducts(formats.count(count)),
        },
      ),
    enabled: data !== undefined,
  })
}
