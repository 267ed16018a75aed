/** Sessions: what the browser holds is new after every sign-in and whenever what a person may do changes. */

import type { IsoTime } from '#domain/figure.ts'
import type { PersonId } from '#domain/organization.ts'
import { endSession, findSession, saveSession, type Session, type SignInMethod, touchSession } from '#store/sessions.ts'
import type { Store } from '#store/store.ts'
import { browserName } from './browser-name.ts'
import { sessionCookie, setSessionCookie } from './cookies.ts'
import { cookieOf, type IncomingRequest } from './request.ts'
import { digestOf, newSecret } from './secrets.ts'

/** A working day at most, and two hours without a request (OWASP ASVS 5.0, 7.3). */
export const longestSessionMs = 12 * 60 * 60_000
export const idleSessionMs = 2 * 60 * 60_000
/** How exactly the last request is remembered: not every request writes. */
const touchEveryMs = 60_000

/** What goes back to the browser. */
export type OpenedSession = {
  readonly person: PersonId
  readonly cookie: string
  /** To be sent along, in the header `x-headwater-csrf`, with whatever changes something. */
  readonly csrfToken: string
}

/**
 * Begins a session; the one the browser brought ends, so that nobody can have planted it. One that goes on under another
 * secret keeps its beginning and its end.
 */
export async function openSession(
  inside: Store,
  { person, method }: Pick<Session, 'person' | 'method'>,
  request: IncomingRequest,
  now: IsoTime,
  { createdAt, expiresAt }: Pick<Session, 'createdAt' | 'expiresAt'> = {
    createdAt: now,
    expiresAt: later(now, longestSessionMs),
  },
): Promise<OpenedSession> {
  const brought = cookieOf(request, sessionCookie)
  if (brought !== undefined) await endSession(inside, digestOf(brought))
  const secret = newSecret()
  const browser = browserName(request.header('user-agent'))
  await saveSession(inside, {
    digest: digestOf(secret),
    person,
    method,
    browser,
    createdAt,
    lastSeenAt: now,
    expiresAt,
  })
  const seconds = Math.max(0, Math.floor((Date.parse(expiresAt) - Date.parse(now)) / 1000))
  return { person, cookie: setSessionCookie(secret, seconds), csrfToken: csrfTokenOf(secret) }
}

/** The same session under another secret, and no later end. Undefined when the request has none. */
export async function rotateSession(
  inside: Store,
  request: IncomingRequest,
  now: IsoTime,
): Promise<OpenedSession | undefined> {
  const session = await currentSession(inside, request, now)
  return session && openSession(inside, session, request, now, session)
}

/** The session of a request, when it is neither past, idle for too long, revoked, nor of a closed account. */
export async function currentSession(
  store: Store,
  request: IncomingRequest,
  now: IsoTime,
): Promise<(Session & { readonly csrfToken: string; readonly method: SignInMethod }) | undefined> {
  const secret = cookieOf(request, sessionCookie)
  if (secret === undefined || secret === '') return undefined
  const session = await findSession(store, digestOf(secret))
  if (session === undefined) return undefined
  if (isPast(session, now)) {
    await endSession(store, session.digest)
    return undefined
  }
  if (later(session.lastSeenAt, touchEveryMs) <= now) await touchSession(store, session.digest, now)
  return { ...session, csrfToken: csrfTokenOf(secret) }
}

export function isPast({ expiresAt, lastSeenAt }: Pick<Session, 'expiresAt' | 'lastSeenAt'>, now: IsoTime): boolean {
  return expiresAt <= now || later(lastSeenAt, idleSessionMs) <= now
}

/** Follows from the cookie, which scripts cannot read, and does not lead back to it. */
function csrfTokenOf(secret: string): string {
  return digestOf(`csrf:${secret}`)
}

export function later(time: IsoTime, ms: number): IsoTime {
  return new Date(Date.parse(time) + ms).toISOString()
}
