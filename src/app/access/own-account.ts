/** What somebody does with their own account: what they are called, their password, their sessions. */

import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { AuditAct, AuditDetail } from '#domain/audit.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import { fail } from '#domain/problem.ts'
import { findAccount, renameAccount } from '#store/accounts.ts'
import { recordAct } from '#store/audit.ts'
import { hasIdentity, passkeysOf, passwordOf, passwordSetAt } from '#store/credentials.ts'
import { engines } from '#store/dialect.ts'
import { endSessionsOf, sessionsOf, type SignInMethod } from '#store/sessions.ts'
import type { Store } from '#store/store.ts'
import { setPassword } from './links.ts'
import { isProvenByPasskey, startPasskeyRegistration } from './passkeys.ts'
import { checkPassword, hashPassword, leastPasswordLength, verifyPassword } from './password.ts'
import { namesAsked } from './people.ts'
import type { AccessSettings, IncomingRequest } from './request.ts'
import { currentSession, isPast, openSession, type OpenedSession } from './session.ts'
import { forgetFailures, throttleLogin } from './sign-in.ts'

export type OwnAccount = {
  readonly login: string
  readonly name: string
  /** Null without a password. */
  readonly passwordSetAt: IsoTime | null
  /** By what somebody shows that they still sit there; null when the account has neither. */
  readonly proof: 'password' | 'passkey' | null
  /** Signs in through an OpenID provider. */
  readonly hasProvider: boolean
  readonly mayChangeLogin: boolean
  readonly leastPasswordLength: number
}

export async function ownAccount(store: Store, person: PersonId, settings: AccessSettings): Promise<OwnAccount> {
  const { login, name } = await accountOf(store, person)
  const setAt = await passwordSetAt(store, person)
  const proof = await proofOf(store, person)
  return {
    login,
    name,
    passwordSetAt: setAt,
    proof,
    hasProvider: await hasIdentity(store, person),
    mayChangeLogin: proof !== null && isLoginOwn(settings),
    leastPasswordLength,
  }
}

async function proofOf(store: Store, person: PersonId): Promise<OwnAccount['proof']> {
  if ((await passwordSetAt(store, person)) !== null) return 'password'
  return (await passkeysOf(store, person)).length > 0 ? 'passkey' : null
}

/** The present password, or the answer of a passkey to what was asked just before. */
export type Proof = { readonly password: string } | { readonly passkey: AuthenticationResponseJSON }

export type OwnChange = {
  readonly name?: string | undefined
  readonly login?: string | undefined
  /** Needed for another login: whoever finds an open browser must not take the account along. */
  readonly proof?: Proof | undefined
}

/** Throws `proof-failed`, `sign-in-throttled`, `login-taken`, `beyond-rights` where an administrator has to, `usage`. */
export async function changeOwnAccount(
  store: Store,
  person: PersonId,
  { proof, ...asked }: OwnChange,
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<void> {
  const before = await accountOf(store, person)
  const { login, name } = namesAsked(before, asked)
  if (login !== before.login) {
    if (!isLoginOwn(settings)) fail({ code: 'beyond-rights', permission: 'administer' })
    await prove(store, person, 'account-change', proof, request, settings, now)
  }
  await store.transaction(async (inside) => {
    await engines[inside.engine].lock(inside.db, 'accounts')
    await renameAccount(inside, person, { login, name })
    const detail = { login: login !== before.login, name: name !== before.name }
    await note(inside, person, 'account-change', 'done', detail, now)
  })
}

/**
 * Sets the password; other sessions end, the present one goes on under a new secret.
 *
 * Throws `password-weak`, `proof-failed`, `sign-in-throttled`, `sign-in-needed`.
 */
export async function changeOwnPassword(
  store: Store,
  person: PersonId,
  { proof, password }: { readonly proof: Proof; readonly password: string },
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<OpenedSession> {
  checkPassword(password, (await accountOf(store, person)).login)
  await prove(store, person, 'password-set', proof, request, settings, now)
  const hash = await hashPassword(password)
  return store.transaction(async (inside) => {
    const session = (await currentSession(inside, request, now)) ?? fail({ code: 'sign-in-needed' })
    await setPassword(inside, { kind: 'person', id: person }, person, hash, now)
    return openSession(inside, session, request, now, session)
  })
}

/**
 * Begins to add a passkey: whoever finds an open browser must not leave a way in for later. An account that has neither
 * password nor passkey, since a provider opens it, needs its session alone.
 *
 * Throws `proof-failed`, `sign-in-throttled`, `public-address-missing`.
 */
export async function startOwnPasskey(
  store: Store,
  person: PersonId,
  proof: Proof | undefined,
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): ReturnType<typeof startPasskeyRegistration> {
  if ((await proofOf(store, person)) !== null) await prove(store, person, 'passkey-add', proof, request, settings, now)
  return startPasskeyRegistration(store, person, request, settings, now)
}

export type OwnSession = {
  readonly method: SignInMethod
  readonly browser: string | null
  readonly createdAt: IsoTime
  readonly lastSeenAt: IsoTime
  /** The one that asks. */
  readonly isPresent: boolean
}

/** The newest first. */
export async function ownSessions(
  store: Store,
  person: PersonId,
  request: IncomingRequest,
  now: IsoTime,
): Promise<readonly OwnSession[]> {
  const present = await currentSession(store, request, now)
  const kept = (await sessionsOf(store, person)).filter((session) => !isPast(session, now))
  return kept.map(({ digest, method, browser, createdAt, lastSeenAt }) => ({
    method,
    browser,
    createdAt,
    lastSeenAt,
    isPresent: digest === present?.digest,
  }))
}

/** @returns how many. Throws `sign-in-needed`. */
export async function endOtherSessions(
  store: Store,
  person: PersonId,
  request: IncomingRequest,
  now: IsoTime,
): Promise<number> {
  return store.transaction(async (inside) => {
    const { digest } = (await currentSession(inside, request, now)) ?? fail({ code: 'sign-in-needed' })
    const ended = await endSessionsOf(inside, person, digest)
    await note(inside, person, 'sessions-end', 'done', { others: true }, now)
    return ended
  })
}

/**
 * A provider's address opens the account of that login at the first sign-in: nobody may lie in wait under the address of
 * somebody else.
 */
function isLoginOwn({ openId }: AccessSettings): boolean {
  return openId === null
}

/** With the pauses of signing in; a failure is in the audit log. Throws `proof-failed`, `sign-in-throttled`. */
async function prove(
  store: Store,
  person: PersonId,
  act: AuditAct,
  proof: Proof | undefined,
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<void> {
  if (proof !== undefined && (await isProven(store, person, proof, request, settings, now))) return
  await note(store, person, act, 'refused', {}, now)
  fail({ code: 'proof-failed' })
}

async function isProven(
  store: Store,
  person: PersonId,
  proof: Proof,
  request: IncomingRequest,
  settings: AccessSettings,
  now: IsoTime,
): Promise<boolean> {
  const { login } = await accountOf(store, person)
  const hash = (await passwordOf(store, login))?.hash ?? null
  // Whoever has a password knows it: a passkey that was added in an open browser does not stand in for it.
  if ('passkey' in proof)
    return hash === null && isProvenByPasskey(store, person, proof.passkey, request, settings, now)
  await throttleLogin(store, login, request, now)
  const isRight = await verifyPassword(hash, proof.password)
  if (isRight) await forgetFailures(store, login)
  return isRight
}

async function accountOf(store: Store, person: PersonId) {
  return (await findAccount(store, person)) ?? fail({ code: 'beyond-rights', permission: 'person' })
}

function note(
  inside: Store,
  person: PersonId,
  act: AuditAct,
  result: 'done' | 'refused',
  detail: AuditDetail,
  at: IsoTime,
): Promise<unknown> {
  const actor = { kind: 'person', id: person } as const
  return recordAct(inside, { at, actor, act, subject: person, unit: null, result, detail })
}
