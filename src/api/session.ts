/** Shapes of `/api/v1/session`: who is asking, and how they sign in. */

import { Type } from 'typebox'
import { nullable } from './common.ts'

export const role = Type.Union([
  Type.Literal('viewer'),
  Type.Literal('contributor'),
  Type.Literal('analyst'),
  Type.Literal('approver'),
  Type.Literal('auditor'),
  Type.Literal('admin'),
])

export const permission = Type.Union([
  Type.Literal('read'),
  Type.Literal('upload'),
  Type.Literal('analyze'),
  Type.Literal('decide'),
  Type.Literal('audit'),
  Type.Literal('administer'),
])

/** A null unit is the whole organization. */
export const grant = Type.Object({ role, unit: nullable(Type.String({ minLength: 1, maxLength: 200 })) })

export const done = Type.Object({ done: Type.Boolean() })

export const login = Type.String({ minLength: 1, maxLength: 254 })
export const name = Type.String({ minLength: 1, maxLength: 200 })
/** As long as a sentence may be; how short it may be is for the use case to say. */
export const password = Type.String({ minLength: 1, maxLength: 1000 })
export const linkSecret = Type.String({ minLength: 20, maxLength: 100 })

export const signInMethod = Type.Union([
  Type.Literal('password'),
  Type.Literal('passkey'),
  Type.Literal('openid'),
  Type.Literal('link'),
])

export const whoAmI = Type.Object({
  /** Null: nobody is signed in. */
  actor: nullable(
    Type.Object({
      kind: Type.Union([Type.Literal('person'), Type.Literal('key'), Type.Literal('loopback')]),
      id: Type.String(),
      login: nullable(Type.String()),
      name: nullable(Type.String()),
      grants: Type.Array(grant),
      /** What may be done anywhere at all; routes tell for which units. */
      permissions: Type.Array(permission),
    }),
  ),
  language: Type.Union([Type.Literal('en'), Type.Literal('ja'), Type.Literal('de')]),
  /** What the organization calls otherwise, by our term; empty where it renames nothing or nobody is signed in. */
  labels: Type.Record(Type.String(), Type.String()),
  /** For the header `x-headwater-csrf` of whatever changes something; any text where nobody is signed in. */
  csrfToken: nullable(Type.String()),
  expiresAt: nullable(Type.String()),
  method: nullable(signInMethod),
  /** What the sign-in page offers. */
  offers: Type.Object({
    password: Type.Boolean(),
    passkey: Type.Boolean(),
    /** What the provider is called; null without one. */
    openId: nullable(Type.String()),
  }),
})

export const signInBody = Type.Object({ login, password }, { additionalProperties: false })
export const signedIn = Type.Object({ csrfToken: Type.String() })

export const linkBody = Type.Object({ secret: linkSecret }, { additionalProperties: false })
export const linkKind = Type.Object({
  kind: Type.Union([Type.Literal('setup'), Type.Literal('account')]),
  /** Of the account whose password is set. */
  login: nullable(Type.String()),
  leastPasswordLength: Type.Integer(),
})
export const setupBody = Type.Object({ secret: linkSecret, login, name, password }, { additionalProperties: false })
export const passwordLinkBody = Type.Object({ secret: linkSecret, password }, { additionalProperties: false })

export const openIdStartBody = Type.Object(
  { returnTo: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
)
export const openIdStarted = Type.Object({ address: Type.String() })
/** What the provider sends along differs; it is checked against what was remembered. */
export const openIdCallbackQuery = Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())]))
