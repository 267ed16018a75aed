/** Shapes of `/api/v1/units`. */

import { Type } from 'typebox'
import { nullable } from './common.ts'

/** Those in sight; a parent that is not in sight is named all the same. */
export const unitsAnswer = Type.Object({
  items: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), parent: nullable(Type.String()) })),
})
