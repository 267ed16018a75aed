/** Shapes of `/api/v1/keys`. */

import { Type } from 'typebox'
import { nullable } from './common.ts'
import { permission } from './session.ts'

const key = {
  id: Type.String(),
  label: Type.String(),
  permissions: Type.Array(permission),
  /** Null: all that its maker reaches. */
  units: nullable(Type.Array(Type.String())),
  createdAt: Type.String(),
  expiresAt: Type.String(),
  lastUsedAt: nullable(Type.String()),
  revokedAt: nullable(Type.String()),
}

export const keyParams = Type.Object({ key: Type.String({ minLength: 1, maxLength: 100 }) })

export const keys = Type.Object({ items: Type.Array(Type.Object({ ...key, login: nullable(Type.String()) })) })

export const newKey = Type.Object(
  {
    label: Type.String({ minLength: 1, maxLength: 100 }),
    permissions: Type.Array(permission, { minItems: 1, maxItems: 6 }),
    units: nullable(Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 100 })),
    days: Type.Integer({ minimum: 1, maximum: 366 }),
  },
  { additionalProperties: false },
)

/** The secret is shown now and never again. */
export const keyCreated = Type.Object({ ...key, secret: Type.String() })
