/** Shapes of `/api/v1/watershed`. */

import { Type } from 'typebox'
import { severities } from '#domain/finding.ts'
import { nullable } from './common.ts'
import { oneOf } from './lists.ts'

export const watershedQuery = Type.Object(
  {
    product: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    package: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })),
  },
  { additionalProperties: false },
)

/** What flows to which products; the portal gathers it to forty streams. */
export const watershedAnswer = Type.Object({
  packages: Type.Array(
    Type.Object({
      name: Type.String(),
      ecosystem: nullable(Type.String()),
      /** The gravest finding; null without one. */
      severity: nullable(oneOf(severities)),
      isLookedUp: Type.Boolean(),
      /** Of those with a finding the smallest are the gravest. */
      rank: Type.Integer(),
      /** Positions in `products`. */
      products: Type.Array(Type.Integer()),
    }),
  ),
  products: Type.Array(Type.String()),
})
