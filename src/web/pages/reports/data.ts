import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { askWhetherMade } from '#web/api.ts'
import { useAnswer } from '#web/load.ts'

export type Reports = {
  readonly items: readonly {
    readonly id: string
    readonly asOf: string
    readonly knownAt: string
    readonly recordedAt: string
  }[]
}

export const useReports = (): UseQueryResult<Reports> => useAnswer<Reports>('/api/v1/reports')

const lookMilliseconds = 2_000

/**
 * Whether the report of an address is made: the id of the job that makes it, or null once it is there. Each job that ends
 * has everything asked again; where news of jobs does not get through, it is asked every few seconds.
 *
 * @param address null asks nothing
 */
export function useMaking(address: string | null): UseQueryResult<string | null> {
  return useQuery({
    queryKey: ['report', address],
    enabled: address !== null,
    queryFn: () => (address === null ? null : askWhetherMade(address)),
    // It may be gone again when it is asked for the next time.
    gcTime: 0,
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state: { data, error } }) => (data === null || error !== null ? false : lookMilliseconds),
  })
}
