/** Keys for programs. What a program holds is kept here as its digest alone. */

import type { Permission } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { PersonId, UnitId } from '#domain/organization.ts'
import type { Store } from './store.ts'

export type ApiKey = {
  readonly id: string
  /** Whose rights it has at most; null when it was made at the machine itself. */
  readonly person: PersonId | null
  readonly label: string
  readonly permissions: readonly Permission[]
  /** Null for all units that its person reaches. */
  readonly units: readonly UnitId[] | null
  readonly createdAt: IsoTime
  readonly expiresAt: IsoTime
  readonly lastUsedAt: IsoTime | null
  readonly revokedAt: IsoTime | null
}

export async function saveApiKey({ db }: Store, key: ApiKey, digest: string): Promise<void> {
  await db
    .insertInto('api_key')
    .values({
      id: key.id,
      digest,
      person: key.person,
      label: key.label,
      permissions: JSON.stringify(key.permissions),
      units: key.units === null ? null : JSON.stringify(key.units),
      created_at: key.createdAt,
      expires_at: key.expiresAt,
      last_used_at: key.lastUsedAt,
      revoked_at: key.revokedAt,
    })
    .execute()
}

/** One that works: not past, not revoked, and its person may still sign in. */
export async function findApiKey({ db }: Store, digest: string, now: IsoTime): Promise<ApiKey | undefined> {
  const row = await db
    .selectFrom('api_key')
    .leftJoin('account', 'account.person', 'api_key.person')
    .selectAll('api_key')
    .where('digest', '=', digest)
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row && toApiKey(row)
}

/** The newest last, also those that no longer work. */
export async function listApiKeys({ db }: Store): Promise<readonly ApiKey[]> {
  const rows = await db.selectFrom('api_key').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map(toApiKey)
}

export async function touchApiKey({ db }: Store, id: string, at: IsoTime): Promise<void> {
  await db.updateTable('api_key').set({ last_used_at: at }).where('id', '=', id).execute()
}

/** @returns false when it was revoked before */
export async function revokeApiKey({ db }: Store, id: string, at: IsoTime): Promise<boolean> {
  const revoked = await db
    .updateTable('api_key')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return revoked.length > 0
}

function toApiKey(row: {
  id: string
  person: string | null
  label: string
  permissions: string
  units: string | null
  created_at: string
  expires_at: string
  last_used_at: string | null
  revoked_at: string | null
}): ApiKey {
  return {
    id: row.id,
    person: row.person,
    label: row.label,
    permissions: JSON.parse(row.permissions) as Permission[],
    units: row.units === null ? null : (JSON.parse(row.units) as UnitId[]),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }
}
