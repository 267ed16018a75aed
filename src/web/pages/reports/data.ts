import type { UseQueryResult } from '@tanstack/react-query'
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
