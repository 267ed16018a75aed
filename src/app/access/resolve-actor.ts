/** Who asks: a program with a key, a person with a session, or the one person of a machine that serves itself alone. */

import { loopbackActor, narrowed, type Actor, type Grant } from '#domain/access.ts'
import type { IsoTime } from '#domain/figure.ts'
import type { Clock } from '#app/clock.ts'
import { fail } from '#domain/problem.ts'
import { currentUnits } from '#app/units.ts'
import { grantsOf, hasAccounts } from '#store/accounts.ts'
import { findApiKey, touchApiKey, type ApiKey } from '#store/api-keys.ts'
import type { Store } from '#store/store.ts'
import { isLoopbackHost, type AccessSettings, type IncomingRequest } from './request.ts'
import { digestOf, isSameSecret } from './secrets.ts'
import { currentSession, later } from './session.ts'

/**
 * For the server to ask before anything else of a request is looked at. A key that does not work is nobody, also beside a
 * cookie that does: whoever sends a key means it. Throws `request-forged`.
 */
export function actorResolver(
  store: Store,
  settings: Pick<AccessSettings, 'isLoopbackOnly' | 'publicAddress'>,
  clock: Clock,
): (request: IncomingRequest) => Promise<Actor | null> {
  return (request) => resolveActor(store, request, settings, clock())
}

/** Throws `request-forged`. */
export async function resolveActor(
  store: Store,
  request: IncomingRequest,
  settings: Pick<AccessSettings, 'isLoopbackOnly' | 'publicAddress'>,
  now: IsoTime,
): Promise<Actor | null> {
  const secret = keyOf(request)
  if (secret !== undefined) return actorOfKey(store, secret, now)
  const session = await currentSession(store, request, now)
  if (isForged(request, session?.csrfToken, settings)) return fail({ code: 'request-forged' })
  if (session !== undefined) {
    const { person } = session
    return { kind: 'person', id: person, grants: await grantsOf(store, person) }
  }
  const isAlone = settings.isLoopbackOnly && isDirect(request) && !(await hasAccounts(store))
  return isAlone ? loopbackActor : null
}

export const csrfHeader = 'x-headwater-csrf'

/**
 * Whether a page elsewhere may have made the browser send this. A key is proof in itself and was asked before; a session
 * needs its token; any other browser at least the header, which no foreign page can add. Programs tell no origin.
 */
function isForged(
  request: IncomingRequest,
  csrfToken: string | undefined,
  { publicAddress }: Pick<AccessSettings, 'publicAddress'>,
): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false
  const site = request.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const origin = request.header('origin')
  const isOwn =
    publicAddress === null ? URL.parse(origin ?? '')?.host === request.header('host') : origin === publicAddress
  if (origin !== undefined && !isOwn) return true
  const token = request.header(csrfHeader) ?? ''
  if (csrfToken !== undefined) return !isSameSecret(token, csrfToken)
  return token === '' && (origin !== undefined || site !== undefined)
}

function keyOf(request: IncomingRequest): string | undefined {
  const bearer = /^bearer +(\S+) *$/i.exec(request.header('authorization') ?? '')?.[1]
  return bearer ?? request.header('x-api-key')
}

/** Under a loopback name, and not handed on by a proxy: behind one, everybody's address is loopback. */
function isDirect(request: IncomingRequest): boolean {
  const isHandedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some(
    (name) => request.header(name) !== undefined,
  )
  return isLoopbackHost(request.header('host') ?? '') && !isHandedOn
}

const touchEveryMs = 60_000
const everything: readonly Grant[] = [{ role: 'admin', unit: null }]

/** What its person may do at present, narrowed to what the key was made for. */
async function actorOfKey(store: Store, secret: string, now: IsoTime): Promise<Actor | null> {
  const key = await findApiKey(store, digestOf(secret), now)
  if (key === undefined) return null
  if (key.lastUsedAt === null || later(key.lastUsedAt, touchEveryMs) <= now) await touchApiKey(store, key.id, now)
  const limited = { grants: await grantsOfKey(store, key, now), permissions: key.permissions }
  return { kind: 'key', id: key.id, grants: [], limited }
}

async function grantsOfKey(store: Store, { person, units }: ApiKey, now: IsoTime): Promise<readonly Grant[]> {
  const grants = person === null ? everything : await grantsOf(store, person)
  return units === null ? grants : narrowed(grants, units, { units: await currentUnits(store, now) })
}
