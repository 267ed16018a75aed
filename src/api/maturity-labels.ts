/** Shapes of `/api/v1/maturity-labels`. */

import { Type } from 'typebox'

/** What stands for ids in the language that was asked for: names of levels from 0 on, indicators by id. */
export const maturityLabels = Type.Object({
  levels: Type.Array(Type.String()),
  indicators: Type.Record(Type.String(), Type.String()),
})
