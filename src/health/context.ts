import type { NamedFigure } from '#domain/figure.ts'
import type { UnitId } from '#domain/organization.ts'
import type { ProjectId } from '#domain/project.ts'

/** What other areas found and this one shows beside its own. All of it may be absent. */
export type HealthContext = {
  /** The aggregate of OpenSSF Scorecard for a project, brought or read offline. */
  readonly scorecardOf?: ((project: ProjectId) => NamedFigure<number> | undefined) | undefined
  /** Only what products of this unit use; the whole organization when undefined. */
  readonly unit?: UnitId | undefined
}

export const emptyHealthContext: HealthContext = {}
