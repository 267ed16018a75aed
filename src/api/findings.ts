/** Shapes of `/api/v1/findings`. */

import { Type } from 'typebox'
import { severities } from '#domain/finding.ts'
import { findingFilters, findingSorts } from '#domain/lists.ts'
import { nullable, pageOf, pageQuery } from './common.ts'
import { fileFormats, listQuery, oneOf } from './lists.ts'
import { ofProduct, usePage } from './packages.ts'

export const findingItem = Type.Object({
  id: Type.String(),
  aliases: Type.Array(Type.String()),
  severity: oneOf(severities),
  score: nullable(Type.Number()),
  vector: nullable(Type.String()),
  summary: Type.String(),
  published: nullable(Type.String()),
  modified: nullable(Type.String()),
  package: Type.String(),
  purl: nullable(Type.String()),
  name: Type.String(),
  version: nullable(Type.String()),
  ecosystem: nullable(Type.String()),
  fixed: Type.Array(Type.String()),
  remedy: nullable(Type.String()),
  products: Type.Integer(),
  figure: Type.String(),
})

export const findingPage = pageOf(findingItem)
export const findingQuery = listQuery(findingSorts, findingFilters, ofProduct)
export const findingParams = Type.Object({ finding: Type.String({ minLength: 1, maxLength: 300 }) })

/** The products are those that use any of the affected versions. */
export const findingDetail = Type.Object({ findings: Type.Array(findingItem), products: usePage })

export const affectedQuery = Type.Object(
  { ...pageQuery, format: Type.Optional(oneOf(fileFormats)) },
  { additionalProperties: false },
)
