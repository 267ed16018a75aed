/** Shapes of `/api/v1/products`. */

import { Type } from 'typebox'
import { productFilters, productSorts } from '#domain/lists.ts'
import { coverage, moneyBand, nullable, pageOf } from './common.ts'
import { listQuery, oneOf } from './lists.ts'

export const unitName = Type.Object({ id: Type.String(), name: Type.String() })
export const criticalityShape = oneOf(['low', 'medium', 'high', 'mission'])

const bySeverity = Type.Object({
  critical: Type.Integer(),
  high: Type.Integer(),
  medium: Type.Integer(),
  low: Type.Integer(),
  none: Type.Integer(),
  unknown: Type.Integer(),
})

export const productItem = Type.Object({
  id: Type.String(),
  name: Type.String(),
  unit: nullable(unitName),
  owner: nullable(Type.String()),
  criticality: nullable(criticalityShape),
  origin: oneOf(['made', 'bought', 'run']),
  audience: nullable(oneOf(['internal', 'partners', 'public'])),
  /** Null, as the counts below: nothing was read. */
  parts: nullable(Type.Integer()),
  packages: nullable(Type.Integer()),
  direct: nullable(Type.Integer()),
  /** By severity, part version × advisory; null: none, and no part could be looked up. */
  findings: nullable(bySeverity),
  /** For how many of its part versions advisories could be asked. */
  lookedUp: coverage,
  withoutLicense: nullable(Type.Integer()),
  guessedLicenses: nullable(Type.Integer()),
  restricted: nullable(Type.Integer()),
  coverage,
  documents: Type.Integer(),
  newestOn: nullable(Type.String()),
  value: nullable(moneyBand),
  valueCoverage: coverage,
  valueFigure: nullable(Type.String()),
})
export const productPage = pageOf(productItem)
export const productQuery = listQuery(productSorts, productFilters)
export const productParams = Type.Object({ product: Type.String({ minLength: 1, maxLength: 500 }) })

export const scopeShape = oneOf(['runtime', 'optional', 'development', 'unknown'])
export const directnessShape = oneOf(['direct', 'transitive', 'unknown'])

/** `via` is the index of the part through which it comes. */
export const productPart = Type.Object({
  purl: nullable(Type.String()),
  package: Type.String(),
  /** As statements about findings name it. */
  part: Type.String(),
  name: Type.String(),
  version: nullable(Type.String()),
  license: nullable(Type.String()),
  scope: scopeShape,
  directness: directnessShape,
  depth: Type.Integer(),
  /** Null: none, and it could not be looked up. */
  findings: nullable(Type.Integer()),
  via: nullable(Type.Integer()),
})

/** `found` = `taken` + `refused`; the figure opens what was read of the document. */
export const productDocument = Type.Object({
  path: Type.String(),
  found: Type.Integer(),
  taken: Type.Integer(),
  refused: Type.Integer(),
  figure: Type.String(),
})

export const productDetail = Type.Object({
  product: productItem,
  parts: Type.Array(productPart),
  documents: Type.Array(productDocument),
})
