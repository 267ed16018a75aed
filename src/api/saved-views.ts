/** Shapes of `/api/v1/saved-views`. */

import { Type } from 'typebox'
import { savedPages } from '#domain/saved-view.ts'
import { oneOf } from './lists.ts'

const view = {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  page: oneOf(savedPages),
  /** The search part of the page's address, without the question mark: never a whole address. */
  search: Type.String({ maxLength: 4_000 }),
  isShared: Type.Boolean(),
}

export const savedViewBody = Type.Object(view, { additionalProperties: false })
export const savedViewParams = Type.Object({ id: Type.Integer({ minimum: 1 }) })
export const savedViews = Type.Object({
  items: Type.Array(Type.Object({ id: Type.Integer(), ...view, isOwn: Type.Boolean() })),
  /** Whether who asks may share. */
  mayShare: Type.Boolean(),
})
export const keptView = Type.Object({ id: Type.Integer() })
