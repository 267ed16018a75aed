/** Shapes of `/api/v1/people`. */

import { Type } from 'typebox'
import { nullable } from './common.ts'
import { grant, login, name } from './session.ts'

export const personParams = Type.Object({ person: Type.String({ minLength: 1, maxLength: 254 }) })

export const people = Type.Object({
  items: Type.Array(
    Type.Object({
      person: Type.String(),
      login: Type.String(),
      name: Type.String(),
      grants: Type.Array(grant),
      hasPassword: Type.Boolean(),
      passkeys: Type.Integer(),
      hasProvider: Type.Boolean(),
      createdAt: Type.String(),
      closedAt: nullable(Type.String()),
    }),
  ),
})

export const newPerson = Type.Object(
  { login, name, grants: Type.Array(grant, { maxItems: 100 }) },
  { additionalProperties: false },
)

/** What is left out stays. */
export const personBody = Type.Object(
  { name: Type.Optional(name), login: Type.Optional(login) },
  { additionalProperties: false },
)

/** The link works once and is not shown again. */
export const personAdded = Type.Object({ person: Type.String(), link: nullable(Type.String()) })
export const personReset = Type.Object({ link: Type.String() })
export const grantBody = grant
