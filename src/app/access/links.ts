/**
 * Links that work once: the one that the first start prints for the first administrator, and those that let somebody set
 * the password of an account. The secret stands behind the `#`, where no server and no log sees it.
 */

import type { Actor } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { addGrant, createAccount, findAccount, hasAccounts } from '#store/accounts.ts'
import { recordAct } from '#store/audit.ts'
import { savePassword } from '#store/credentials.ts'
import { engines } from '#store/dialect.ts'
import { endLinksOf, endSessionsOf, findLink, saveLink, spendLink } from '#store/sessions.ts'
import type { Store } from '#store/store.ts'
import { checkPassword, hashPassword } from './password.ts'
import type { IncomingRequest } from './request.ts'
import { digestOf, newSecret } from './secrets.ts'
import { later, openSession, type OpenedSession } from './session.ts'

const setupLifeMs = 60 * 60_000
const accountLinkLifeMs = 72 * 60 * 60_000

/** Where the portal asks for what the link needs. */
export function linkAddress(origin: string, secret: string): string {
  return `${origin}/link#${secret}`
}

/** The secret of a new setup link; earlier ones no longer work. Undefined once anybody has an account. */
export async function issueSetupLink(store: Store, now: IsoTime): Promise<string | undefined> {
  return store.transaction(async (inside) => {
    if (await hasAccounts(inside)) return undefined
    const secret = newSecret()
    await saveLink(inside, digestOf(secret), null, later(now, setupLifeMs))
    return secret
  })
}

/** The secret of a link with which a person sets a password; in the transaction of what it is for. */
export async function issueAccountLink(
  inside: Store,
  by: Pick<Actor, 'kind' | 'id'>,
  person: PersonId,
  now: IsoTime,
): Promise<string> {
  const secret = newSecret()
  await saveLink(inside, digestOf(secret), person, later(now, accountLinkLifeMs))
  await recordAct(inside, {
    at: now,
    actor: by,
    act: 'account-link',
    subject: person,
    unit: null,
    result: 'done',
    detail: {},
  })
  return secret
}

/** What a link is for, so that the page can ask for it. Throws `link-spent`. */
export async function inspectLink(
  store: Store,
  secret: string,
  now: IsoTime,
): Promise<{ readonly kind: 'setup' } | { readonly kind: 'account'; readonly login: string }> {
  const link = (await findLink(store, digestOf(secret), now)) ?? fail({ code: 'link-spent' })
  if (link.person === null) return (await hasAccounts(store)) ? fail({ code: 'link-spent' }) : { kind: 'setup' }
  const account = await findAccount(store, link.person)
  return account === undefined || account.closedAt !== null
    ? fail({ code: 'link-spent' })
    : { kind: 'account', login: account.login }
}

export type SetupAnswer = { readonly login: string; readonly name: string; readonly password: string }

/** Makes the first account, which may do everything, and signs it in. Throws `link-spent`, `password-weak`. */
export async function completeSetup(
  store: Store,
  secret: string,
  { login, name, password }: SetupAnswer,
  request: IncomingRequest,
  now: IsoTime,
): Promise<OpenedSession> {
  if ((await inspectLink(store, secret, now)).kind !== 'setup') return fail({ code: 'link-spent' })
  checkPassword(password, login)
  const hash = await hashPassword(password)
  return store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'accounts')
    if (!(await spendLink(inside, digestOf(secret))) || (await hasAccounts(inside))) return fail({ code: 'link-spent' })
    const person = await createAccount(inside, { login, name, createdAt: now })
    await addGrant(inside, person, { role: 'admin', unit: null }, now)
    await savePassword(inside, person, hash, now)
    const actor = { kind: 'person', id: person } as const
    await recordAct(inside, { at: now, actor, act: 'setup', subject: person, unit: null, result: 'done', detail: {} })
    return openSession(inside, { person, method: 'link' }, request, now)
  })
}

/** Sets the password of the link's account, ends its other sessions, and signs in. Throws `link-spent`, `password-weak`. */
export async function setPasswordWithLink(
  store: Store,
  secret: string,
  password: string,
  request: IncomingRequest,
  now: IsoTime,
): Promise<OpenedSession> {
  const link = await inspectLink(store, secret, now)
  if (link.kind !== 'account') return fail({ code: 'link-spent' })
  checkPassword(password, link.login)
  const hash = await hashPassword(password)
  return store.transaction(async (inside) => {
    const person = (await findLink(inside, digestOf(secret), now))?.person ?? fail({ code: 'link-spent' })
    if (!(await spendLink(inside, digestOf(secret)))) return fail({ code: 'link-spent' })
    await setPassword(inside, { kind: 'person', id: person }, person, hash, now)
    return openSession(inside, { person, method: 'link' }, request, now)
  })
}

/** Whoever knew the old one, or was given a link to set another, is out. */
export async function setPassword(
  inside: Store,
  by: Pick<Actor, 'kind' | 'id'>,
  person: PersonId,
  hash: string,
  now: IsoTime,
): Promise<void> {
  await savePassword(inside, person, hash, now)
  await endSessionsOf(inside, person)
  await endLinksOf(inside, person)
  await recordAct(inside, {
    at: now,
    actor: by,
    act: 'password-set',
    subject: person,
    unit: null,
    result: 'done',
    detail: {},
  })
}
