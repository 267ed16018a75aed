/**
 * Administering people. Whoever administers some units sees and gives what lies within them; what would reach beyond, such
 * as closing the account of somebody who also works elsewhere, needs somebody who administers it all.
 */

import { isWithin, type Actor, type Grant, type Scope } from '#domain/access.ts'
import type { AuditAct } from '#domain/audit.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import {
  addGrant,
  closeAccount,
  countAdministrators,
  createAccount,
  findAccount,
  findAccountByLogin,
  grantsOf,
  listAccounts,
  removeGrant,
  renameAccount,
  reopenAccount,
  type Account,
} from '#store/accounts.ts'
import { recordAct } from '#store/audit.ts'
import { removeCredentials } from '#store/credentials.ts'
import { engines } from '#store/dialect.ts'
import { endSessionsOf } from '#store/sessions.ts'
import type { Store } from '#store/store.ts'
import { currentUnits } from '#app/units.ts'
import { issueAccountLink, setPassword } from './links.ts'
import { checkPassword, hashPassword } from './password.ts'

/** Who administers, and for which units. */
export type Administrator = { readonly actor: Pick<Actor, 'kind' | 'id'>; readonly scope: Scope }

/** The command at the machine itself. */
export const commandLine: Administrator = { actor: { kind: 'loopback', id: 'command-line' }, scope: 'all' }

/** Accounts with a grant within the scope; of their grants only those. */
export async function listPeople(store: Store, scope: Scope): Promise<readonly Account[]> {
  const accounts = await listAccounts(store)
  if (scope === 'all') return accounts
  return accounts
    .map((account) => ({ ...account, grants: account.grants.filter(({ unit }) => isWithin(scope, unit)) }))
    .filter(({ grants }) => grants.length > 0)
}

export type NewPerson = {
  readonly login: string
  readonly name: string
  readonly grants: readonly Grant[]
  /** Null: the person sets one with the link. */
  readonly password: string | null
}

/**
 * @returns the secret of a link that works once, unless a password was given
 *
 * Throws `account-exists`, `beyond-rights`, `unit-unknown`, `password-weak`.
 */
export async function addPerson(
  store: Store,
  by: Administrator,
  { login, name, grants, password }: NewPerson,
  now: IsoTime,
): Promise<{ readonly person: PersonId; readonly link: string | null }> {
  // Without a grant within reach, whoever adds the account could not see it afterwards.
  if (by.scope !== 'all' && grants.length === 0) fail({ code: 'beyond-rights', permission: 'administer' })
  if (password !== null) checkPassword(password, login)
  const hash = password === null ? null : await hashPassword(password)
  return changing(store, async (inside) => {
    await checkGrants(inside, by, grants, now)
    const person = await createAccount(inside, { login, name, createdAt: now })
    await note(inside, by, 'account-add', person, null, now)
    for (const grant of grants) await give(inside, by, person, grant, now)
    if (hash !== null) await setPassword(inside, by.actor, person, hash, now)
    return { person, link: hash === null ? await issueAccountLink(inside, by.actor, person, now) : null }
  })
}

/** @param asked a pseudonym or a login. Throws `account-unknown`. */
export async function findPersonToAdminister(store: Store, asked: string): Promise<PersonId> {
  const account = (await findAccount(store, asked)) ?? (await findAccountByLogin(store, asked))
  return account?.person ?? fail({ code: 'account-unknown', asked })
}

/** The person's sessions end: they go on with their new rights after signing in. Throws as `addPerson`. */
export async function grantRole(
  store: Store,
  by: Administrator,
  asked: string,
  grant: Grant,
  now: IsoTime,
): Promise<void> {
  await changing(store, async (inside) => {
    await checkGrants(inside, by, [grant], now)
    const person = await findPersonToAdminister(inside, asked)
    if (await give(inside, by, person, grant, now)) await endSessionsOf(inside, person)
  })
}

/** Throws `account-unknown`, `beyond-rights`, `last-administrator`. */
export async function revokeRole(
  store: Store,
  by: Administrator,
  asked: string,
  grant: Grant,
  now: IsoTime,
): Promise<void> {
  await changing(store, async (inside) => {
    if (!isWithin(by.scope, grant.unit)) fail({ code: 'beyond-rights', permission: 'administer' })
    const person = await findPersonToAdminister(inside, asked)
    if (!(await removeGrant(inside, person, grant))) return
    await keepAnAdministrator(inside)
    await note(inside, by, 'grant-revoke', person, grant, now)
    await endSessionsOf(inside, person)
  })
}

/** The person can no longer sign in, nor do their keys work. Throws as `revokeRole`. */
export async function closePerson(store: Store, by: Administrator, asked: string, now: IsoTime): Promise<void> {
  await changing(store, async (inside) => {
    const person = await wholly(inside, by, asked)
    await closeAccount(inside, person, now)
    await keepAnAdministrator(inside)
    await endSessionsOf(inside, person)
    await note(inside, by, 'account-close', person, null, now)
  })
}

/** The person signs in as before; keys that were not revoked work again. Throws `account-unknown`, `beyond-rights`. */
export async function reopenPerson(store: Store, by: Administrator, asked: string, now: IsoTime): Promise<void> {
  await changing(store, async (inside) => {
    const person = await wholly(inside, by, asked)
    if ((await findAccount(inside, person))?.closedAt === null) return
    await reopenAccount(inside, person)
    await note(inside, by, 'account-reopen', person, null, now)
  })
}

/** Throws `account-unknown`, `beyond-rights`, `login-taken`, `usage` for an empty name. */
export async function renamePerson(
  store: Store,
  by: Administrator,
  asked: string,
  names: AskedNames,
  now: IsoTime,
): Promise<void> {
  await changing(store, async (inside) => {
    const person = await wholly(inside, by, asked)
    const before = (await findAccount(inside, person)) ?? fail({ code: 'account-unknown', asked })
    const { login, name } = namesAsked(before, names)
    await renameAccount(inside, person, { login, name })
    const detail = { login: login !== before.login, name: name !== before.name }
    const { actor } = by
    await recordAct(inside, {
      at: now,
      actor,
      act: 'account-change',
      subject: person,
      unit: null,
      result: 'done',
      detail,
    })
  })
}

export type AskedNames = { readonly login?: string | undefined; readonly name?: string | undefined }

/** What is not asked for stays. Throws `usage`. */
export function namesAsked(
  before: Pick<Account, 'login' | 'name'>,
  asked: AskedNames,
): Pick<Account, 'login' | 'name'> {
  const login = asked.login?.trim() ?? before.login
  const name = asked.name?.trim() ?? before.name
  if (login === '') fail({ code: 'usage', what: 'login: must not be empty' })
  if (name === '') fail({ code: 'usage', what: 'name: must not be empty' })
  return { login, name }
}

/** Wherever the person is signed in. Throws `account-unknown`, `beyond-rights`. */
export async function endSessions(store: Store, by: Administrator, asked: string, now: IsoTime): Promise<number> {
  return changing(store, async (inside) => {
    const person = await wholly(inside, by, asked)
    const ended = await endSessionsOf(inside, person)
    await note(inside, by, 'sessions-end', person, null, now)
    return ended
  })
}

/**
 * Takes away whatever opens the account.
 *
 * @returns the secret of a link that works once. Throws as `revokeRole`.
 */
export async function resetPerson(store: Store, by: Administrator, asked: string, now: IsoTime): Promise<string> {
  return changing(store, async (inside) => {
    const person = await wholly(inside, by, asked)
    await removeCredentials(inside, person)
    await endSessionsOf(inside, person)
    await note(inside, by, 'account-reset', person, null, now)
    return issueAccountLink(inside, by.actor, person, now)
  })
}

/** One change at a time: two administrators who revoke each other must not both succeed. */
function changing<T>(store: Store, change: (inside: Store) => Promise<T>): Promise<T> {
  return store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'accounts')
    return change(inside)
  })
}

async function wholly(inside: Store, { scope }: Administrator, asked: string): Promise<PersonId> {
  const person = await findPersonToAdminister(inside, asked)
  const grants = await grantsOf(inside, person)
  const isWithinReach = scope === 'all' || (grants.length > 0 && grants.every(({ unit }) => isWithin(scope, unit)))
  return isWithinReach ? person : fail({ code: 'beyond-rights', permission: 'administer' })
}

async function checkGrants(
  inside: Store,
  { scope }: Administrator,
  grants: readonly Grant[],
  now: IsoTime,
): Promise<void> {
  const units = new Set((await currentUnits(inside, now)).map(({ id }) => id))
  for (const { unit } of grants) {
    if (!isWithin(scope, unit)) fail({ code: 'beyond-rights', permission: 'administer' })
    if (unit !== null && !units.has(unit)) fail({ code: 'unit-unknown', unit })
  }
}

async function give(inside: Store, by: Administrator, person: PersonId, grant: Grant, now: IsoTime): Promise<boolean> {
  if (!(await addGrant(inside, person, grant, now))) return false
  await note(inside, by, 'grant', person, grant, now)
  return true
}

async function keepAnAdministrator(inside: Store): Promise<void> {
  if ((await countAdministrators(inside)) === 0) fail({ code: 'last-administrator' })
}

async function note(
  inside: Store,
  { actor }: Administrator,
  act: AuditAct,
  subject: PersonId,
  grant: Grant | null,
  at: IsoTime,
): Promise<void> {
  const detail = grant === null ? {} : { role: grant.role, unit: grant.unit }
  await recordAct(inside, { at, actor, act, subject, unit: grant?.unit ?? null, result: 'done', detail })
}
