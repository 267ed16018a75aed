/** Shapes of `/api/v1/licenses`. */

import { Type } from 'typebox'
import { opennesses, reciprocities } from '#domain/license-facts.ts'
import { partFilters, partSorts } from '#domain/lists.ts'
import { partKinds } from '#domain/part.ts'
import { nullable, pageOf } from './common.ts'
import { listQuery, oneOf } from './lists.ts'
import { ofProduct } from './packages.ts'

const certainty = oneOf(['stated', 'guessed', 'unclear', 'absent'])
const reciprocity = oneOf(reciprocities)

/** A part version with its terms. */
export const licensedPart = Type.Object({
  purl: nullable(Type.String()),
  name: Type.String(),
  version: nullable(Type.String()),
  ecosystem: nullable(Type.String()),
  kind: oneOf(partKinds),
  license: nullable(Type.String()),
  licenseText: nullable(Type.String()),
  openness: oneOf(opennesses),
  reciprocity: nullable(reciprocity),
  certainty,
  network: Type.Boolean(),
  isDisputed: Type.Boolean(),
  duties: Type.Array(Type.String()),
  remedy: nullable(Type.String()),
  package: Type.String(),
  products: Type.Integer(),
})

export const licensePage = pageOf(licensedPart)
export const licenseQuery = listQuery(partSorts, partFilters, ofProduct)

const counted = (word: string) => Type.Array(Type.Object({ [word]: Type.String(), parts: Type.Integer() }))

/** Part versions in sight, by what is asked of their terms. */
export const licenseSummary = Type.Object({
  parts: Type.Integer(),
  byOpenness: counted('openness'),
  byReciprocity: counted('reciprocity'),
  byCertainty: counted('certainty'),
  licenses: counted('license'),
  duties: counted('duty'),
  network: Type.Integer(),
  disputed: Type.Integer(),
})
