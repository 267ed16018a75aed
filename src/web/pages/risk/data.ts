import type { UseQueryResult } from '@tanstack/react-query'
import type { PortalWords as Words } from '#text/portal-words.ts'
import { useAnswer, type Page } from '#web/load.ts'
import type { Use } from '#web/rows.ts'

export type Level = keyof Words['sustain']['levels']

export type HealthRow = {
  readonly subject: string
  readonly project: string | null
  readonly packages: readonly string[]
  readonly health: number | null
  readonly healthFigure: string
  readonly level: Level
  readonly state: keyof Words['sustain']['states'] | null
  readonly stateFigure: string
  readonly absenceFactor: number | null
  readonly absenceFigure: string | null
  readonly warnings: readonly (keyof Words['sustain']['warnings'])[]
  readonly hasFunding: boolean
  readonly lastReleaseOn: string | null
  readonly products: number
  readonly criticality: number
  /** Null where it counts the products in sight alone. */
  readonly criticalityFigure: string | null
}

export type Quadrant = {
  readonly cells: readonly {
    readonly criticality: keyof Words['sustain']['criticalityLevels']
    readonly level: Level
    readonly count: number
  }[]
  readonly listed: number
  readonly unlisted: number
}

export const healthPath = '/api/v1/health'

export function useQuadrant(): UseQueryResult<Quadrant> {
  return useAnswer<Quadrant>('/api/v1/health-quadrant')
}

/** Those at risk first; enough for the picture. */
export function useMostAtRisk(): UseQueryResult<Page<HealthRow>> {
  return useAnswer<Page<HealthRow>>(healthPath, { sort: 'risk', limit: 200 })
}

export type ProjectDetail = {
  readonly subject: HealthRow
  readonly indicators: readonly {
    readonly indicator: string
    readonly answer: 'passed' | 'failed'
    readonly figure: { readonly id: string }
  }[]
  readonly products: Page<Use>
}

export function useProject(subject: string): UseQueryResult<ProjectDetail> {
  return useAnswer<ProjectDetail>(`${healthPath}/${subject.split('/').map(encodeURIComponent).join('/')}`)
}
