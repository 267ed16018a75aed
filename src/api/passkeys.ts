/** Shapes of `/api/v1/passkeys`. What browser and authenticator exchange is WebAuthn's own JSON and is checked there. */

import { Type } from 'typebox'
import { nullable } from './common.ts'

const base64url = Type.String({ minLength: 1, maxLength: 2000, pattern: '^[A-Za-z0-9_-]+$' })
const bytes = Type.String({ minLength: 1, maxLength: 100_000, pattern: '^[A-Za-z0-9_-]+$' })

/** `PublicKeyCredentialCreationOptionsJSON` or `PublicKeyCredentialRequestOptionsJSON`. */
export const passkeyOptions = Type.Object({ options: Type.Any() })

const credential = {
  id: base64url,
  rawId: base64url,
  type: Type.Literal('public-key'),
  authenticatorAttachment: Type.Optional(Type.String({ maxLength: 50 })),
  clientExtensionResults: Type.Record(Type.String(), Type.Any()),
}

export const registration = Type.Object({
  ...credential,
  response: Type.Object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 50 }), { maxItems: 10 })),
  }),
})

export const authentication = Type.Object({
  ...credential,
  response: Type.Object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: Type.Optional(bytes),
  }),
})

export const registrationBody = Type.Object({
  label: Type.String({ minLength: 1, maxLength: 100 }),
  response: registration,
})
export const authenticationBody = Type.Object({ response: authentication })

export const passkeyParams = Type.Object({ passkey: base64url })
export const passkeys = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      label: Type.String(),
      createdAt: Type.String(),
      lastUsedAt: nullable(Type.String()),
    }),
  ),
})
