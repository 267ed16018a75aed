/** Shapes of `/api/v1/health`. */

import { Type } from 'typebox'
import { healthFilters, healthSorts } from '#domain/lists.ts'
import { nullable, pageOf } from './common.ts'
import { listQuery, oneOf } from './lists.ts'
import { criticalityLevel, healthLevel, projectState, usePage } from './packages.ts'

export const healthItem = Type.Object({
  subject: Type.String(),
  project: nullable(Type.String()),
  packages: Type.Array(Type.String()),
  health: nullable(Type.Number()),
  healthFigure: Type.String(),
  known: Type.Number(),
  level: healthLevel,
  state: nullable(projectState),
  stateFigure: Type.String(),
  absenceFactor: nullable(Type.Number()),
  absenceFigure: nullable(Type.String()),
  scorecard: nullable(Type.Number()),
  openCodeLevel: nullable(Type.Object({ low: Type.Number(), high: Type.Number() })),
  warnings: Type.Array(oneOf(healthFilters.warning)),
  hasFunding: Type.Boolean(),
  lastReleaseOn: nullable(Type.String()),
  lastCommitOn: nullable(Type.String()),
  products: Type.Integer(),
  criticality: Type.Number(),
  /** Null where it counts the products in sight alone. */
  criticalityFigure: nullable(Type.String()),
  criticalityLevel,
})

export const healthPage = pageOf(healthItem)
export const healthQuery = listQuery(healthSorts, healthFilters)
export const healthParams = Type.Object({ '*': Type.String({ minLength: 1, maxLength: 1000 }) })

/** Criticality against health, over subjects in sight. */
export const quadrant = Type.Object({
  cells: Type.Array(Type.Object({ criticality: criticalityLevel, level: healthLevel, count: Type.Integer() })),
  listed: Type.Integer(),
  /** Packages in sight of which nothing is known. */
  unlisted: Type.Integer(),
})

/** `indicators` and `funding` as the assessment has them. */
export const healthDetail = Type.Object({
  subject: healthItem,
  indicators: Type.Any(),
  open: Type.Any(),
  warnings: Type.Any(),
  funding: Type.Any(),
  products: usePage,
})
