/** Shapes of `/api/v1/account`: one's own account. */

import { Type } from 'typebox'
import { nullable } from './common.ts'
import { authentication } from './passkeys.ts'
import { login, name, password, signInMethod } from './session.ts'

export const account = Type.Object({
  login: Type.String(),
  name: Type.String(),
  /** Null without a password. */
  passwordSetAt: nullable(Type.String()),
  /** What shows that the person still sits there; null when the account has neither. */
  proof: nullable(Type.Union([Type.Literal('password'), Type.Literal('passkey')])),
  /** Signs in through an OpenID provider. */
  hasProvider: Type.Boolean(),
  mayChangeLogin: Type.Boolean(),
  leastPasswordLength: Type.Integer(),
})

/** The present password; for an account without one the answer of a passkey to `/api/v1/account/passkey/options`. */
const proof = Type.Union([
  Type.Object({ password }, { additionalProperties: false }),
  Type.Object({ passkey: authentication }, { additionalProperties: false }),
])

/** What is left out stays; another login needs a proof. */
export const accountBody = Type.Object(
  { name: Type.Optional(name), login: Type.Optional(login), proof: Type.Optional(proof) },
  { additionalProperties: false },
)

/** A proof is needed where the account has something to show it with. */
export const newPasskeyBody = Type.Object({ proof: Type.Optional(proof) }, { additionalProperties: false })

export const passwordBody = Type.Object({ proof, password }, { additionalProperties: false })

export const sessions = Type.Object({
  items: Type.Array(
    Type.Object({
      method: signInMethod,
      /** Null for one that does not say. */
      browser: nullable(Type.String()),
      createdAt: Type.String(),
      lastSeenAt: Type.String(),
      /** The one that asks. */
      isPresent: Type.Boolean(),
    }),
  ),
})

export const sessionsEnded = Type.Object({ ended: Type.Integer() })
