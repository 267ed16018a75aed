/** Shapes of `/api/v1/motivators`. */

import { Type } from 'typebox'
import { figureOf, nullable } from './common.ts'

export const motivatorQuery = Type.Object(
  { area: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) },
  { additionalProperties: false },
)

/** Kinds of value × levels; a motivator is a bar from one level to another. Only what consent allows is in it. */
export const motivatorMatrix = Type.Object({
  /** Null is the whole organization. */
  area: nullable(Type.String()),
  areas: Type.Array(Type.Object({ id: nullable(Type.String()), name: Type.String() })),
  /** Names of the levels, from 0 on. */
  levels: Type.Array(Type.String()),
  rows: Type.Array(
    Type.Object({
      kind: Type.String(),
      label: Type.String(),
      bars: Type.Array(
        Type.Object({
          motivator: Type.String(),
          statement: Type.String(),
          from: Type.Integer(),
          to: Type.Integer(),
          state: Type.Union([
            Type.Literal('served'),
            Type.Literal('reachable'),
            Type.Literal('locked'),
            Type.Literal('not-wanted'),
            Type.Literal('unknown'),
          ]),
          people: figureOf(Type.Number()),
        }),
      ),
    }),
  ),
  /** Some of what was said is not shown, because too few people said it. */
  isWithholding: Type.Boolean(),
})
