/** Who may sign in and what they may do. Names and logins stand in the erasable table `account_login` alone. */

import { randomBytes } from 'node:crypto'
import type { Grant } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { findPerson, pseudonymFor, renamePerson } from './people.ts'
import type { Store } from './store.ts'
import { indexable } from './text.ts'

export type Account = {
  readonly person: PersonId
  readonly login: string
  readonly name: string
  readonly grants: readonly Grant[]
  readonly hasPassword: boolean
  readonly passkeys: number
  /** Signs in through an OpenID provider. */
  readonly hasProvider: boolean
  readonly createdAt: IsoTime
  readonly closedAt: IsoTime | null
}

export type NewAccount = { readonly login: string; readonly name: string; readonly createdAt: IsoTime }

/** Under the pseudonym the person has already, or a new one. Throws `account-exists`. */
export async function createAccount(inside: Store, { login, name, createdAt }: NewAccount): Promise<PersonId> {
  const isTaken = await findAccountByLogin(inside, login)
  const person = (await findPerson(inside, login))?.id ?? (await pseudonymFor(inside, { name, email: login }))
  const isKnown = await inside.db.selectFrom('account').select('person').where('person', '=', person).executeTakeFirst()
  if (isTaken !== undefined || isKnown !== undefined) fail({ code: 'account-exists' })
  await inside.db
    .insertInto('account')
    .values({ person, handle: randomBytes(32).toString('base64url'), created_at: createdAt, closed_at: null })
    .execute()
  await inside.db
    .insertInto('account_login')
    .values({ login_key: loginKey(login), login, name, person })
    .execute()
  return person
}

/** The pseudonym stays. Throws `login-taken` for a login or an address of somebody else. */
export async function renameAccount(
  inside: Store,
  person: PersonId,
  { login, name }: Pick<Account, 'login' | 'name'>,
): Promise<void> {
  const before = await findAccount(inside, person)
  if (loginKey(login) !== loginKey(before?.login ?? '')) {
    const holder = (await findAccountByLogin(inside, login))?.person ?? (await findPerson(inside, login))?.id
    if (holder !== undefined && holder !== person) fail({ code: 'login-taken' })
  }
  await inside.db
    .updateTable('account_login')
    .set({ login_key: loginKey(login), login, name })
    .where('person', '=', person)
    .execute()
  await renamePerson(inside, person, { name, email: login })
}

/** Whether anybody was ever let in: until then the setup link works. */
export async function hasAccounts({ db }: Store): Promise<boolean> {
  return (await db.selectFrom('account').select('person').limit(1).executeTakeFirst()) !== undefined
}

export type AccountKey = { readonly person: PersonId; readonly closedAt: IsoTime | null }

/** Logins are compared without regard to case and to how a character is composed. */
export async function findAccountByLogin({ db }: Store, login: string): Promise<AccountKey | undefined> {
  return db
    .selectFrom('account_login')
    .innerJoin('account', 'account.person', 'account_login.person')
    .select(['account.person as person', 'account.closed_at as closedAt'])
    .where('login_key', '=', loginKey(login))
    .executeTakeFirst()
}

/** Who an account belongs to; undefined where there is none (any more). */
export async function findAccount(
  { db }: Store,
  person: PersonId,
): Promise<(AccountKey & { readonly handle: string; readonly login: string; readonly name: string }) | undefined> {
  return db
    .selectFrom('account')
    .innerJoin('account_login', 'account_login.person', 'account.person')
    .select(['account.person as person', 'closed_at as closedAt', 'handle', 'login', 'name'])
    .where('account.person', '=', person)
    .executeTakeFirst()
}

/** By login. */
export async function listAccounts({ db }: Store): Promise<readonly Account[]> {
  const grants = new Map<PersonId, Grant[]>()
  const granted = await db
    .selectFrom('account_grant')
    .selectAll()
    .orderBy('person')
    .orderBy('role')
    .orderBy('unit_or_all')
    .execute()
  for (const row of granted) grants.set(row.person, [...(grants.get(row.person) ?? []), toGrant(row)])
  const passkeys = await db
    .selectFrom('passkey')
    .select(['person', ({ fn }) => fn.countAll().as('count')])
    .groupBy('person')
    .execute()
  const passkeysOf = new Map(passkeys.map(({ person, count }) => [person, Number(count)]))
  const linked = await db.selectFrom('openid_identity').select('person').distinct().execute()
  const withProvider = new Set(linked.map(({ person }) => person))
  const rows = await db
    .selectFrom('account')
    .innerJoin('account_login', 'account_login.person', 'account.person')
    .leftJoin('account_password', 'account_password.person', 'account.person')
    .select(['account.person as person', 'login', 'name', 'created_at', 'closed_at', 'changed_at'])
    .orderBy('login_key')
    .execute()
  return rows.map(({ person, login, name, created_at, closed_at, changed_at }) => ({
    person,
    login,
    name,
    grants: grants.get(person) ?? [],
    hasPassword: changed_at !== null,
    passkeys: passkeysOf.get(person) ?? 0,
    hasProvider: withProvider.has(person),
    createdAt: created_at,
    closedAt: closed_at,
  }))
}

export async function closeAccount({ db }: Store, person: PersonId, at: IsoTime): Promise<void> {
  await db.updateTable('account').set({ closed_at: at }).where('person', '=', person).execute()
}

export async function reopenAccount({ db }: Store, person: PersonId): Promise<void> {
  await db.updateTable('account').set({ closed_at: null }).where('person', '=', person).execute()
}

export async function grantsOf({ db }: Store, person: PersonId): Promise<readonly Grant[]> {
  const rows = await db
    .selectFrom('account_grant')
    .select(['role', 'unit_or_all'])
    .where('person', '=', person)
    .orderBy('role')
    .orderBy('unit_or_all')
    .execute()
  return rows.map(toGrant)
}

/** @returns false when the person had it already */
export async function addGrant({ db }: Store, person: PersonId, grant: Grant, at: IsoTime): Promise<boolean> {
  const added = await db
    .insertInto('account_grant')
    .values({ person, role: grant.role, unit_or_all: grant.unit ?? '', granted_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person')
    .execute()
  return added.length > 0
}

/** @returns false when the person did not have it */
export async function removeGrant({ db }: Store, person: PersonId, { role, unit }: Grant): Promise<boolean> {
  const removed = await db
    .deleteFrom('account_grant')
    .where('person', '=', person)
    .where('role', '=', role)
    .where('unit_or_all', '=', unit ?? '')
    .returning('person')
    .execute()
  return removed.length > 0
}

/** People who may administer the whole organization and can sign in. */
export async function countAdministrators({ db }: Store): Promise<number> {
  const { count } = await db
    .selectFrom('account_grant')
    .innerJoin('account', 'account.person', 'account_grant.person')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('role', '=', 'admin')
    .where('unit_or_all', '=', '')
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

function toGrant({ role, unit_or_all }: { role: Grant['role']; unit_or_all: string }): Grant {
  return { role, unit: unit_or_all === '' ? null : unit_or_all }
}

export function loginKey(login: string): string {
  return indexable(login.normalize('NFKC').trim().toLowerCase())
}
