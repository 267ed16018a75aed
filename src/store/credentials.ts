/** What opens an account: a password, passkeys, accounts at an OpenID provider. */

import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import { loginKey } from './accounts.ts'
import type { Store } from './store.ts'
import { sha256 } from './text.ts'

export async function savePassword({ db }: Store, person: PersonId, hash: string, at: IsoTime): Promise<void> {
  await db
    .insertInto('account_password')
    .values({ person, hash, changed_at: at })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ hash, changed_at: at }))
    .execute()
}

/** One query, whether or not there is such a login: both take the same time. */
export async function passwordOf(
  { db }: Store,
  login: string,
): Promise<{ readonly person: PersonId; readonly hash: string | null; readonly isClosed: boolean } | undefined> {
  const row = await db
    .selectFrom('account_login')
    .innerJoin('account', 'account.person', 'account_login.person')
    .leftJoin('account_password', 'account_password.person', 'account_login.person')
    .select(['account.person as person', 'hash', 'closed_at'])
    .where('login_key', '=', loginKey(login))
    .executeTakeFirst()
  return row && { person: row.person, hash: row.hash, isClosed: row.closed_at !== null }
}

/** When the password was set; null for an account without one. */
export async function passwordSetAt({ db }: Store, person: PersonId): Promise<IsoTime | null> {
  const row = await db
    .selectFrom('account_password')
    .select('changed_at')
    .where('person', '=', person)
    .executeTakeFirst()
  return row?.changed_at ?? null
}

export type Passkey = {
  /** The credential id, base64url. */
  readonly id: string
  readonly person: PersonId
  readonly label: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
  readonly createdAt: IsoTime
  readonly lastUsedAt: IsoTime | null
}

/** @returns false when the credential is registered already */
export async function savePasskey({ db }: Store, passkey: Passkey): Promise<boolean> {
  const saved = await db
    .insertInto('passkey')
    .values({
      id: passkey.id,
      person: passkey.person,
      label: passkey.label,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: JSON.stringify(passkey.transports),
      created_at: passkey.createdAt,
      last_used_at: passkey.lastUsedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return saved.length > 0
}

export async function findPasskey({ db }: Store, id: string): Promise<Passkey | undefined> {
  const row = await db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPasskey(row)
}

export async function passkeysOf({ db }: Store, person: PersonId): Promise<readonly Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .selectAll()
    .where('person', '=', person)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toPasskey)
}

export async function usePasskey({ db }: Store, id: string, counter: number, at: IsoTime): Promise<void> {
  await db.updateTable('passkey').set({ counter, last_used_at: at }).where('id', '=', id).execute()
}

/** @returns false when the person has no such passkey */
export async function removePasskey({ db }: Store, person: PersonId, id: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('person', '=', person)
    .returning('id')
    .execute()
  return removed.length > 0
}

export type OpenIdIdentity = { readonly issuer: string; readonly subject: string }

export async function findIdentity({ db }: Store, identity: OpenIdIdentity): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('openid_identity')
    .select('person')
    .where('digest', '=', identityDigest(identity))
    .executeTakeFirst()
  return row?.person
}

/** Whether the person signed in through any OpenID provider. */
export async function hasIdentity({ db }: Store, person: PersonId): Promise<boolean> {
  const row = await db.selectFrom('openid_identity').select('person').where('person', '=', person).executeTakeFirst()
  return row !== undefined
}

export async function hasIdentityAt({ db }: Store, person: PersonId, issuer: string): Promise<boolean> {
  const row = await db
    .selectFrom('openid_identity')
    .select('person')
    .where('person', '=', person)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  return row !== undefined
}

export async function saveIdentity(
  { db }: Store,
  person: PersonId,
  identity: OpenIdIdentity,
  at: IsoTime,
): Promise<void> {
  await db
    .insertInto('openid_identity')
    .values({ digest: identityDigest(identity), person, issuer: identity.issuer, linked_at: at })
    .execute()
}

/** Takes away everything that opens the account. */
export async function removeCredentials({ db }: Store, person: PersonId): Promise<void> {
  for (const table of ['account_password', 'passkey', 'openid_identity', 'sign_in_link'] as const)
    await db.deleteFrom(table).where('person', '=', person).execute()
}

function identityDigest({ issuer, subject }: OpenIdIdentity): string {
  return sha256(JSON.stringify([issuer, subject]))
}

function toPasskey(row: {
  id: string
  person: string
  label: string
  public_key: Uint8Array
  counter: number
  transports: string
  created_at: string
  last_used_at: string | null
}): Passkey {
  return {
    id: row.id,
    person: row.person,
    label: row.label,
    publicKey: row.public_key,
    counter: row.counter,
    transports: JSON.parse(row.transports) as string[],
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}
