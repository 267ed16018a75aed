/**
 * The audit log: who did what to what, when, with what result. People stand in it as pseudonyms alone, so that erasing a
 * person changes nothing in it.
 */

import type { Actor } from './access.ts'
import type { IsoTime } from './figure.ts'
import type { PersonId, UnitId } from './organization.ts'

/** To log another kind of act, add its id here and its words in `src/text/access.*.ts`. */
export const auditActs = [
  'sign-in',
  'sign-out',
  'sessions-end',
  'setup',
  'account-add',
  'account-change',
  'account-close',
  'account-reopen',
  'account-reset',
  'account-link',
  'password-set',
  'passkey-add',
  'passkey-remove',
  'identity-link',
  'grant',
  'grant-revoke',
  'key-create',
  'key-revoke',
  'person-erase',
  'finding-state',
  'view-share',
  'motivator-edit',
  'motivator-edit-undo',
  'advice-put-aside',
  'advice-bring-back',
  'decision-record',
  'decision-withdraw',
  'product-remove',
] as const

export type AuditAct = (typeof auditActs)[number]

export type AuditResult = 'done' | 'refused'

/** What is told of an act beyond its subject. Never a name, an address, a secret. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export type Act = {
  readonly at: IsoTime
  /** Null for somebody who is not known, as at a failed sign-in. */
  readonly actor: Pick<Actor, 'kind' | 'id'> | null
  readonly act: AuditAct
  /** A pseudonym, the id of a key, a product, a document. */
  readonly subject: string
  /** Whose affair it is: who audits that unit reads the entry; null concerns the whole organization. */
  readonly unit: UnitId | null
  readonly result: AuditResult
  readonly detail: AuditDetail
}

export type AuditEntry = {
  /** From 1 on, without gaps. */
  readonly sequence: number
  readonly at: IsoTime
  readonly actorKind: Actor['kind'] | 'nobody'
  readonly actor: PersonId
  readonly act: AuditAct
  readonly subject: string
  readonly unit: UnitId | null
  readonly result: AuditResult
  readonly detail: AuditDetail
  /** SHA-256 of the entry before; 64 zeros for the first. */
  readonly previous: string
  /** SHA-256 over `previous`, a line feed, and the canonical JSON (RFC 8785) of everything above. */
  readonly hash: string
}

/** The end of the log as somebody noted it: an entry of that number must still have that hash. */
export type AuditHead = { readonly sequence: number; readonly hash: string }

export const emptyHead: AuditHead = { sequence: 0, hash: '0'.repeat(64) }

/** Where the chain is broken. */
export type AuditBreak = {
  readonly sequence: number
  /**
   * changed: the entry does not have its hash · missing: entries before it are gone · unlinked: it does not follow the
   * entry before it · head: the log does not end where it should · anchor: it differs from a head noted earlier
   */
  readonly why: 'changed' | 'missing' | 'unlinked' | 'head' | 'anchor'
}
