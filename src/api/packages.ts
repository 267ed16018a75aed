/** Shapes of `/api/v1/packages` and of the questions about who uses what. */

import { Type } from 'typebox'
import { opennesses } from '#domain/license-facts.ts'
import { severities } from '#domain/finding.ts'
import { packageFilters, packageSorts } from '#domain/lists.ts'
import { partKinds } from '#domain/part.ts'
import { moneyBand, nullable, pageOf, pageQuery } from './common.ts'
import { fileFormats, listQuery, oneOf } from './lists.ts'
import { criticalityShape, directnessShape, scopeShape, unitName } from './products.ts'

export const healthLevel = oneOf(['good', 'fair', 'weak', 'withheld'])
export const projectState = oneOf(['active', 'slow', 'dormant', 'unsupported', 'unknown'])
export const criticalityLevel = oneOf(['low', 'medium', 'high'])

export const packageItem = Type.Object({
  key: Type.String(),
  purl: nullable(Type.String()),
  name: Type.String(),
  ecosystem: nullable(Type.String()),
  kind: oneOf(partKinds),
  products: Type.Integer(),
  versions: Type.Integer(),
  criticality: Type.Number(),
  /** Null where it counts the products in sight alone. */
  criticalityFigure: nullable(Type.String()),
  criticalityLevel,
  health: nullable(Type.Number()),
  level: nullable(healthLevel),
  state: nullable(projectState),
  subject: nullable(Type.String()),
  warnings: Type.Array(oneOf(packageFilters.warning)),
  value: nullable(moneyBand),
  valueFigure: nullable(Type.String()),
  lines: nullable(Type.Integer()),
  /** Part version × advisory; null: none, and not every version could be looked up. */
  findings: nullable(Type.Integer()),
  severity: nullable(oneOf(severities)),
  licenses: Type.Array(Type.String()),
  openness: oneOf(opennesses),
})

export const ofProduct = { product: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })) }
export const packagePage = pageOf(packageItem)
export const packageQuery = listQuery(packageSorts, packageFilters, ofProduct)

export const pathStep = Type.Object({ package: Type.String(), name: Type.String(), version: nullable(Type.String()) })

export const useItem = Type.Object({
  product: Type.String(),
  name: Type.String(),
  unit: nullable(unitName),
  owner: nullable(Type.String()),
  criticality: nullable(criticalityShape),
  versions: Type.Array(nullable(Type.String())),
  scope: scopeShape,
  directness: directnessShape,
  depth: Type.Integer(),
  path: Type.Array(pathStep),
})
export const usePage = pageOf(useItem)

/** `package` is a package URL, with or without version, or `KIND:NAME`. */
export const whereQuery = Type.Object(
  {
    ...pageQuery,
    package: Type.String({ minLength: 1, maxLength: 1000 }),
    below: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    version: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    format: Type.Optional(oneOf(fileFormats)),
  },
  { additionalProperties: false },
)

export const whereAnswer = Type.Object({
  package: Type.String(),
  /** Versions in sight that nobody can compare with the one named. */
  unordered: Type.Integer(),
  products: usePage,
})

export const packageParams = Type.Object({ '*': Type.String({ minLength: 1, maxLength: 1000 }) })

export const packageVersion = Type.Object({
  purl: nullable(Type.String()),
  version: nullable(Type.String()),
  license: nullable(Type.String()),
  products: Type.Integer(),
  /** Null: none, and it could not be looked up. */
  findings: nullable(Type.Integer()),
  remedy: nullable(Type.String()),
})

/** The first products that use it; more by `/api/v1/where-used`. */
export const packageDetail = Type.Object({
  package: packageItem,
  versions: Type.Array(packageVersion),
  products: usePage,
})
