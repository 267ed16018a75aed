/** Signing in with a password, and out. Nothing tells from outside whether a login exists: not the answer, not its time. */

import type { IsoTime } from '#domain/figure.ts'
import { fail } from '#domain/problem.ts'
import { recordAct } from '#store/audit.ts'
import { passwordOf, savePassword } from '#store/credentials.ts'
import { endSession, removePastSessions } from '#store/sessions.ts'
import type { Store } from '#store/store.ts'
import { countAttempt, forgetAttempts } from '#store/throttle.ts'
import { loginKey } from '#store/accounts.ts'
import { hashPassword, isOutdated, verifyPassword } from './password.ts'
import type { IncomingRequest } from './request.ts'
import { currentSession, openSession, type OpenedSession } from './session.ts'

/** Failures before pauses begin: of one login, and from one network address, behind which many people may be. */
const freeByLogin = 5
const freeByAddress = 30

/** Throws `sign-in-failed`, `sign-in-throttled`. */
export async function signInWithPassword(
  store: Store,
  { login, password }: { readonly login: string; readonly password: string },
  request: IncomingRequest,
  now: IsoTime,
): Promise<OpenedSession> {
  await throttleLogin(store, login, request, now)
  const found = await passwordOf(store, login)
  const isRight = await verifyPassword(found?.hash ?? null, password)
  if (found === undefined || found.hash === null || found.isClosed || !isRight)
    return refuse(store, 'password', found?.person ?? '', now)
  const renewed = isOutdated(found.hash) ? await hashPassword(password) : null
  await forgetFailures(store, login)
  return store.transaction(async (inside) => {
    if (renewed !== null) await savePassword(inside, found.person, renewed, now)
    await removePastSessions(inside, now)
    await recordSignIn(inside, found.person, 'password', now)
    return openSession(inside, { person: found.person, method: 'password' }, request, now)
  })
}

/** Counts a try with the password of a login, wherever it is asked for. Throws `sign-in-throttled`. */
export function throttleLogin(store: Store, login: string, request: IncomingRequest, now: IsoTime): Promise<void> {
  return throttle(store, [{ name: loginRule(login), free: freeByLogin }, addressRule(request)], now)
}

/** After the right password. */
export function forgetFailures(store: Store, login: string): Promise<void> {
  return forgetAttempts(store, [loginRule(login)])
}

function loginRule(login: string): string {
  return `login ${loginKey(login)}`
}

/** Counts a try from a network address. Throws `sign-in-throttled`. */
export function throttleAddress(store: Store, request: IncomingRequest, now: IsoTime): Promise<void> {
  return throttle(store, [addressRule(request)], now)
}

type Rules = Parameters<typeof countAttempt>[1]

async function throttle(store: Store, rules: Rules, now: IsoTime): Promise<void> {
  const { waitMs } = await countAttempt(store, rules, now)
  if (waitMs === 0) return
  fail({ code: 'sign-in-throttled', seconds: Math.ceil(waitMs / 1000) })
}

function addressRule({ ip }: IncomingRequest): Rules[number] {
  return { name: `address ${networkOf(ip)}`, free: freeByAddress }
}

/** Whoever has one IPv6 address has the /64 around it. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [front = '', back] = address.split('::')
  const head = front === '' ? [] : front.split(':')
  const tail = back === undefined || back === '' ? [] : back.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return [...head, ...(back === undefined ? [] : zeros), ...tail].slice(0, 4).join(':')
}

export async function recordSignIn(inside: Store, person: string, method: string, now: IsoTime): Promise<void> {
  const actor = { kind: 'person', id: person } as const
  await recordAct(inside, {
    at: now,
    actor,
    act: 'sign-in',
    subject: person,
    unit: null,
    result: 'done',
    detail: { method },
  })
}

/** Notes the failed try and throws `sign-in-failed`. */
export async function refuse(store: Store, method: string, subject: string, now: IsoTime): Promise<never> {
  await recordAct(store, {
    at: now,
    actor: null,
    act: 'sign-in',
    subject,
    unit: null,
    result: 'refused',
    detail: { method },
  })
  return fail({ code: 'sign-in-failed' })
}

/** Ends the session of the request, where there is one. */
export async function signOut(store: Store, request: IncomingRequest, now: IsoTime): Promise<void> {
  await store.transaction(async (inside) => {
    const session = await currentSession(inside, request, now)
    if (session === undefined) return
    await endSession(inside, session.digest)
    const actor = { kind: 'person', id: session.person } as const
    const subject = session.person
    await recordAct(inside, { at: now, actor, act: 'sign-out', subject, unit: null, result: 'done', detail: {} })
  })
}
