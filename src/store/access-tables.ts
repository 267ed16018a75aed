/** The rows of accounts, sign-in and the audit log. Conventions as in `tables.ts`. Secrets are kept as digests only. */

import type { Role } from '#domain/access.ts'
import type { AuditAct, AuditEntry, AuditResult } from '#domain/audit.ts'

export type AccessTables = {
  account: AccountTable
  account_login: AccountLoginTable
  account_password: AccountPasswordTable
  passkey: PasskeyTable
  openid_identity: OpenIdIdentityTable
  account_grant: AccountGrantTable
  session: SessionTable
  sign_in_flow: SignInFlowTable
  sign_in_link: SignInLinkTable
  sign_in_throttle: SignInThrottleTable
  access_secret: AccessSecretTable
  api_key: ApiKeyTable
  audit_entry: AuditEntryTable
  audit_head: AuditHeadTable
}

/** Somebody who may sign in. Deleted with everything below when the person is erased. */
export type AccountTable = {
  /** The pseudonym. */
  person: string
  /** Random; what a passkey keeps in place of a name. */
  handle: string
  created_at: string
  /** Set when the person may no longer sign in. */
  closed_at: string | null
}

/** The only place where accounts have names; deleted to erase a person. */
export type AccountLoginTable = { login_key: string; login: string; name: string; person: string }

/** Argon2id in the PHC string form, which names its parameters. */
export type AccountPasswordTable = { person: string; hash: string; changed_at: string }

export type PasskeyTable = {
  /** The credential id, base64url. */
  id: string
  person: string
  label: string
  /** COSE. */
  public_key: Uint8Array
  counter: number
  /** JSON list. */
  transports: string
  created_at: string
  last_used_at: string | null
}

/** An account at an OpenID provider: the SHA-256 of issuer and subject, since a subject may be an address. */
export type OpenIdIdentityTable = { digest: string; person: string; issuer: string; linked_at: string }

/** A role in a unit; an empty unit is the whole organization. */
export type AccountGrantTable = { person: string; role: Role; unit_or_all: string; granted_at: string }

/**
 * `digest` is the SHA-256 of what the cookie holds; `method` is how the person signed in; `browser` is what the browser says
 * it is, in a few words.
 */
export type SessionTable = {
  digest: string
  person: string
  method: SignInMethod
  created_at: string
  last_seen_at: string
  expires_at: string
  browser: string | null
}

export type SignInMethod = 'password' | 'passkey' | 'openid' | 'link'

/** A sign-in that takes two steps: what the first one has to remember, once. */
export type SignInFlowTable = {
  digest: string
  kind: FlowKind
  person: string | null
  /** JSON. */
  content: string
  expires_at: string
}

export type FlowKind = 'passkey-registration' | 'passkey-sign-in' | 'passkey-proof' | 'openid'

/** A link that works once: for the first account when the person is null, or to set the password of an account. */
export type SignInLinkTable = { digest: string; person: string | null; expires_at: string }

/** Failed sign-ins by login or by network address, both as HMAC. Rows go when a day has passed. */
export type SignInThrottleTable = { digest: string; failures: number; last_at: string; blocked_until: string | null }

/** One row: the secret of those HMACs. */
export type AccessSecretTable = { id: number; secret: string }

export type ApiKeyTable = {
  id: string
  digest: string
  /** Whose rights it has at most; null when it was made at the machine itself. */
  person: string | null
  label: string
  /** JSON list of `Permission`. */
  permissions: string
  /** JSON list of units; null for all that its person reaches. */
  units: string | null
  created_at: string
  expires_at: string
  last_used_at: string | null
  revoked_at: string | null
}

/** Appended only; see `AuditEntry`. */
export type AuditEntryTable = {
  sequence: number
  at: string
  actor_kind: AuditEntry['actorKind']
  actor: string
  act: AuditAct
  subject: string
  unit: string | null
  result: AuditResult
  /** Canonical JSON. */
  detail: string
  previous: string
  hash: string
}

/** One row: where the log ends. The only one that is changed. */
export type AuditHeadTable = { id: number; sequence: number; hash: string }
